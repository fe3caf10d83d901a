import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { newId } from '../../../kernel/ids.ts'
import { announceWriting, findOpening, holdBook, takeEntries } from '../book.ts'
import { entryInput } from '../inputs.ts'
import { keepIntake } from '../policy/intake.ts'
import { fromSent } from '../rules/entries.ts'

/** 「送信する」: what devices have written, perhaps long ago and perhaps sent before. */
export const sendIntakeEntries = command({
  name: 'sendIntakeEntries',
  description:
    'A device of a shelter sends what was written about people taken in: facts with ids of its own, in any order and as often as it likes. Each is taken once, or refused by itself with a reason; the others stay taken.',
  scope: 'intake:write',
  secret: ['entries'],
  input: z.object({
    openingId: idOf('ShelterOpening').describe('The shelter in its event.'),
    entries: z.array(entryInput).min(1).max(500).describe('What was written.'),
  }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: keepIntake,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: opening, input, viewer, now, emit }) {
    const open = await holdBook(tx, opening.openingId, newId(now))
    const writing = { now, userId: viewer.userId }
    const { accepted, refused } = await takeEntries(tx, open, input.entries.map(fromSent), writing)
    if (accepted.length > 0) await announceWriting({ tx, emit, now }, opening, viewer.userId)
    return {
      accepted,
      refused: refused.map(({ id }) => id),
      refusedBecause: refused.map(({ reason }) => reason),
    }
  },
})
