import dns from 'node:dns'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openReceiver } from '../../../../tests/support/webhook-receiver.ts'
import { send } from './sending.ts'

const receiver = await openReceiver()
afterAll(() => receiver.close())
const { letters, port } = receiver

const to = (path: string, { host = '127.0.0.1', local = true } = {}) =>
  send({ url: `http://${host}:${port}${path}`, headers: { 'webhook-id': '1' }, body: '{"a":"あ"}', local })

describe('a letter', () => {
  it('has arrived when the answer is 2xx', async () => {
    expect(await to('/204')).toEqual({ failure: null, status: 204 })
    expect(letters.at(-1)).toMatchObject({
      body: '{"a":"あ"}',
      headers: { 'webhook-id': '1', 'content-type': 'application/json; charset=utf-8' },
    })
  })

  it.each([400, 404, 410, 500, 302])('has not when it is %i; it goes nowhere else', async (status) => {
    const before = letters.length
    receiver.answer(`/${status}`, status)
    expect(await to(`/${status}`)).toEqual({ failure: 'ANSWERED_NO', status })
    expect(letters.length).toBe(before + 1)
  })

  it('has not when the line breaks', async () => {
    receiver.answer('/0', 0)
    expect(await to('/0')).toEqual({ failure: 'NO_CONNECTION', status: null })
  })

  it('never goes into a private network, by number or by name', async () => {
    const before = letters.length
    for (const host of ['127.0.0.1', 'localhost'])
      expect(await to('/204', { host, local: false })).toEqual({ failure: 'PRIVATE_ADDRESS', status: null })
    expect(letters.length).toBe(before)
  })

  it('says that a name leads nowhere, and goes to no name that also leads into a private network', async () => {
    const found = vi.spyOn(dns, 'lookup')
    const leadTo = (error: Error | null, ...addresses: string[]) =>
      found.mockImplementation(((_name: string, _options: object, done: (...answer: unknown[]) => void) =>
        done(
          error,
          addresses.map((address) => ({ address, family: 4 })),
        )) as never)
    const sent = () => send({ url: 'http://mihon.example/', headers: {}, body: '{}', local: false })
    leadTo(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }))
    expect(await sent()).toEqual({ failure: 'NO_ADDRESS', status: null })
    leadTo(null, '8.8.8.8', '10.0.0.1')
    expect(await sent()).toEqual({ failure: 'PRIVATE_ADDRESS', status: null })
    found.mockRestore()
  })
})
