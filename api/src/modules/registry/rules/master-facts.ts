import { isMunicipalityCode } from './checked-numbers.ts'
import { unspaced } from './text.ts'

// Lists of the state's that a person edits as text, one entry a line, and the database computes with as JSON. A key that
// is not here is not edited by hand.

/** 指定都市 as kept in master data. */
export interface DesignatedCity {
  /** Six digits. */
  readonly code: string
  readonly name: string
}

/** 地方厚生局 and its prefectures, each by the first two digits of its code. */
export interface RegionalBureau {
  readonly name: string
  readonly prefectures: readonly string[]
}

/** For how long creditors may speak up before a merger is registered. */
export interface CreditorNotice {
  readonly months: number
}

interface Form<Entry> {
  readonly write: (entry: Entry) => string
  /** Null if the line is none. */
  readonly read: (line: string) => Entry | null
}

const designatedCities: Form<DesignatedCity> = {
  write: ({ code, name }) => `${code} ${name}`,
  read(line) {
    const [, code = '', name = ''] = /^([0-9]{6})[\s,、]*(\S+)$/.exec(line.normalize('NFKC').trim()) ?? []
    return isMunicipalityCode(code) ? { code, name } : null
  },
}

const regionalBureaus: Form<RegionalBureau> = {
  write: ({ name, prefectures }) => `${name} ${prefectures.join('・')}`,
  read(line) {
    const [name = '', ...rest] = line.normalize('NFKC').trim().split(/\s+/)
    const prefectures = unspaced(rest.join('・'))
      .split(/[・,、]+/)
      .filter(Boolean)
    const known = prefectures.every((code) => /^(?:0[1-9]|[1-3][0-9]|4[0-7])$/.test(code))
    return name && prefectures.length > 0 && known ? { name, prefectures } : null
  },
}

const creditorNotice: Form<CreditorNotice> = {
  write: ({ months }) => `${months}か月`,
  read(line) {
    const months = Number(/^([0-9]{1,2})[かヶケカ]?月?$/.exec(unspaced(line.normalize('NFKC')))?.[1])
    return months >= 1 && months <= 24 ? { months } : null
  },
}

/** What the registry and the modules above it compute with, by its key. */
export const FORMS = {
  DESIGNATED_CITIES: designatedCities,
  REGIONAL_BUREAUS: regionalBureaus,
  MERGER_CREDITOR_NOTICE: creditorNotice,
} as const
export type MasterFactKey = keyof typeof FORMS

const isKnown = (key: string): key is MasterFactKey => key in FORMS

/** The entries as lines of text; an unknown list is shown as it is kept. */
export function linesOf(key: string, value: unknown): string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  const form = isKnown(key) ? (FORMS[key] as Form<unknown>) : null
  return entries.map((entry) => (form ? form.write(entry) : JSON.stringify(entry)))
}

/** Reads what a person typed. `wrong` names the lines that are no entry, counted from 1; blank lines do not count. */
export function readLines(key: string, lines: readonly string[]): { entries: object[]; wrong: number[] } {
  const form = isKnown(key) ? (FORMS[key] as Form<object>) : null
  const entries: object[] = []
  const wrong: number[] = []
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue
    const entry = form?.read(line)
    if (entry) entries.push(entry)
    else wrong.push(n + 1)
  }
  return { entries, wrong }
}
