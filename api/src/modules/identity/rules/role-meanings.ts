import type { RoleName } from '../../../kernel/viewer.ts'

/** What each role may do, in one sentence; the graph shows it to programs. */
export const roleMeanings: Readonly<Record<RoleName, string>> = {
  PLATFORM_SECRETARIAT: 'Runs a network and looks after its officers and its members’ administrators.',
  PLATFORM_CHAIR: 'Chairs a network.',
  PLATFORM_AUDITOR: 'Reads everything of a network, for at most a year.',
  PLATFORM_OFFICER: 'Holds an office of a network: sees what its members see, and votes in the own office.',
  CORPORATION_ADMIN: 'Looks after the people and facilities of a corporation.',
  CORPORATION_REPORTER: 'Writes the reports of a corporation.',
  FACILITY_DIRECTOR: 'Answers for a facility and looks after its staff.',
  FACILITY_STAFF: 'Keeps the facts of a facility.',
  MUNICIPAL_LIAISON: 'Reads on behalf of a municipality.',
  SYSTEM_OPERATOR: 'Runs this installation.',
}
