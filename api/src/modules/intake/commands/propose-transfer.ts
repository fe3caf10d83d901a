import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { anonymised, findOpening, holdBook, keyOf, readEntries, refuseIfClosed } from '../book.ts'
import { TransferProposed } from '../events.ts'
import { keepIntake } from '../policy/intake.ts'
import { fold } from '../rules/fold.ts'
import { bothOf } from '../transfer.ts'

/** 「別の避難所へ移る」 */
export const proposeTransfer = command({
  name: 'proposeTransfer',
  description:
    'The staff of a shelter ask another one of the same event to take a person in. The person is counted where they are until the other has said yes.',
  scope: 'intake:write',
  input: z.object({
    openingId: idOf('ShelterOpening').describe('The shelter the person is in.'),
    personKey: z.uuid().describe('The person, by the key of the entry that began the record.'),
    toOpeningId: idOf('ShelterOpening').describe('The shelter asked.'),
  }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: keepIntake,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  onConstraint: {
    intake_transfer_one_at_a_time: () =>
      new RuleProblem('TRANSFER_UNDER_WAY', 'Another shelter was asked and has not answered.'),
  },
  async run({ tx, subject: opening, input: { personKey, toOpeningId }, now, emit }) {
    const to = await findOpening(tx, toOpeningId)
    if (!to || to.eventId !== opening.eventId || to.openingId === opening.openingId)
      throw new RuleProblem('NO_SHELTER_OF_THE_EVENT', 'That is no other shelter of the same event.')
    refuseIfClosed(to)
    const open = await holdBook(tx, opening.openingId, newId(now))
    const person = fold(await readEntries(tx, open)).persons.find(({ members }) =>
      members.includes(personKey),
    )
    if (!person?.here) throw new RuleProblem('PERSON_NOT_HERE', 'The person is not in this shelter.')
    const { book: toBook } = await holdBook(tx, to.openingId, newId(now))
    if (!keyOf(toBook)) throw anonymised()
    const transfer = await tx.intakeTransfer.create({
      data: { bookId: open.book.id, toBookId: toBook.id, personId: person.id, proposedAt: now },
    })
    emit(
      TransferProposed,
      {
        transferId: transfer.id,
        openingId: opening.openingId,
        toOpeningId: to.openingId,
        drill: opening.drill,
      },
      {
        audience: bothOf(opening, to),
        entities: [opening, to].map(({ openingId }) => globalId('ShelterOpening', openingId)),
      },
    )
    return { transfer: globalId('IntakeTransfer', transfer.id) }
  },
})
