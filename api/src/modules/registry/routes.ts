import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { route, type RouteContext } from '../../kernel/http/routes.ts'
import { rateLimiter } from '../../kernel/http/rate-limit.ts'
import { sqlFor, type Sql } from '../../kernel/read/sql.ts'
import { csvLines, utf8 } from './export/csv.ts'
import { geoJson } from './export/geojson.ts'
import { shiftJis } from './export/shift-jis.ts'
import { creditsOf } from './export/credits.ts'
import type { ExportTable } from './export/table.ts'
import { facilityTable, shelterTable, standardOfficeTable, standardSiteTable } from './export/tables.ts'
import { xlsx } from './export/xlsx.ts'
import { facilityFilter, shelterFilter } from './search/filter.ts'

// Files of the public part of the registry, for everybody: exactly what a search shows, however long it is.

type TableOf<Filter> = (sql: Sql, filter: Filter, now: Date) => ExportTable

interface Offer<Schema extends z.ZodType> {
  readonly name: string
  readonly filter: Schema
  readonly own: TableOf<z.output<Schema>>
  readonly standard: TableOf<z.output<Schema>>
}

const formats = {
  csv: {
    type: (isSjis: boolean) => `text/csv; charset=${isSjis ? 'Shift_JIS' : 'utf-8'}; header=present`,
    write: (table: ExportTable, isSjis: boolean) =>
      isSjis ? shiftJis(csvLines(table)) : utf8(csvLines(table)),
  },
  xlsx: {
    type: () => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (table: ExportTable) => xlsx(table),
  },
  geojson: {
    type: () => 'application/geo+json; charset=utf-8',
    write: (table: ExportTable) => geoJson(table),
  },
} as const

/** A file costs more than a page; a person needs few of them. */
const allows = rateLimiter({ burst: 20, perSecond: 0.2 })

const options = z.object({
  filter: z.string().max(8_000).default('{}'),
  columns: z.enum(['own', 'standard']).default('own'),
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
})

function offer<Schema extends z.ZodType>({ name, filter, own, standard }: Offer<Schema>): void {
  for (const format of ['csv', 'xlsx', 'geojson'] as const)
    route({
      method: 'GET',
      url: `/api/export/${name}.${format}`,
      async handler(request: FastifyRequest, reply: FastifyReply, { viewer, readPool, clock }: RouteContext) {
        if (!allows(viewer.userId ?? request.ip))
          return refuse(
            reply,
            429,
            'RATE_LIMITED',
            '短い時間に多くのファイルが作られました。少し待ってから、もう一度お試しください。',
          )
        if (viewer.scopes && !viewer.scopes.includes('registry:read'))
          return refuse(reply, 403, 'SCOPE_MISSING', 'このトークンでは書き出せません。')
        const given = options.safeParse(request.query)
        const wanted = given.success ? filter.safeParse(parsed(given.data.filter)) : null
        if (!given.success || !wanted?.success)
          return refuse(
            reply,
            400,
            'BAD_FILTER',
            '条件を読み取れません。検索の画面から、もう一度書き出してください。',
          )
        const now = clock.now()
        const sql = sqlFor(readPool)
        const isSjis = given.data.encoding === 'shift_jis'
        const table = (given.data.columns === 'standard' ? standard : own)(sql, wanted.data, now)
        const { title, madeOn, notes } = table.about
        const about = { ...table.about, notes: [...notes, ...(await creditsOf(sql))] }
        const fileName = `${title}_${madeOn}.${format}`
        return reply
          .type(formats[format].type(isSjis))
          .headers({
            'cache-control': 'no-store',
            'content-disposition': `attachment; filename="${name}_${madeOn}.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          })
          .send(Readable.from(formats[format].write({ ...table, about }, isSjis), { objectMode: false }))
      },
    })
}

const refuse = (reply: FastifyReply, status: number, error: string, message: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').send({ error, message })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

offer({ name: 'facilities', filter: facilityFilter, own: facilityTable, standard: standardOfficeTable })
offer({ name: 'shelters', filter: shelterFilter, own: shelterTable, standard: standardSiteTable })
