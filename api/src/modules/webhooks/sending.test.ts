import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send } from './sending.ts'

const heard: { url: string | undefined; body: string; headers: http.IncomingHttpHeaders }[] = []
const receiver = http.createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    heard.push({ url: request.url, body, headers: request.headers })
    const status = Number(request.url?.slice(1))
    if (status === 0) return void request.socket.destroy()
    response.writeHead(status, status === 302 ? { location: '/200' } : {}).end('said')
  })
})
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  ;({ port } = receiver.address() as AddressInfo)
})
afterAll(() => new Promise((resolve) => receiver.close(resolve)))

const to = (path: string, { host = '127.0.0.1', local = true } = {}) =>
  send({ url: `http://${host}:${port}${path}`, headers: { 'webhook-id': '1' }, body: '{"a":"あ"}', local })

describe('a letter', () => {
  it('has arrived when the answer is 2xx', async () => {
    expect(await to('/204')).toEqual({ failure: null, status: 204 })
    expect(heard.at(-1)).toMatchObject({
      body: '{"a":"あ"}',
      headers: { 'webhook-id': '1', 'content-type': 'application/json; charset=utf-8' },
    })
  })

  it.each([400, 404, 410, 500, 302])('has not when it is %i; it goes nowhere else', async (status) => {
    const before = heard.length
    expect(await to(`/${status}`)).toEqual({ failure: 'ANSWERED_NO', status })
    expect(heard.length).toBe(before + 1)
  })

  it('has not when the line breaks', async () => {
    expect(await to('/0')).toEqual({ failure: 'NO_CONNECTION', status: null })
  })

  it.each(['127.0.0.1', 'localhost'])('never goes into a private network: %s', async (host) => {
    const before = heard.length
    expect(await to('/204', { host, local: false })).toEqual({ failure: 'PRIVATE_ADDRESS', status: null })
    expect(heard.length).toBe(before)
  })

  it('says that a name leads nowhere', async () => {
    expect(await send({ url: 'http://nowhere.invalid/', headers: {}, body: '{}', local: false })).toEqual({
      failure: 'NO_ADDRESS',
      status: null,
    })
  })
})
