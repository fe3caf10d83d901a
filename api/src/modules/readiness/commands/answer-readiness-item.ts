import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { itemOn } from '../checklist.ts'
import * as events from '../events.ts'
import { helpersOf, isOnShelf, loadChecked } from '../facilities.ts'
import { answerValue, evidence, shelfDocument } from '../inputs.ts'
import { answer as may, sourceOf } from '../policy/checklist.ts'
import { lastDayOfAnswer } from '../rules/score.ts'

/** 「点検表に答える」 */
export const answerReadinessItem = command({
  name: 'answerReadinessItem',
  description:
    'Answers an item of a facility’s checklist: yes, no or unknown, by its own people, by who guides it or by the secretariat, each in their own name. A later word of the same takes the place of the earlier, which stays to be read.',
  scope: 'readiness:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility.'),
    itemKey: z.string().max(60).describe('Key of the item.'),
    answer: answerValue
      .optional()
      .describe('The answer; left out where one of the item’s own choices is given.'),
    choiceId: idOf('ReadinessChoice')
      .optional()
      .describe('The chosen one of the item’s own choices; it may say something of other items too.'),
    grounds: evidence,
    documentId: shelfDocument,
    expiresOn: day()
      .optional()
      .describe(
        'Last day on which it is an answer; not later than the checklist says. Left out = as it says.',
      ),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { facilityId, documentId }, viewer) {
    const facility = await loadChecked(tx, facilityId, viewer)
    return (await isOnShelf(tx, documentId, viewer)) ? facility : null
  },
  may: (viewer, facility) => may(viewer, facility),
  async run({ tx, subject, input, viewer, now, emit }) {
    const item = await itemOn(tx, input.itemKey, now)
    if (!item) throw new RuleProblem('NO_SUCH_ITEM', 'The checklist of today has no such item.')
    const choices = await tx.readinessChoice.findMany({ where: { itemKey: item.key } })
    const choice = choices.find(({ id }) => id === input.choiceId) ?? null
    const answer = choice?.answer ?? input.answer
    const isChosen =
      choice !== null || (input.choiceId === undefined && (choices.length === 0 || answer === 'UNKNOWN'))
    if (!answer || !isChosen)
      throw new ValidationProblem([
        { path: [choices.length > 0 ? 'choiceId' : 'answer'], code: 'REQUIRED', message: 'choose an answer' },
      ])
    const source = sourceOf(viewer, subject)
    if (!source) throw new Error('`answer` lets nobody pass who is nobody to the facility.')
    const last = answer === 'UNKNOWN' ? null : lastDayOfAnswer(item.validMonths, now)
    const given = answer === 'UNKNOWN' ? null : (input.expiresOn ?? last)
    if (given && given < dateOf(dayInJapan(now)))
      throw new ValidationProblem([
        { path: ['expiresOn'], code: 'IN_THE_PAST', message: 'has passed already' },
      ])
    const id = newId(now)
    await tx.readinessAnswer.create({
      data: {
        id,
        facilityId: subject.id,
        itemId: item.id,
        choiceId: choice?.id ?? null,
        answer,
        source,
        evidence: input.grounds,
        documentId: input.documentId ?? null,
        expiresOn: given && last && given > last ? last : given,
        answeredAt: now,
        answeredByUserId: viewer.userId,
        actingName: viewer.acting?.name ?? '',
      },
    })
    emit(
      events.ReadinessChanged,
      { facilityId: subject.id },
      { audience: helpersOf(subject), entities: [globalId('Facility', subject.id)] },
    )
    return { readinessAnswerId: id }
  },
})
