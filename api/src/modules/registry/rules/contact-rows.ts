import type { Issue } from '../../../kernel/problems.ts'

interface ContactRow {
  readonly dayPhone: string | null
  readonly nightPhone: string | null
  readonly email: string | null
  readonly backupName: string | null
  readonly backupPhone: string | null
  readonly sinceOn: Date | null
}

/** What is wrong with a list of contacts, beyond the shape of each: nobody to reach, a day to come. */
export const contactFaults = (contacts: readonly ContactRow[], today: Date): Issue[] =>
  contacts.flatMap(({ dayPhone, nightPhone, email, backupName, backupPhone, sinceOn }, n) => {
    const issue = (field: string, code: string, message: string): Issue => ({
      path: ['contacts', String(n), field],
      code,
      message,
    })
    const issues: Issue[] = []
    if (dayPhone === null && nightPhone === null && email === null)
      issues.push(issue('dayPhone', 'NO_WAY_TO_REACH', 'neither telephone nor e-mail'))
    if (backupName === null && backupPhone !== null)
      issues.push(issue('backupName', 'REQUIRED', 'whose number is it?'))
    if (backupName !== null && backupPhone === null)
      issues.push(issue('backupPhone', 'REQUIRED', 'how is this person reached?'))
    if (sinceOn !== null && sinceOn > today)
      issues.push(issue('sinceOn', 'DAY_IN_FUTURE', 'in charge from a day to come'))
    return issues
  })
