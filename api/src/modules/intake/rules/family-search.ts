import { plainKana, plainTown } from './alike.ts'
import { destinationOf, type IntakeState } from './fold.ts'
import type { Person } from './people.ts'

/** Searches of one member of staff within an hour; more is no family at a desk. */
export const SEARCHES_PER_HOUR = 20

export interface SearchedFor {
  readonly kana: string
  readonly birthYear: string | null
  readonly town: string | null
}

const saidIn = (
  { fields }: Person,
  field: 'KANA' | 'BIRTH_YEAR' | 'TOWN' | 'SEARCH_CONSENT',
  plain = (text: string) => text,
) => (fields[field] ?? []).map(({ value }) => plain(value))

/** The whole reading, and the year of birth or the town; nothing is looked up by a part. */
const isMeant = (person: Person, { kana, birthYear, town }: SearchedFor): boolean =>
  plainKana(kana).length >= 3 &&
  saidIn(person, 'KANA', plainKana).includes(plainKana(kana)) &&
  ((birthYear !== null && saidIn(person, 'BIRTH_YEAR').includes(birthYear)) ||
    (town !== null && plainTown(town) !== '' && saidIn(person, 'TOWN', plainTown).includes(plainTown(town))))

/** Yes alone is a yes: while two answers stand beside each other, nobody is told. */
const consents = (person: Person): boolean => {
  const said = saidIn(person, 'SEARCH_CONSENT')
  return said.length === 1 && said[0] === 'YES'
}

export interface FoundPerson {
  readonly id: string
  readonly here: boolean
  readonly destination: string | null
}

/**
 * The one person who is meant and has agreed to be found. Nobody, several and somebody who has not agreed are answered
 * alike, so that the answer itself tells nothing.
 */
export function findPerson(states: readonly IntakeState[], searched: SearchedFor): FoundPerson | null {
  const meant = states.flatMap(({ persons }) => persons.filter((person) => isMeant(person, searched)))
  const here = meant.filter((person) => person.here)
  const [one, ...more] = here.length > 0 ? here : meant
  if (!one || more.length > 0 || !consents(one)) return null
  const [left] = one.here ? [] : one.presence
  return {
    id: one.id,
    here: one.here,
    destination: left ? (destinationOf(left.value)?.destination ?? null) : null,
  }
}
