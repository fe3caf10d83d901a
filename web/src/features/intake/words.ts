import { needsOf, type Field, type Sought } from '../../../../api/src/modules/intake/rules/entries.ts'
import { destinationOf, type IntakeState } from '../../../../api/src/modules/intake/rules/fold.ts'
import type { Group, Person } from '../../../../api/src/modules/intake/rules/people.ts'
import type { Share } from '../../../../api/src/modules/intake/rules/referrals.ts'
import type { useIntakeText } from '../../locales/intake.ts'

type Text = ReturnType<typeof useIntakeText>

const lookUp = (words: Readonly<Record<string, string>>, value: string) => words[value] ?? value

/** A value as people read it. */
export function valueText(text: Text, field: Field | 'PRESENCE', value: string): string {
  if (value === '') return text.empty
  switch (field) {
    case 'NEEDS':
      return needsOf(value)
        .map((need) => text.needs[need])
        .join('・')
    case 'SEX':
      return lookUp(text.sexes, value)
    case 'AGE_BAND':
      return lookUp(text.ageBands, value)
    case 'STAY':
      return lookUp(text.stays, value)
    case 'SEARCH_CONSENT':
    case 'SHARE_CONSENT':
      return lookUp(text.answers, value)
    case 'PRESENCE': {
      const left = destinationOf(value)
      return left ? [text.destinations[left.destination], left.note].filter(Boolean).join(' ') : text.here
    }
    default:
      return value
  }
}

export const nameOf = (text: Text, person: Pick<Person, 'fields'> | undefined): string =>
  person?.fields.NAME?.map(({ value }) => value).join(' ／ ') || text.nameless

export const groupText = (text: Text, { need, remaining }: Pick<Group, 'need' | 'remaining'>): string =>
  text.groupLine(remaining, need ? text.needs[need] : text.needUnknown)

/** Who moves together: names, and how many who have none. */
export const moversText = (
  text: Text,
  { persons, groups }: Pick<IntakeState, 'persons' | 'groups'>,
  movers: Pick<Share, 'persons' | 'heads'>,
): string =>
  [
    ...movers.persons.map((id) =>
      nameOf(
        text,
        persons.find((person) => person.id === id),
      ),
    ),
    ...movers.heads.map(({ group, people }) => {
      const need = groups.find(({ id }) => id === group)?.need
      return text.groupLine(people, need ? text.needs[need] : text.moving.countedOnes)
    }),
  ].join('・')

/** What place is sought, and what the coordinators call it. */
export const placeText = (text: Text, { urgency, needs, equipment }: Sought, reference?: string): string =>
  [
    ...(reference ? [text.moving.reference(reference)] : []),
    text.moving.urgencies[urgency],
    ...needs.map((need) => text.needs[need]),
    ...equipment,
  ].join('　')

/** How many things wait for somebody’s word. */
export const openCount = (state: IntakeState, alike: number): number =>
  state.conflicts.length + alike + state.countedTwice.length + state.perhapsCounted.length
