import type { Field } from './entries.ts'
import { pairOf, type IntakeState } from './fold.ts'
import type { Person } from './people.ts'
import { compareText, groupedBy } from './order.ts'

export type AlikeReason = 'KANA' | 'KANA_NEAR' | 'BIRTH_YEAR' | 'AGE_BAND' | 'TOWN' | 'PHONE'

/** Two persons who may be one: for somebody to look at, never joined by the machine. */
export interface Alike {
  readonly persons: readonly [string, string]
  readonly score: number
  readonly reasons: readonly AlikeReason[]
}

const POINTS: Readonly<Record<AlikeReason, number>> = {
  KANA: 40,
  KANA_NEAR: 25,
  BIRTH_YEAR: 30,
  AGE_BAND: 15,
  TOWN: 15,
  PHONE: 35,
}
const NEEDED = 55

/** A reading without what people write differently: hiragana, width, spaces, small and long sounds. */
export const plainKana = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[\s\u30fb\u30fc-]/g, '')
    .replace(/[ァィゥェォッャュョヮ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1))

const plainPhone = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
export const plainTown = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const valuesOf = ({ fields }: Person, field: Field, plain: (text: string) => string): string[] =>
  (fields[field] ?? []).map(({ value }) => plain(value)).filter((value) => value !== '')

const asIs = (text: string) => text

interface Traits {
  readonly id: string
  readonly members: readonly string[]
  readonly kana: readonly string[]
  readonly year: readonly string[]
  readonly band: readonly string[]
  readonly town: readonly string[]
  readonly phone: readonly string[]
}

const traitsOf = (person: Person): Traits => ({
  id: person.id,
  members: person.members,
  kana: valuesOf(person, 'KANA', plainKana),
  year: valuesOf(person, 'BIRTH_YEAR', asIs),
  band: valuesOf(person, 'AGE_BAND', asIs),
  town: valuesOf(person, 'TOWN', plainTown),
  phone: valuesOf(person, 'PHONE', plainPhone),
})

const share = (one: readonly string[], other: readonly string[]) => one.some((value) => other.includes(value))
const differ = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && other.length > 0 && !share(one, other)

/** One letter more, less or other. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 3) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end++
  return Math.max(one.length, other.length) - start - end <= 1
}

function compared(one: Traits, other: Traits): Alike | null {
  // Whoever was born in another year is somebody else, unless the years are one apart (数え年, a slip).
  const yearsApart = Math.min(
    ...one.year.flatMap((a) => other.year.map((b) => Math.abs(Number(a) - Number(b)))),
  )
  if (Number.isFinite(yearsApart) && yearsApart > 1) return null
  const reasons: AlikeReason[] = []
  if (share(one.kana, other.kana)) reasons.push('KANA')
  else if (one.kana.some((a) => other.kana.some((b) => isNear(a, b)))) reasons.push('KANA_NEAR')
  if (yearsApart === 0) reasons.push('BIRTH_YEAR')
  else if (share(one.band, other.band)) reasons.push('AGE_BAND')
  if (share(one.town, other.town)) reasons.push('TOWN')
  if (share(one.phone, other.phone)) reasons.push('PHONE')
  // A family has one telephone and one town: without a like reading they are relatives, not one.
  if (!reasons.includes('KANA') && !reasons.includes('KANA_NEAR')) return null
  const against = !Number.isFinite(yearsApart) && differ(one.band, other.band) ? 30 : 0
  const score = reasons.reduce((sum, reason) => sum + POINTS[reason], 0) - against
  return score >= NEEDED ? { persons: [one.id, other.id], score, reasons } : null
}

/** Pairs that may be one person and of which nobody has said anything, the likeliest first. */
export function alikeIn({ persons, decided }: IntakeState): Alike[] {
  const all = persons.map(traitsOf)
  const blocks = groupedBy(
    all.flatMap((traits) => {
      // Near readings share their beginning or their end.
      const halves = traits.kana.flatMap((kana) => {
        const half = Math.floor(kana.length / 2)
        return [`a${kana.slice(0, half)}`, `z${kana.slice(-half)}`]
      })
      return [...new Set(halves)].map((key) => ({ key, traits }))
    }),
    ({ key }) => key,
  )
  const found = new Map<string, Alike>()
  const isDecided = (one: Traits, other: Traits) =>
    one.members.some((a) => other.members.some((b) => decided[pairOf(a, b)] !== undefined))
  for (const block of blocks.values()) {
    for (const [index, { traits: one }] of block.entries()) {
      for (const { traits: other } of block.slice(index + 1)) {
        const pair = pairOf(one.id, other.id)
        if (one.id === other.id || found.has(pair) || isDecided(one, other)) continue
        const alike = one.id < other.id ? compared(one, other) : compared(other, one)
        if (alike) found.set(pair, alike)
      }
    }
  }
  return [...found.values()].toSorted(
    (one, other) => other.score - one.score || compareText(one.persons.join(' '), other.persons.join(' ')),
  )
}
