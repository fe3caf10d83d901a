import type { RoleName } from '../../../kernel/viewer.ts'
import { FIELDS, type Entry, type Field } from './entries.ts'

/** Everything personal that is kept of people taken in, beside the fields of a person. */
export const OTHER_PERSONAL = ['DESTINATION', 'PLACE_SOUGHT', 'ASKER'] as const
export type PersonalName = Field | (typeof OTHER_PERSONAL)[number]

export type Purpose = 'SAFETY' | 'CARE' | 'FAMILY_CONTACT' | 'SAME_PERSON' | 'COUNTING' | 'ACCOUNTABILITY'

export interface PersonalField {
  readonly purpose: Purpose
  /** Who may read it, acting for the facility that took the person in. */
  readonly readers: readonly RoleName[]
  /** Goes into the numbers that others see; the value itself does not. */
  readonly counted?: true
  readonly retention: RetentionRule
}

export type RetentionRule = 'INTAKE_30_DAYS_AFTER_CLOSING'

/** Days that are kept after the shelter was closed and the book was handed out. */
export const RETENTION_DAYS: Readonly<Record<RetentionRule, number>> = { INTAKE_30_DAYS_AFTER_CLOSING: 30 }

const STAFF: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF']
const retention = 'INTAKE_30_DAYS_AFTER_CLOSING'
const declared = (purpose: Purpose, readers = STAFF): PersonalField => ({ purpose, readers, retention })
const counted = (purpose: Purpose): PersonalField => ({ ...declared(purpose), counted: true })

/** The one table from which access is enforced, values are anonymised and docs/intake-personal-data.md is written. */
export const PERSONAL: Readonly<Record<PersonalName, PersonalField>> = {
  NAME: declared('SAFETY'),
  KANA: declared('SAME_PERSON'),
  BIRTH_YEAR: declared('SAME_PERSON'),
  AGE_BAND: declared('CARE'),
  SEX: declared('CARE'),
  TOWN: declared('SAME_PERSON'),
  PHONE: declared('FAMILY_CONTACT'),
  FAMILY: declared('SAFETY'),
  NEEDS: counted('CARE'),
  STAY: counted('COUNTING'),
  CARE_LEVEL: declared('CARE'),
  DIET: declared('CARE'),
  MEDICINE: declared('CARE'),
  DEVICES: declared('CARE'),
  COMMUNICATION: declared('CARE'),
  KEY_PERSON: declared('FAMILY_CONTACT'),
  KEY_PERSON_PHONE: declared('FAMILY_CONTACT'),
  SEARCH_CONSENT: declared('FAMILY_CONTACT'),
  SHARE_CONSENT: declared('CARE'),
  NOTE: declared('CARE'),
  DESTINATION: declared('SAFETY'),
  PLACE_SOUGHT: counted('CARE'),
  ASKER: declared('ACCOUNTABILITY', ['FACILITY_DIRECTOR']),
}

/** What the value of an entry is: of a field, where somebody went, or what place is sought. */
export const personalNameOf = ({ field, kind }: Pick<Entry, 'field' | 'kind'>): PersonalName =>
  field ?? (kind === 'REFERRED' ? 'PLACE_SOUGHT' : 'DESTINATION')

/** What somebody with these roles may read of the people their facility took in. */
export const readableBy = (roles: readonly RoleName[]): ReadonlySet<PersonalName> =>
  new Set(
    ([...FIELDS, ...OTHER_PERSONAL] as const).filter((name) =>
      PERSONAL[name].readers.some((role) => roles.includes(role)),
    ),
  )

/** First day on which a book is anonymised: the rule's days after the closing, and at least a week after it was handed out. */
export function destroyOn(closedOn: Date, exportedOn: Date, rule: RetentionRule = retention): Date {
  const day = 86_400_000
  return new Date(Math.max(closedOn.getTime() + RETENTION_DAYS[rule] * day, exportedOn.getTime() + 7 * day))
}
