import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import {
  findOpening,
  notAhead,
  ofEvent,
  refuseAfterClosing,
  refuseUnless,
  toNetwork,
} from '../event-writing.ts'
import * as events from '../events.ts'
import { careNeed, madeByDevice, moment } from '../inputs.ts'
import { reportFor } from '../policy/events.ts'
import { lockOpening } from '../public.ts'
import { isPossible } from '../rules/opening.ts'

const persons = () => z.int().min(0).max(9_999)

/** 「人数を報告する」 */
export const reportFigures = command({
  name: 'reportFigures',
  description:
    'An open shelter says how many evacuees are there by day and by night, and how many more it can take for the night by kind of need; each entry stays with its time.',
  scope: 'disasters:write',
  input: z.object({
    entryKey: madeByDevice(),
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    at: moment().describe('When it was counted, by the clock of the device.'),
    day: persons().nullable().describe('Evacuees by day; null = not counted now.'),
    night: persons().nullable().describe('Evacuees by night; null = not counted now.'),
    free: z
      .array(
        z.object({ need: careNeed.describe('Kind of need.'), free: persons().describe('How many more.') }),
      )
      .max(8)
      .describe('How many more for the night; kinds that are left out keep their last figure.'),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { event } = subject
    const { entryKey: entryId, day, night, free } = input
    const at = notAhead(input.at, now)
    refuseAfterClosing(event, at)
    refuseUnless(
      day !== null || night !== null || free.length > 0,
      () => new RuleProblem('NOTHING_COUNTED', 'No figure was given.'),
    )
    refuseUnless(
      new Set(free.map(({ need }) => need)).size === free.length,
      () => new RuleProblem('NEED_TWICE', 'A kind of need is named twice.'),
    )
    const opening = await lockOpening(tx, subject.opening.id)
    // An entry of a device without network may arrive after the closing of the shelter it was counted in.
    const wasOpen =
      isPossible('figures', opening.state) || (opening.openedAt !== null && at <= (opening.closedAt ?? now))
    refuseUnless(
      wasOpen && opening.openedAt !== null && opening.state !== 'DECIDED',
      () => new RuleProblem('SHELTER_IS_NOT_OPEN', 'The shelter is not open.'),
    )
    const shared = { openingId: opening.id, at, receivedAt: now, byUserId: viewer.userId }
    const counted = day === null && night === null ? [] : [{ ...shared, id: entryId, day, night }]
    const occupancies = await tx.shelterOccupancy.createMany({ data: counted, skipDuplicates: true })
    const vacancies = await tx.shelterVacancy.createMany({
      data: free.map((one) => ({ ...shared, entryId, need: one.need, free: one.free })),
      skipDuplicates: true,
    })
    if (occupancies.count + vacancies.count > 0)
      emit(
        events.FiguresReported,
        { ...ofEvent(event), openingId: opening.id, facilityId: opening.facilityId, entryId },
        toNetwork(event, ['ShelterOpening', opening.id]),
      )
    return { shelterOpeningId: opening.id }
  },
})
