import { createHash } from 'node:crypto'
import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, newId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { audienceOf, findOpening, holdBook, readEntries } from '../book.ts'
import { BookAnonymised } from '../events.ts'
import { anonymise } from '../policy/intake.ts'
import { fold } from '../rules/fold.ts'

const RULE = 'INTAKE_30_DAYS_AFTER_CLOSING'

/** 「匿名化する」 */
export const anonymiseIntake = command({
  name: 'anonymiseIntake',
  description:
    'On its day the portal anonymises a book that was handed out after its shelter was closed: values are taken away, the key is destroyed, and a certificate says what was there. Never before it was handed out.',
  input: z.object({ openingId: z.uuid().describe('The opening.') }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: anonymise,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: opening, now, emit }) {
    const { openingId, closedAt } = opening
    const open = await holdBook(tx, openingId, newId(now))
    const { book } = open
    const { exportedAt } = book
    const handedOut = await tx.intakeExport.findFirst({
      where: { bookId: book.id },
      orderBy: { exportedAt: 'desc' },
    })
    // A device may have sent what it wrote without a network after the book was handed out: it has to be handed out again.
    const isWhole = handedOut?.entries === (await tx.intakeEntry.count({ where: { bookId: book.id } }))
    if (!closedAt || !exportedAt || !book.destroyOn || exportedAt < closedAt || !isWhole)
      throw new RuleProblem('EXPORT_FIRST', 'The book was not handed out whole after the closing.')
    if (dateOf(dayInJapan(now)) < book.destroyOn)
      throw new RuleProblem('KEPT_UNTIL_ITS_DAY', 'Its day has not come.')
    const waiting = await tx.intakeTransfer.count({ where: { bookId: book.id, state: 'EXPECTED' } })
    if (waiting > 0) throw new RuleProblem('TRANSFER_UNDER_WAY', 'Somebody is still expected elsewhere.')

    const persons = fold(await readEntries(tx, open)).persons.length
    const { count: values } = await tx.intakeEntry.updateMany({
      where: { bookId: book.id, sealed: { not: null } },
      data: { sealed: null },
    })
    const { count: searches } = await tx.intakeSearch.updateMany({
      where: { bookId: book.id, sealed: { not: null } },
      data: { sealed: null },
    })
    await tx.intakeBook.update({
      where: { id: book.id },
      data: { wrappedKey: null, destroyedAt: now, version: { increment: 1 } },
    })
    const facts = { rule: RULE, persons, values, searches, exportedAt, destroyedAt: now }
    const certificate = await tx.deletionCertificate.create({
      data: { ...facts, bookId: book.id, contentHash: certificateHash(openingId, facts) },
    })
    emit(
      BookAnonymised,
      { openingId, certificateId: certificate.id, drill: opening.drill },
      { audience: audienceOf(opening), entities: [globalId('ShelterOpening', openingId)] },
    )
    return { deletionCertificateId: certificate.id }
  },
})

interface Certified {
  readonly rule: string
  readonly persons: number
  readonly values: number
  readonly searches: number
  readonly exportedAt: Date
  readonly destroyedAt: Date
}

/** By which anybody can check that a certificate says what it said when it was made. */
export const certificateHash = (
  openingId: string,
  { exportedAt, destroyedAt, ...facts }: Certified,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        openingId,
        facts.rule,
        facts.persons,
        facts.values,
        facts.searches,
        exportedAt.toISOString(),
        destroyedAt.toISOString(),
      ]),
    )
    .digest('hex')
