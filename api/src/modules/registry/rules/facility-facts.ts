import type { Issue } from '../../../kernel/problems.ts'

interface BasicFacts {
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly openedOn: Date | null
}

interface Circumstances {
  readonly knownMunicipality: boolean
  /** The facility is an invented one. */
  readonly sample: boolean
  readonly today: Date
}

const issue = (field: string, code: string, message: string): Issue => ({ path: [field], code, message })

const isWithin = (value: number, from: number, to: number): boolean => value >= from && value <= to

/** What is wrong with the facts of the block BASIC, beyond the shape of each. */
export function basicFaults(
  { name, latitude, longitude, openedOn }: BasicFacts,
  { knownMunicipality, sample, today }: Circumstances,
): Issue[] {
  const issues: Issue[] = []
  if (!knownMunicipality) issues.push(issue('municipalityCode', 'WRONG_VALUE', 'no known municipality'))
  if (sample && !name.includes('見本'))
    issues.push(issue('name', 'SAMPLE_MARK_MISSING', 'an invented facility carries 見本 in its name'))
  if ((latitude === null) !== (longitude === null))
    issues.push(issue(latitude === null ? 'latitude' : 'longitude', 'REQUIRED', 'a point has two numbers'))
  else if (latitude !== null && longitude !== null) {
    if (!isWithin(latitude, 20, 46)) issues.push(issue('latitude', 'POINT_OUTSIDE_JAPAN', 'not in Japan'))
    if (!isWithin(longitude, 122, 154)) issues.push(issue('longitude', 'POINT_OUTSIDE_JAPAN', 'not in Japan'))
  }
  if (openedOn !== null && openedOn > today)
    issues.push(issue('openedOn', 'DAY_IN_FUTURE', 'opened after today'))
  return issues
}
