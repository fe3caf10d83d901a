import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { load, percentile, type LoadResult } from './load.ts'

const long = 'あ'.repeat(100_000)
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => {
    if (body === 'bad') response.statusCode = 500
    const answer = JSON.stringify(body === 'broken' ? { errors: [{ message: 'no' }] } : { data: body })
    response.setHeader('content-length', Buffer.byteLength(answer)).end(answer)
  })
})
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Asks for as long as it takes until there are answers to count: a busy machine may give none in a fifth of a second. */
const once = async (bodies: string[], atLeast: number, seconds = 0.2): Promise<LoadResult> => {
  const requests = bodies.map((body) => ({ path: '/graphql', headers: {}, body }))
  const result = await load({ port, requests, connections: 2, seconds })
  return result.requests < atLeast ? once(bodies, atLeast, seconds * 2) : result
}

it('counts answers, their size and how long they took', async () => {
  const result = await once([long], 3)
  expect(result).toMatchObject({ errors: 0, bytes: Buffer.byteLength(JSON.stringify({ data: long })) })
  expect(result.p99).toBeGreaterThanOrEqual(result.p50)
})

it.each(['bad', 'broken'])('counts a %s answer as an error', async (body) => {
  const result = await once([body], 1)
  expect(result.errors).toBe(result.requests)
})

it('sends the requests in turn', async () => {
  const { requests, errors } = await once(['good', 'bad'], 30)
  expect(errors / requests).toBeCloseTo(0.5, 1)
})

it('finds the value below which a part of the values lies', () => {
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(3)
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4)
})
