import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { inSpan, noteSpan } from './trace.ts'
import { startTracing } from './tracing.ts'

interface Sent {
  resourceSpans: {
    scopeSpans: { spans: { name: string; spanId: string; parentSpanId?: string; status: object }[] }[]
  }[]
}

it('without an endpoint nothing is sent and work goes on', async () => {
  const stop = await startTracing(undefined, 'yui-test')
  expect(await inSpan('command quiet', async () => 7)).toBe(7)
  await stop()
})

it('with an endpoint the collector gets nested spans, and of an error its kind only', async () => {
  const received: Sent[] = []
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/v1/traces') received.push(JSON.parse(Buffer.concat(chunks).toString()) as Sent)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const { port } = collector.address() as AddressInfo
  const stop = await startTracing(`http://127.0.0.1:${port}`, 'yui-test')
  await inSpan('operation Found', async () => {
    await Promise.resolve()
    noteSpan('statement', 3)
    const failing = inSpan('command foundPlatform', async () => {
      throw new TypeError('taro@example.jp')
    })
    await expect(failing).rejects.toThrow(TypeError)
  })
  await stop()
  await new Promise((resolve) => collector.close(resolve))

  const spans = received.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  )
  const named = (name: string) => spans.find((span) => span.name === name)
  const parent = named('operation Found')?.spanId
  expect(parent).toMatch(/^[0-9a-f]{16}$/)
  expect(named('statement')?.parentSpanId).toBe(parent)
  expect(named('command foundPlatform')).toMatchObject({
    parentSpanId: parent,
    status: { message: 'TypeError' },
  })
  expect(JSON.stringify(received)).not.toContain('taro')
})
