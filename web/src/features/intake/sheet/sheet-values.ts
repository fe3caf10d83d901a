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

const SEXES: Readonly<Record<string, string>> = {
  '1': 'FEMALE',
  '2': 'MALE',
  女: 'FEMALE',
  男: 'MALE',
  女性: 'FEMALE',
  男性: 'MALE',
}
const ANSWERS: Readonly<Record<string, string>> = { '1': 'YES', '2': 'NO', はい: 'YES', いいえ: 'NO' }

/** A keyed line as it is sent: digits stand for the choices that are numbered on the paper. */
export function sentLine(line: Line) {
  const said = (value: string) => (value.trim() === '' ? null : value.trim())
  const needs = [...digitsOnly(line.needs)].flatMap((digit) => CARE_NEEDS[Number(digit) - 1] ?? [])
  return {
    name: said(line.name),
    kana: said(line.kana),
    birthYear: said(toDigits(line.birthYear)),
    sex: said(line.sex) && (SEXES[toDigits(line.sex).trim()] ?? 'UNKNOWN'),
    town: said(line.town),
    phone: said(toDigits(line.phone)),
    needs: needsValue(needs) || null,
    searchConsent: said(line.searchConsent) && (ANSWERS[toDigits(line.searchConsent).trim()] ?? 'UNKNOWN'),
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
