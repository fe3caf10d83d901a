import type { Issue } from '../../../kernel/problems.ts'

interface OfficeRow {
  readonly id?: string | null
  readonly serviceKindId: string
  readonly officeNumber: string | null
  readonly name: string
  readonly endedOn: Date | null
}

interface Circumstances {
  readonly knownKinds: ReadonlySet<string>
  /** Offices elsewhere that have one of the numbers. */
  readonly taken: readonly { readonly officeNumber: string | null; readonly serviceKindId: string }[]
  /** Whether the office is an invented one; null asks for a new one. */
  readonly sampleOf: (id: string | null) => boolean
  readonly today: Date
}

/** What is wrong with the offices of a facility, beyond the shape of each. */
export function officeFaults(
  offices: readonly OfficeRow[],
  { knownKinds, taken, sampleOf, today }: Circumstances,
): Issue[] {
  const key = ({ officeNumber, serviceKindId }: Pick<OfficeRow, 'officeNumber' | 'serviceKindId'>) =>
    `${officeNumber} ${serviceKindId}`
  const takenKeys = new Set(taken.map(key))
  const seen = new Set<string>()
  return offices.flatMap((office, n) => {
    const issue = (field: string, code: string, message: string): Issue => ({
      path: ['offices', String(n), field],
      code,
      message,
    })
    const issues: Issue[] = []
    const { serviceKindId, officeNumber, name, endedOn } = office
    const sample = sampleOf(office.id ?? null)
    if (!knownKinds.has(serviceKindId)) issues.push(issue('serviceKindId', 'WRONG_VALUE', 'no known service'))
    if (sample && officeNumber !== null)
      issues.push(issue('officeNumber', 'SAMPLE_HAS_NO_NUMBER', 'an invented office has no number'))
    if (sample && !name.includes('見本'))
      issues.push(issue('name', 'SAMPLE_MARK_MISSING', 'an invented office carries 見本 in its name'))
    if (!sample && officeNumber === null)
      issues.push(issue('officeNumber', 'REQUIRED', 'a real office has a number'))
    if (officeNumber !== null) {
      if (takenKeys.has(key(office)))
        issues.push(issue('officeNumber', 'OFFICE_NUMBER_TAKEN', 'another facility has it'))
      if (seen.has(key(office))) issues.push(issue('officeNumber', 'ALREADY_THERE', 'stands twice'))
      seen.add(key(office))
    }
    if (endedOn !== null && endedOn > today)
      issues.push(issue('endedOn', 'DAY_IN_FUTURE', 'closed on a day to come'))
    return issues
  })
}
