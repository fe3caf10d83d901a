import { Readable } from 'node:stream'
import { dayInJapan } from '../../kernel/clock.ts'
import { route } from '../../kernel/http/routes.ts'
import { parseGlobalId } from '../../kernel/ids.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { csvLines, utf8 } from '../registry/public.ts'
import { DUES_COLUMNS, duesAsTable } from './queries/dues.ts'

// The dues of a fiscal year as a file: what the page shows to the same person, and nothing more.
route({
  method: 'GET',
  url: '/api/export/dues.csv',
  async handler(request, reply, { viewer, readPool, clock }) {
    const refuse = (status: number, error: string) =>
      reply
        .code(status)
        .header('cache-control', 'no-store')
        .send({ error: { code: error } })
    if (!viewer.userId) return refuse(401, 'UNAUTHENTICATED')
    if (viewer.scopes && !viewer.scopes.includes('platforms:read')) return refuse(403, 'SCOPE_MISSING')
    const { platform, year } = request.query as Readonly<Record<string, unknown>>
    const network = typeof platform === 'string' ? parseGlobalId(platform) : null
    const fiscalYear = typeof year === 'string' && /^20\d\d$/.test(year) ? Number(year) : null
    const isId = network?.model === 'Platform' && /^[0-9a-f-]{36}$/.test(network.id)
    const rows =
      isId && fiscalYear ? await duesAsTable(sqlFor(readPool), viewer, network.id, fiscalYear) : null
    if (!rows) return refuse(404, 'NOT_FOUND')
    const madeOn = dayInJapan(clock.now())
    async function* portions() {
      yield (rows ?? []).map((cells) => ({ cells, point: null }))
    }
    const table = {
      about: { title: `会費（${fiscalYear}年度）`, madeOn, notes: [] },
      columns: DUES_COLUMNS,
      portions: portions(),
    }
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="dues_${fiscalYear}_${madeOn}.csv"; filename*=UTF-8''${encodeURIComponent(`会費_${fiscalYear}年度_${madeOn}.csv`)}`,
      })
      .send(Readable.from(utf8(csvLines(table)), { objectMode: false }))
  },
})
