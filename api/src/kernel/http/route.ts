import type { Readable } from 'node:stream'
import type pg from 'pg'
import type { CommandContext } from '../command.ts'

/** What is too large for the graph: files that come in, files that go out. A module offers it in its `http.ts`. */
export interface HttpRoute {
  /** PUT changes, GET does not. */
  readonly method: 'GET' | 'PUT'
  /** Below `/api/`, with parameters as `:name`. */
  readonly url: string
  readonly answer: (request: RouteRequest) => Promise<RouteAnswer>
}

export interface RouteRequest extends CommandContext {
  readonly readPool: pg.Pool
  readonly requestId: string
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The body as it comes in; nothing of it has been kept. */
  readonly body: Readable
}

export interface RouteAnswer {
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Readable | Readonly<Record<string, unknown>>
}
