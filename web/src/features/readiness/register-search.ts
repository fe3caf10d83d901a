import type { CareNeed, ShelterCountDefinition } from '../../generated/graphql.ts'

/** What of the register is shown, as it stands in the address. */
export interface RegisterSearch {
  /** The way of counting. */
  d?: ShelterCountDefinition | undefined
  /** Municipality by its 6 digits. */
  m?: string | undefined
  n?: CareNeed | undefined
  direct?: boolean | undefined
  /** The disaster or drill that is counted. */
  e?: string | undefined
  /** The moment that is counted, as it is typed: 2026-11-23T10:00. */
  at?: string | undefined
  after?: string | undefined
  before?: string | undefined
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z_]{1,40}$/.test(value) ? value : undefined

/** What is no such word is answered by the API with words of its own. */
export const readRegisterSearch = ({
  d,
  m,
  n,
  direct,
  e,
  at,
  after,
  before,
}: Record<string, unknown>): RegisterSearch => ({
  ...(word(d) && { d: word(d) as ShelterCountDefinition }),
  ...((typeof m === 'string' || typeof m === 'number') && /^[0-9]{6}$/.test(`${m}`) && { m: `${m}` }),
  ...(word(n) && { n: word(n) as CareNeed }),
  ...(direct === true && { direct }),
  ...(typeof e === 'string' && { e }),
  ...(typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at) && { at }),
  ...(typeof after === 'string' && { after }),
  ...(typeof before === 'string' && { before }),
})
