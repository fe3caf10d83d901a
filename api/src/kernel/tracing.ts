import { AsyncLocalStorage } from 'node:async_hooks'
import { context, ROOT_CONTEXT, trace, type Context, type ContextManager } from '@opentelemetry/api'
import { onStatement } from './read/execute.ts'
import { noteSpan } from './trace.ts'

/**
 * Sends spans of requests, operations, commands, jobs and statements to an OpenTelemetry collector. Its libraries are
 * loaded only then. Returns what flushes and ends it.
 */
export async function startTracing(
  endpoint: string | undefined,
  service: string,
): Promise<() => Promise<void>> {
  if (endpoint === undefined) return async () => {}
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const exporter = new OTLPTraceExporter({ url: new URL('v1/traces', withSlash(endpoint)).href })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  context.setGlobalContextManager(asyncContextManager())
  trace.setGlobalTracerProvider(provider)
  const stop = onStatement(({ milliseconds }) => noteSpan('statement', milliseconds))
  return async () => {
    stop()
    await provider.shutdown()
  }
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)

/** Carries the active span through promises. */
function asyncContextManager(): ContextManager {
  const storage = new AsyncLocalStorage<Context>()
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, run, thisArg, ...args) => storage.run(active, () => run.apply(thisArg, args)),
    bind: (active, target) =>
      typeof target === 'function'
        ? (((...args: unknown[]) =>
            storage.run(active, () => Reflect.apply(target, undefined, args) as unknown)) as typeof target)
        : target,
    enable: () => manager,
    disable: () => manager,
  }
  return manager
}
