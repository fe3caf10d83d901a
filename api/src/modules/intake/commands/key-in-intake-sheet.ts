import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { allow } from '../../../kernel/verdict.ts'
import { announceWriting, findOpening, holdBook, takeEntries } from '../book.ts'
import { needsOf, needsValue } from '../rules/entries.ts'
import { entriesOfSheet, LINES, sheetState } from '../rules/sheet.ts'

const refusals = {
  EXPIRED: () => new RuleProblem('SHEET_EXPIRED', 'The time to key the sheet in is over.'),
  USED: () => new RuleProblem('SHEET_USED', 'The sheet was keyed in already.'),
  REVOKED: () => new RuleProblem('SHEET_REVOKED', 'The shelter took the sheet back.'),
}

const text = (max: number) => z.string().trim().max(max).nullable()

const line = z.object({
  lineKey: z.uuid().describe('Key of the line, made by the browser.'),
  name: text(100).describe('Name of the person.'),
  kana: text(100).describe('Reading of the name.'),
  birthYear: text(4).describe('Year of birth, four digits.'),
  sex: text(10).describe('FEMALE, MALE, OTHER or UNKNOWN.'),
  town: text(100).describe('Town or quarter.'),
  phone: text(30).describe('Telephone number.'),
  needs: text(200).describe('Kinds of CareNeed, by commas.'),
  searchConsent: text(10).describe('YES, NO or UNKNOWN.'),
  note: text(300).describe('Anything else on the line.'),
})

/** 「用紙を入力する」: by somebody without an account. */
export const keyInIntakeSheet = command({
  name: 'keyInIntakeSheet',
  description:
    'Somebody without an account keys in one printed sheet by its link: once, until it expires. The link shows nothing of anybody.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  secret: ['token', 'lines'],
  input: z.object({
    token: z.string().min(1).max(200).describe('The secret from the link.'),
    lines: z.array(line).min(1).max(LINES).describe('The written lines.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { token }) {
    const sheet = await tx.intakeSheet.findUnique({
      where: { tokenHash: hashOfSecret(token) },
      include: { book: true },
    })
    const opening = sheet && (await findOpening(tx, sheet.book.openingId))
    return sheet && opening ? { sheet, ...opening } : null
  },
  // The secret of the link is the right to use it.
  may: () => allow,
  auditSubject: (_result, { sheet }) => ({ type: 'IntakeSheet', id: sheet.id }),
  async run({ tx, subject: { sheet, ...opening }, input, now, emit }) {
    const open = await holdBook(tx, opening.openingId, newId(now))
    // Read again with the book held: of two that key in the same sheet, one is too late.
    const current = await tx.intakeSheet.findUniqueOrThrow({ where: { id: sheet.id } })
    const state = sheetState(current, now)
    if (state !== 'OPEN') throw refusals[state]()
    const entries = entriesOfSheet(
      input.lines.map(({ lineKey, ...said }) => ({
        id: lineKey,
        values: {
          NAME: said.name ?? '',
          KANA: said.kana ?? '',
          BIRTH_YEAR: said.birthYear ?? '',
          SEX: said.sex ?? '',
          TOWN: said.town ?? '',
          PHONE: said.phone ?? '',
          NEEDS: needsValue(needsOf(said.needs ?? '')),
          SEARCH_CONSENT: said.searchConsent ?? '',
          NOTE: said.note ?? '',
        },
      })),
      {
        sheetId: sheet.id,
        headcountId: current.headcountId,
        at: now.toISOString(),
        newId: () => newId(now),
      },
    )
    const { refused } = await takeEntries(tx, open, entries, { now, userId: null })
    if (refused.length > 0) {
      // A sheet is keyed in whole or not at all: the helper sees which line to mend.
      const issues = refused.map(({ id, reason }) => {
        const entry = entries.find((one) => one.id === id)
        const index = input.lines.findIndex((one) => one.lineKey === entry?.subjects[0])
        return {
          path: ['lines', String(index), fieldNames[entry?.field ?? ''] ?? 'id'],
          code: reason,
          message: reason,
        }
      })
      throw new ValidationProblem(issues)
    }
    await tx.intakeSheet.update({
      where: { id: sheet.id },
      data: { usedAt: now, lines: input.lines.length, version: { increment: 1 } },
    })
    await announceWriting({ tx, emit, now }, opening, null)
    return { taken: true }
  },
})

const fieldNames: Readonly<Record<string, string>> = {
  NAME: 'name',
  KANA: 'kana',
  BIRTH_YEAR: 'birthYear',
  SEX: 'sex',
  TOWN: 'town',
  PHONE: 'phone',
  NEEDS: 'needs',
  SEARCH_CONSENT: 'searchConsent',
  NOTE: 'note',
}
