import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { allow } from '../../../kernel/verdict.ts'
import * as events from '../events.ts'
import { mistakeTopic } from '../inputs.ts'
import { audienceOfMistake, placeOfMistake } from '../mistake-writing.ts'
import { LONGEST_MISTAKE, mistakeText, MOST_WAITING } from '../rules/mistakes.ts'

/** 「まちがいを知らせる」 */
export const reportMistake = command({
  name: 'reportMistake',
  description:
    'Anybody says on a page of the public directory what is wrong there, without a name; the people who may correct it see it, and nobody else.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  // What somebody wrote may name a person, although the form asks not to.
  secret: ['text'],
  input: z.object({
    facilityId: idOf('Facility')
      .nullable()
      .describe('The facility of the page; null if it is about a corporation.'),
    corporationId: idOf('Corporation')
      .nullable()
      .describe('The corporation of the page; null if it is about a facility.'),
    topic: mistakeTopic.describe('What is wrong.'),
    text: z
      .string()
      .transform(mistakeText)
      .pipe(z.string().min(1).max(LONGEST_MISTAKE))
      .describe('What is right instead, at most 500 characters.'),
  }),
  subject: async (tx, { facilityId, corporationId }, _viewer, now) => {
    const place = await placeOfMistake(tx, { facilityId, corporationId }, now)
    return place?.active ? place : null
  },
  may: () => allow,
  async run({ tx, subject, input: { topic, text }, now, emit }) {
    const { facilityId, corporationId } = subject
    const waiting = await tx.mistakeReport.findMany({
      where: { facilityId, corporationId, settledAt: null },
      select: { id: true, text: true },
      take: MOST_WAITING,
    })
    // Who presses twice, or goes back and presses again, has said it once.
    const same = waiting.find((report) => report.text === text)
    if (same) return { mistakeReportId: same.id }
    if (waiting.length >= MOST_WAITING)
      throw new RuleProblem('MISTAKES_ARE_MANY', 'Many reports of this page wait to be looked at already.')
    const id = newId(now)
    await tx.mistakeReport.create({ data: { id, facilityId, corporationId, topic, text, reportedAt: now } })
    emit(
      events.MistakeReported,
      { mistakeReportId: id, facilityId, corporationId },
      {
        audience: audienceOfMistake(subject),
        entities: [
          ...(facilityId ? [globalId('Facility', facilityId)] : []),
          ...(corporationId ? [globalId('Corporation', corporationId)] : []),
        ],
      },
    )
    return { mistakeReportId: id }
  },
})
