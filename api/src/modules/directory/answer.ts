import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../kernel/http/routes.ts'
import { createLru } from '../../kernel/lru.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { Elsewhere, type Drawn } from './page.ts'
import { readStanding } from './queries.ts'
import { dayOf } from './rules/days.ts'
import { edition } from './styles.ts'

/** What a route found; it is only drawn when the reader does not have it already. */
export interface Found {
  readonly type: string
  /** Everything the page depends on, besides the day and the edition. */
  readonly content: unknown
  readonly draw: () => Made
}

export interface Made {
  readonly status: 200 | NonNullable<Drawn['status']>
  readonly noindex: boolean
  readonly body: string
}

interface Kept extends Omit<Made, 'body'> {
  /** Where the registry stood when this was made. */
  readonly mark: string
  readonly type: string
  readonly etag: string
  readonly zipped: Buffer
}

/** How many pages a process remembers; a page is some 8 KiB. */
const REMEMBERED = 1_000

/** Anybody may keep a page for a minute, and show it while asking for the next. */
const SHORT = 'public, max-age=60, stale-while-revalidate=600'

/**
 * Answers with a page that anybody may keep. What was made is remembered until the registry changes or a day is over:
 * then one small statement is all that an answer costs. Who has the page already is told so before it is drawn.
 */
export function answerer(): (
  request: FastifyRequest,
  reply: FastifyReply,
  context: RouteContext,
  address: string,
  find: () => Promise<Found | Elsewhere>,
) => Promise<FastifyReply> {
  const pages = createLru<string, Kept>(REMEMBERED)
  return async (request, reply, { readPool, clock, publicUrl }, address, find) => {
    const day = dayOf(clock.now())
    const { mark: standing, changedAt } = await readStanding(sqlFor(readPool))
    const mark = `${standing} ${day}`
    const key = `${publicUrl}${address}`
    // Sentences on the age of facts change with the day.
    const startOfDay = new Date(`${day}T00:00:00+09:00`)
    const modified = new Date(Math.max(changedAt.getTime(), startOfDay.getTime()))
    void reply.headers({ 'cache-control': SHORT, vary: 'accept-encoding' })
    /** Says how old the page is, and whether the reader has it. */
    const isKept = (etag: string): boolean => {
      void reply.headers({ etag, 'last-modified': modified.toUTCString() })
      return isKnown(request, etag, modified)
    }

    let kept = pages.get(key)
    if (kept?.mark !== mark) {
      const found = await find()
      if (found instanceof Elsewhere) return reply.redirect(found.path, 301)
      const etag = `W/"${hashOf([edition, day, key, found.content])}"`
      if (isKept(etag)) return reply.code(304).send()
      const { status, noindex, body } = found.draw()
      kept = { mark, type: found.type, status, noindex, etag, zipped: gzipSync(body) }
      pages.set(key, kept)
    }
    if (kept.noindex) void reply.header('x-robots-tag', 'noindex')
    if (kept.status !== 200) void reply.removeHeader('etag').removeHeader('last-modified')
    else if (isKept(kept.etag)) return reply.code(304).send()
    void reply.code(kept.status).type(kept.type)
    return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(kept.zipped)
      : reply.send(gunzipSync(kept.zipped))
  }
}

/** Whether the reader has the page; a given etag decides alone (RFC 9110, 13.2.2). */
function isKnown({ headers }: FastifyRequest, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) {
    const plain = (tag: string) => tag.trim().replace(/^W\//, '')
    return tags.trim() === '*' || tags.split(',').some((tag) => plain(tag) === plain(etag))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return since >= Math.floor(modified.getTime() / 1000) * 1000
}

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
