import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { runCommand } from '../../kernel/command.ts'
import { rateLimiter } from '../../kernel/http/rate-limit.ts'
import { route, type RouteContext } from '../../kernel/http/routes.ts'
import { parseGlobalId, type ModelName } from '../../kernel/ids.ts'
import { forbidden, notFound, unauthenticated } from '../../kernel/problems.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { openedFile } from '../bulletin/public.ts'
import { openPaperAsGuest } from './commands/open-paper-as-guest.ts'
import { minutesFile } from './documents/minutes-file.ts'
import { registerReach } from './policy/decisions.ts'
import { decisionCsv } from './register/decision-csv.ts'
import { readDecision } from './register/proof.ts'

// Minutes on paper and votes as a table, for those who see them on the screen.

/** A file costs more than a page; a person needs few of them. */
const allows = rateLimiter({ burst: 20, perSecond: 0.5 })

/** The key of the record the address names, `<Relay id>.<ending>`. */
function keyIn({ params }: FastifyRequest, model: ModelName, ending: string): string {
  const { file = '' } = params as { file?: string }
  const parsed = file.endsWith(ending) ? parseGlobalId(file.slice(0, -ending.length)) : null
  if (parsed?.model !== model || !z.uuid().safeParse(parsed.id).success) throw notFound()
  return parsed.id
}

function admit({ viewer }: RouteContext): void {
  if (!viewer.userId) throw unauthenticated()
  if (viewer.scopes && !viewer.scopes.includes('meetings:read')) throw forbidden('SCOPE_MISSING')
  if (!allows(viewer.userId)) throw forbidden('TOO_MANY_FILES')
}

const attached = (name: string, plain: string) => ({
  'cache-control': 'private, no-store',
  'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
})

route({
  method: 'GET',
  url: '/api/minutes/:file',
  async handler(request, reply, context) {
    admit(context)
    const file = await minutesFile(context, keyIn(request, 'Minutes', '.pdf'))
    if (!file) throw notFound()
    return reply.type('application/pdf').headers(attached(file.name, 'minutes.pdf')).send(file.bytes)
  },
})

route({
  // For invited bodies, which know no log-in: the secret of their link comes in a header, so that no address holds it.
  method: 'GET',
  url: '/api/meeting-guest/papers/:id',
  async handler(request, reply, context) {
    const secret = request.headers['x-yui-guest']
    const parsed = parseGlobalId((request.params as { id?: string }).id ?? '')
    if (typeof secret !== 'string' || secret === '' || parsed?.model !== 'DocumentVersion') throw notFound()
    if (!z.uuid().safeParse(parsed.id).success) throw notFound()
    await runCommand(openPaperAsGuest, { token: secret, documentVersionId: parsed.id }, context)
    const file = await openedFile(context.db, parsed.id)
    return reply
      .type(file.mediaType)
      .headers({
        ...attached(file.name, 'document'),
        'content-length': file.size,
        'x-download-options': 'noopen',
      })
      .send(file.bytes)
  },
})

route({
  method: 'GET',
  url: '/api/decisions/:file',
  async handler(request, reply, context) {
    admit(context)
    const { viewer, readPool } = context
    const key = keyIn(request, 'Decision', '.csv')
    const found = await readDecision(sqlFor(readPool), key, registerReach(viewer))
    if (!found) throw notFound()
    return reply
      .type('text/csv; charset=utf-8; header=absent')
      .headers(attached(`${found.line.label}.csv`, 'decision.csv'))
      .send(decisionCsv(found.line, found.proof))
  },
})
