import { RuleProblem } from '../../../kernel/problems.ts'

/** The step cannot be taken now: somebody else went on, or the portal is at work. */
export const notThereYet = (): RuleProblem =>
  new RuleProblem('IMPORT_NOT_THERE', 'The import stands elsewhere by now; read it again.')

/** The worker holds it at this moment. */
export const atWork = (): RuleProblem =>
  new RuleProblem('IMPORT_AT_WORK', 'The import is being written at this moment; look again in a minute.')

/** Nothing to check. */
export const withoutFiles = (): RuleProblem =>
  new RuleProblem('IMPORT_WITHOUT_FILES', 'Put in at least one file, and say how each is to be read.')

/** Records were changed or created after the check. */
export const outdated = (): RuleProblem =>
  new RuleProblem('IMPORT_OUTDATED', 'The registry was changed after the check; check again.')

/** Something stands on what it wrote. */
export const builtOn = (): RuleProblem =>
  new RuleProblem('IMPORT_BUILT_ON', 'Somebody has built on this import; see importUndoObstacles.')

/** A complete list needs to be told from others. */
export const sourceNeeded = (): RuleProblem =>
  new RuleProblem('IMPORT_SOURCE_NEEDED', 'Say whose list it is before calling it complete.')
