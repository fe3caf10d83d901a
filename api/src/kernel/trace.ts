import { SpanStatusCode, trace } from '@opentelemetry/api'

// Costs next to nothing while no exporter is set (see tracing.ts). Names are of routes, operations and commands.
const tracer = trace.getTracer('yui')

/** Runs work inside a span. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' })
      throw error
    } finally {
      span.end()
    }
  })
}

/** Runs what follows inside a span that ends when the returned function is called. */
export function openSpan(name: string, next: () => void): () => void {
  return tracer.startActiveSpan(name, (span) => {
    next()
    return () => span.end()
  })
}

/** Notes something that has just ended, as a span of its own. */
export function noteSpan(name: string, milliseconds: number): void {
  tracer.startSpan(name, { startTime: Date.now() - milliseconds }).end()
}
