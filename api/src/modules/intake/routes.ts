import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { dayInJapan } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import { rateLimiter } from '../../kernel/http/rate-limit.ts'
import { route } from '../../kernel/http/routes.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { forbidden, notFound, unauthenticated, ValidationProblem } from '../../kernel/problems.ts'
import { LEAST_PASSWORD, protectedWorkbook } from '../../kernel/protected-workbook.ts'
import { logRead } from '../../kernel/read-log.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { placesFound } from '../assignment/public.ts'
import { xlsx } from '../registry/public.ts'
import { exportIntake } from './commands/export-intake.ts'
import { bookOf, COLUMNS, rowsOf } from './queries/export.ts'
import { readOpening } from './queries/opening.ts'

/** Somebody takes a book out once, not every minute. */
const allows = rateLimiter({ burst: 5, perSecond: 0.05 })

/** What the director has chosen: nobody keeps it but whoever opens the file. */
const asked = z.object({ password: z.string().min(LEAST_PASSWORD).max(100) })

async function passwordIn(body: unknown): Promise<string> {
  let said: unknown
  try {
    said = JSON.parse(await text(body as Readable))
  } catch {
    said = null
  }
  const read = asked.safeParse(said)
  if (!read.success)
    throw new ValidationProblem([
      {
        path: ['password'],
        code: 'TOO_SHORT',
        message: `a password of ${LEAST_PASSWORD} characters at least`,
      },
    ])
  return read.data.password
}

// The whole book as a file that opens with a password only (decision 015). POST, because it begins the days after which
// the book is anonymised.
route({
  method: 'POST',
  url: '/api/intake-export/:file',
  async handler(request, reply, context) {
    const { viewer, readPool, clock } = context
    if (!viewer.userId) throw unauthenticated()
    const { file = '' } = request.params as { file?: string }
    const parsed = parseGlobalId(file.replace(/\.xlsx$/, ''))
    if (parsed?.model !== 'ShelterOpening' || !z.uuid().safeParse(parsed.id).success) throw notFound()
    if (!allows(viewer.userId)) throw forbidden('TOO_MANY_FILES')
    const password = await passwordIn(request.body)
    await runCommand(exportIntake, { openingId: globalId('ShelterOpening', parsed.id) }, context)
    const sql = sqlFor(readPool)
    const opening = await readOpening(sql, viewer, parsed.id)
    if (!opening) throw notFound()
    const state = await bookOf(sql, opening)
    const places = await placesFound(sql, parsed.id)
    await logRead(
      context,
      'IntakePerson',
      state.persons.map(({ id }) => id),
    )
    const madeOn = dayInJapan(clock.now())
    const drill = opening.drill ? '【訓練】' : ''
    const title = `${drill}受入名簿 ${opening.facilityName} ${opening.eventName}`
    async function* portions() {
      yield rowsOf(state, places).map((cells) => ({ cells, point: null }))
    }
    const notes = [
      '要配慮個人情報を含みます。開くにはパスワードがいります。鍵のかかる場所に保管し、用が済んだら消してください。',
      ...(opening.drill ? ['訓練の記録です。実在の人ではありません。'] : []),
    ]
    const workbook: Buffer[] = []
    for await (const part of xlsx({
      about: { title, madeOn, notes },
      columns: COLUMNS,
      portions: portions(),
    }))
      workbook.push(part)
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="intake_${madeOn}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${drill}受入名簿_${madeOn}.xlsx`)}`,
      })
      .send(await protectedWorkbook(Buffer.concat(workbook), password))
  },
})
