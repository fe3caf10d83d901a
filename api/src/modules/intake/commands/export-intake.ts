import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { findOpening, holdBook, readEntries } from '../book.ts'
import { handOut } from '../policy/intake.ts'
import { fold } from '../rules/fold.ts'
import { destroyOn } from '../rules/personal-fields.ts'

/** 「名簿をファイルで受け取る」 */
export const exportIntake = command({
  name: 'exportIntake',
  description:
    'The director of the facility takes the whole book of people out as a file. After the closing this begins the days after which the book is anonymised.',
  scope: 'intake:export',
  input: z.object({ openingId: idOf('ShelterOpening').describe('The shelter in its event.') }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: handOut,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: { openingId, closedAt }, viewer, now }) {
    const open = await holdBook(tx, openingId, newId(now))
    const entries = await readEntries(tx, open)
    const { persons } = fold(entries)
    await tx.intakeExport.create({
      data: {
        bookId: open.book.id,
        persons: persons.length,
        entries: entries.length,
        exportedAt: now,
        exportedByUserId: viewer.userId,
      },
    })
    const japan = (moment: Date) => dateOf(dayInJapan(moment))
    await tx.intakeBook.update({
      where: { id: open.book.id },
      data: {
        exportedAt: now,
        ...(closedAt && { destroyOn: destroyOn(japan(closedAt), japan(now)) }),
        version: { increment: 1 },
      },
    })
    return { persons: persons.length }
  },
})
