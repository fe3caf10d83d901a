import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceWriting, holdBook, readEntries, refuseIfClosed, takeEntries } from '../book.ts'
import { TransferAnswered } from '../events.ts'
import { keepIntake } from '../policy/intake.ts'
import { fold } from '../rules/fold.ts'
import { transferred } from '../rules/writing.ts'
import { bothOf, entriesOfArrival, findTransfer } from '../transfer.ts'

/** 「受け入れた」: the person is there. */
export const acceptTransfer = command({
  name: 'acceptTransfer',
  description:
    'The shelter that was asked has taken the person in: from this moment on the person is counted there and no longer where they came from.',
  scope: 'intake:write',
  input: z.object({ transferId: idOf('IntakeTransfer').describe('What was asked.') }),
  subject: (tx, { transferId }) => findTransfer(tx, transferId),
  may: keepIntake,
  auditSubject: (_result, { transfer }) => ({ type: 'IntakeTransfer', id: transfer.id }),
  async run({ tx, subject: { transfer, from, to }, viewer, now, emit }) {
    refuseIfClosed(to)
    // Always in the same order, so that two that cross do not wait for each other.
    const books = new Map<string, Awaited<ReturnType<typeof holdBook>>>()
    for (const openingId of [from.openingId, to.openingId].toSorted())
      books.set(openingId, await holdBook(tx, openingId, newId(now)))
    const [source, target] = [books.get(from.openingId), books.get(to.openingId)]
    const { count } = await tx.intakeTransfer.updateMany({
      where: { id: transfer.id, state: 'EXPECTED' },
      data: { state: 'ACCEPTED', answeredAt: now, version: { increment: 1 } },
    })
    if (count === 0 || !source || !target)
      throw new RuleProblem('TRANSFER_ANSWERED', 'That was answered already.')
    const person = fold(await readEntries(tx, source)).persons.find(({ members }) =>
      members.includes(transfer.personId),
    )
    if (!person?.here) throw new RuleProblem('PERSON_NOT_HERE', 'The person has left that shelter otherwise.')
    const at = now.toISOString()
    const writing = { now, userId: viewer.userId }
    const arrival = entriesOfArrival(person, { transferId: transfer.id, at, newId: () => newId(now) })
    const pen = { deviceId: transfer.id, next: () => ({ id: newId(now), sequence: 1, at }) }
    await takeEntries(tx, target, arrival, writing)
    await takeEntries(tx, source, [transferred(pen, person, to.facilityName)], writing)
    for (const opening of [from, to]) await announceWriting({ tx, emit, now }, opening, viewer.userId)
    emit(
      TransferAnswered,
      { transferId: transfer.id, accepted: true, drill: to.drill },
      {
        audience: bothOf(from, to),
        entities: [from, to].map(({ openingId }) => globalId('ShelterOpening', openingId)),
      },
    )
    return { answered: true }
  },
})
