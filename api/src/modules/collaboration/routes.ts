import { Readable } from 'node:stream'
import { dayInJapan } from '../../kernel/clock.ts'
import { parseGlobalId } from '../../kernel/ids.ts'
import { route } from '../../kernel/http/routes.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { csvLines, utf8 } from '../registry/public.ts'
import { COLUMNS, tiesAsTable } from './queries/export.ts'

// Who works with whom in a network, as a file: what the page shows to the same person, and nothing more.
route({
  method: 'GET',
  url: '/api/export/ties.csv',
  async handler(request, reply, { viewer, readPool, clock }) {
    const refuse = (status: number, error: string) =>
      reply
        .code(status)
        .header('cache-control', 'no-store')
        .send({ error: { code: error } })
    if (!viewer.userId) return refuse(401, 'UNAUTHENTICATED')
    if (viewer.scopes && !viewer.scopes.includes('collaboration:read')) return refuse(403, 'SCOPE_MISSING')
    const { platform } = request.query as Readonly<Record<string, unknown>>
    const network = typeof platform === 'string' ? parseGlobalId(platform) : null
    const isId = network?.model === 'Platform' && /^[0-9a-f-]{36}$/.test(network.id)
    const rows = isId ? await tiesAsTable(sqlFor(readPool), viewer, network.id) : null
    if (!rows) return refuse(404, 'NOT_FOUND')
    const madeOn = dayInJapan(clock.now())
    async function* portions() {
      yield (rows ?? []).map((cells) => ({ cells, point: null }))
    }
    const table = {
      about: { title: '連携の一覧', madeOn, notes: [] },
      columns: COLUMNS,
      portions: portions(),
    }
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="ties_${madeOn}.csv"; filename*=UTF-8''${encodeURIComponent(`連携の一覧_${madeOn}.csv`)}`,
      })
      .send(Readable.from(utf8(csvLines(table)), { objectMode: false }))
  },
})
