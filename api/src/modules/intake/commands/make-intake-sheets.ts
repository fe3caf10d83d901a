import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'
import { findOpening, holdBook, refuseIfClosed } from '../book.ts'
import { keepIntake } from '../policy/intake.ts'

const HOUR = 3_600_000

/** 「記入用紙を印刷する」 */
export const makeIntakeSheets = command({
  name: 'makeIntakeSheets',
  description:
    'The staff of a shelter print numbered sheets. Each carries a link by which somebody without an account keys in this one sheet, once, until it expires. The links are shown once.',
  scope: 'intake:write',
  secret: ['secrets'],
  input: z.object({
    openingId: idOf('ShelterOpening').describe('The shelter in its event.'),
    count: z.int().min(1).max(20).describe('How many sheets.'),
    hours: z.int().min(1).max(72).describe('For how many hours they can be keyed in.'),
    headcountKey: z
      .uuid()
      .nullable()
      .describe('The headcount whose people will be written on them; null for people not counted before.'),
  }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: keepIntake,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: opening, input: { count, hours, headcountKey }, viewer, now }) {
    refuseIfClosed(opening)
    const { book } = await holdBook(tx, opening.openingId, newId(now))
    const { _max: last } = await tx.intakeSheet.aggregate({
      where: { bookId: book.id },
      _max: { number: true },
    })
    const secrets = Array.from({ length: count }, () => newSecret())
    const numbers = secrets.map((_, index) => (last.number ?? 0) + index + 1)
    await tx.intakeSheet.createMany({
      data: secrets.map((secret, index) => ({
        bookId: book.id,
        number: numbers[index] ?? 0,
        headcountId: headcountKey,
        tokenHash: hashOfSecret(secret),
        expiresAt: new Date(now.getTime() + hours * HOUR),
        createdByUserId: viewer.userId,
      })),
    })
    return { numbers: numbers.map(String), secrets }
  },
})
