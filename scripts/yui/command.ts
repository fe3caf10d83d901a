/** One task of `npm run yui`. Its name is its file's, with a colon for the first dash: audit-verify.ts is `audit:verify`. */
export interface OperationsCommand {
  /** One line for the list of tasks. */
  summary: string
  /** Whether DATABASE_URL is to name a reachable database; without one the embedded server is started for the task. */
  needsDatabase: boolean
  run(args: string[]): Promise<number | void>
}
