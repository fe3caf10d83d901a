import { CARE_NEEDS, needsValue } from '../../../../../api/src/modules/intake/rules/entries.ts'
import { digitsOnly, toDigits } from '../../../lib/digits.ts'

/** The boxes of a line, in the order of the paper. */
export const COLUMNS = [
  'name',
  'kana',
  'birthYear',
  'sex',
  'town',
  'phone',
  'needs',
  'searchConsent',
  'note',
] as const
export type Column = (typeof COLUMNS)[number]
export type Line = Readonly<Record<Column, string>>

export const emptyLine: Line = {
  name: '',
  kana: '',
  birthYear: '',
  sex: '',
  town: '',
  phone: '',
  needs: '',
  searchConsent: '',
  note: '',
}

export const isEmpty = (line: Line): boolean => COLUMNS.every((column) => line[column].trim() === '')

/** The choices on the paper, in the order of their numbers there. */
const SEXES = ['FEMALE', 'MALE']
const ANSWERS = ['YES', 'NO']

/** The words of the choices, by what they mean. */
interface Words {
  readonly sexes: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string>>
}

/** What somebody chose: by its number on the paper, or by its word, however it goes on. */
function chosen(
  written: string,
  choices: readonly string[],
  words: Readonly<Record<string, string>>,
): string {
  const said = toDigits(written).trim()
  const byWord = choices.find((choice) => words[choice] !== undefined && said.startsWith(words[choice]))
  return choices[Number(said) - 1] ?? byWord ?? 'UNKNOWN'
}

/** A keyed line as it is sent. */
export function sentLine(line: Line, words: Words) {
  const said = (value: string) => (value.trim() === '' ? null : value.trim())
  const needs = [...digitsOnly(line.needs)].flatMap((digit) => CARE_NEEDS[Number(digit) - 1] ?? [])
  return {
    name: said(line.name),
    kana: said(line.kana),
    birthYear: said(toDigits(line.birthYear)),
    sex: said(line.sex) && chosen(line.sex, SEXES, words.sexes),
    town: said(line.town),
    phone: said(toDigits(line.phone)),
    needs: needsValue(needs) || null,
    searchConsent: said(line.searchConsent) && chosen(line.searchConsent, ANSWERS, words.answers),
    note: said(line.note),
  }
}

/** Puts cells copied from a table into the lines, from one box on; what does not fit is left out. */
export function pasted(lines: readonly Line[], from: { line: number; column: number }, text: string): Line[] {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'))
  return lines.map((line, index) => {
    const row = rows[index - from.line]
    if (!row) return line
    const cells = row.flatMap((cell, offset): [Column, string][] => {
      const column = COLUMNS[from.column + offset]
      return column ? [[column, cell.trim()]] : []
    })
    return { ...line, ...Object.fromEntries(cells) }
  })
}
