import { Readable } from 'node:stream'
import { dayInJapan } from '../../../kernel/clock.ts'
import { route, type RouteContext } from '../../../kernel/http/routes.ts'
import { parseGlobalId } from '../../../kernel/ids.ts'
import { csvLines, utf8 } from './csv.ts'
import type { Cell } from './table.ts'

/** A table of a network as it is handed out. */
interface NetworkTable {
  /** Before the day it is made on, e.g. 会費_2026年度. */
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

interface NetworkTableRoute {
  /** Names the address and the file, in letters of ASCII: `/api/export/<name>.csv?platform=…`. */
  readonly name: string
  /** What a token must be allowed. */
  readonly scope: string
  /**
   * What the page shows to the same person, and nothing more; null for who does not see the network. `asked` are the other
   * words of the address, as they came.
   */
  readonly read: (
    context: RouteContext,
    platformId: string,
    asked: Readonly<Record<string, unknown>>,
  ) => Promise<NetworkTable | null>
}

/** Declares a table of a network that is handed out as CSV, to people and to tokens, and kept by nobody on the way. */
export function networkTableRoute({ name, scope, read }: NetworkTableRoute): void {
  route({
    method: 'GET',
    url: `/api/export/${name}.csv`,
    async handler(request, reply, context) {
      const { viewer, clock } = context
      const refuse = (status: number, error: string) =>
        reply
          .code(status)
          .header('cache-control', 'no-store')
          .send({ error: { code: error } })
      if (!viewer.userId) return refuse(401, 'UNAUTHENTICATED')
      if (viewer.scopes && !viewer.scopes.includes(scope)) return refuse(403, 'SCOPE_MISSING')
      const { platform, ...asked } = request.query as Readonly<Record<string, unknown>>
      const network = typeof platform === 'string' ? parseGlobalId(platform) : null
      const isId = network?.model === 'Platform' && /^[0-9a-f-]{36}$/.test(network.id)
      const table = isId ? await read(context, network.id, asked) : null
      if (!table) return refuse(404, 'NOT_FOUND')
      const { title, columns, rows } = table
      const madeOn = dayInJapan(clock.now())
      async function* portions() {
        yield rows.map((cells) => ({ cells, point: null }))
      }
      const lines = csvLines({ about: { title, madeOn, notes: [] }, columns, portions: portions() })
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .headers({
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename="${name}_${madeOn}.csv"; filename*=UTF-8''${encodeURIComponent(`${title}_${madeOn}.csv`)}`,
        })
        .send(Readable.from(utf8(lines), { objectMode: false }))
    },
  })
}
