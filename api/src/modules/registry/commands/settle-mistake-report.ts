import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { mistakeOutcome } from '../inputs.ts'
import { audienceOfMistake, placeOfMistake } from '../mistake-writing.ts'
import * as policy from '../policy/mistakes.ts'

/** 「直しました」「直すところはありません」 */
export const settleMistakeReport = command({
  name: 'settleMistakeReport',
  description:
    'Whoever may correct a facility’s or corporation’s facts says what became of a mistake that the public reported: corrected, or right as it stands, with the reason.',
  scope: 'registry:write',
  input: z.object({
    mistakeReportId: idOf('MistakeReport').describe('The report.'),
    outcome: mistakeOutcome.describe('What became of it.'),
    note: z
      .string()
      .trim()
      .max(300)
      .default('')
      .describe('Why nothing was changed, or what was, at most 300 characters; needed where nothing was.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { mistakeReportId }, viewer, now) => {
    const report = await tx.mistakeReport.findFirst({
      where: { AND: [{ id: mistakeReportId }, policy.mistakesVisibleTo(viewer)] },
    })
    const place = report && (await placeOfMistake(tx, report, now))
    return place && { ...place, report }
  },
  may: policy.settleMistake,
  onBehalfOf: policy.settledOnBehalfOf,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { report, facilityId, corporationId } = subject
    if (report.settledAt !== null)
      throw new RuleProblem('MISTAKE_SETTLED_ALREADY', 'Somebody has said already what became of it.')
    if (input.outcome === 'UNCHANGED' && input.note === '')
      throw new ValidationProblem([
        { path: ['note'], code: 'REQUIRED', message: 'Say why the facts are right as they stand.' },
      ])
    await save(tx.mistakeReport, report, input.version, {
      settledAt: now,
      settledByUserId: viewer.userId,
      outcome: input.outcome,
      outcomeNote: input.note || null,
    })
    emit(
      events.MistakeSettled,
      { mistakeReportId: report.id, outcome: input.outcome },
      {
        audience: audienceOfMistake(subject),
        entities: [
          globalId('MistakeReport', report.id),
          ...(facilityId ? [globalId('Facility', facilityId)] : []),
          ...(corporationId ? [globalId('Corporation', corporationId)] : []),
        ],
      },
    )
    return { mistakeReportId: report.id }
  },
})
