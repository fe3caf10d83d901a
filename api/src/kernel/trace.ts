import { SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('yui')

/** Runs work inside a span. Costs next to nothing while no trace exporter is set (see http/tracing.ts). */
export function inSpan<T>(
  name: string,
  work: () => Promise<T>,
  attributes: Record<string, string | number> = {},
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
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
