import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { OutputForm } from '../../generated/prisma/enums.ts'
import { dayInJapan } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import { rateLimiter } from '../../kernel/http/rate-limit.ts'
import { route } from '../../kernel/http/routes.ts'
import { parseGlobalId } from '../../kernel/ids.ts'
import { forbidden, notFound, unauthenticated } from '../../kernel/problems.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { csvLines, utf8, xlsx } from '../registry/public.ts'
import { takeOutput } from './commands/take-output.ts'
import { figuresOf } from './figures.ts'
import { haveMessage } from './rules/have.ts'
import { FORMS, marked } from './rules/words.ts'
import { sheetsOf, tableOf } from './sheets.ts'
import { eventFigures } from './source.ts'

/** A person needs few files, even on the night. */
const allows = rateLimiter({ burst: 40, perSecond: 1 })

type Format = 'csv' | 'xlsx' | 'xml'
const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
}

/** Event, form and format that the address names, as in /api/outputs/<Relay id>/DAILY_REPORT.csv. */
function askedIn({ params }: FastifyRequest): { eventId: string; form: OutputForm; format: Format } {
  const { event = '', file = '' } = params as { event?: string; file?: string }
  const parsed = parseGlobalId(event)
  const [, form = '', format = ''] = /^([A-Z_]+)\.(csv|xlsx|xml)$/.exec(file) ?? []
  if (parsed?.model !== 'DisasterEvent' || !/^[0-9a-f-]{36}$/.test(parsed.id) || !(form in FORMS))
    throw notFound()
  if ((format === 'xml') !== (form === 'HAVE')) throw notFound()
  return { eventId: parsed.id, form: form as OutputForm, format: format as Format }
}

route({
  // One form of an event as a file. HAVE comes as XML, all others as CSV or Excel.
  method: 'GET',
  url: '/api/outputs/:event/:file',
  async handler(request, reply, context) {
    const { viewer, readPool, clock } = context
    if (!viewer.userId) throw unauthenticated()
    if (!allows(viewer.userId)) throw forbidden('TOO_MANY_FILES')
    const { eventId, form, format } = askedIn(request)
    await runCommand(takeOutput, { eventId, form, format }, context)
    const now = clock.now()
    const figures = await figuresOf(eventFigures, sqlFor(readPool), eventId, { viewer, now })
    if (!figures) throw notFound()
    const { event } = figures
    const name = `${marked(FORMS[form], event)}_${event.name}_${dayInJapan(now)}.${format}`
    const plain = `${event.drill ? 'drill_' : ''}${form.toLowerCase()}.${format}`
    const body =
      format === 'xml'
        ? haveMessage(figures)
        : Readable.from(
            format === 'csv'
              ? utf8(csvLines(tableOf(sheetsOf(form, figures))))
              : xlsx(tableOf(sheetsOf(form, figures))),
            { objectMode: false },
          )
    return reply
      .type(TYPES[format])
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      })
      .send(body)
  },
})
