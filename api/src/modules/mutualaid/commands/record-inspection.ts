import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { inspectionSubject, line, words } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadFacility } from '../stock-writing.ts'

/** 「点検の結果を書く」 */
export const recordInspection = command({
  name: 'recordInspection',
  description:
    'A facility writes down an inspection; each defect becomes a task with a last day, until it is put right.',
  scope: 'mutualaid:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one’s own.'),
    subject: inspectionSubject.describe('What was inspected.'),
    inspectedOn: day().describe('On which day; not after today.'),
    inspectedBy: line(60).describe('By which firm or section; no names of persons.'),
    result: words(300).describe('What came of it, at most 300 characters.'),
    defects: z
      .array(
        z.object({
          what: line(120).describe('What is wrong.'),
          dueOn: day().describe('Until when it is put right; not before the inspection.'),
        }),
      )
      .max(20)
      .describe('What was found, at most 20.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => loadFacility(tx, facilityId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    if (input.inspectedOn > dateOf(dayInJapan(now)))
      throw new ValidationProblem([
        { path: ['inspectedOn'], code: 'IN_THE_FUTURE', message: 'is still to come' },
      ])
    const early = input.defects.findIndex(({ dueOn }) => dueOn < input.inspectedOn)
    if (early >= 0)
      throw new ValidationProblem([
        { path: ['defects', String(early), 'dueOn'], code: 'ENDS_BEFORE', message: 'before the inspection' },
      ])
    const facilityId = subject.facilityId ?? ''
    const { id } = await tx.inspection.create({
      data: {
        facilityId,
        subject: input.subject,
        inspectedOn: input.inspectedOn,
        inspectedBy: input.inspectedBy,
        result: input.result,
        recordedAt: now,
        byUserId: viewer.userId,
        defects: { create: input.defects.map(({ what, dueOn }) => ({ facilityId, what, dueOn })) },
      },
    })
    announceRegister(emit, subject, 'INSPECTIONS')
    return { inspectionId: id, facilityId: subject.facilityId }
  },
})
