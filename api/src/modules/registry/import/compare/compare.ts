import type { Tx } from '../../../../kernel/db.ts'
import { writeChanges } from './changes.ts'
import { recognizeCorporations } from './corporations.ts'
import { recognizeFacilities } from './facilities.ts'
import { gatherRows, markRefused, refuseRepetitions } from './rows.ts'
import { keepToScope, type ImportScope } from './scope.ts'
import { wantRecords } from './wanted.ts'

/**
 * Compares the rows of an import with the registry and notes what it would do to each record. All of it happens in the
 * database, in temporary tables of this transaction, so that memory does not grow with the number of rows:
 *
 * 1. `w_row`: the rows that were read, by what records are recognized by;
 * 2. `w_corp`: the corporation each belongs to, and which one of the registry that is;
 * 3. rows outside of what the body may import, and repetitions, are refused;
 * 4. `w_place`: the facility each office belongs to (one corporation at one address), and which one of the registry it is;
 * 5. `w_want`: what each record should be; compared column by column, it becomes `import_change`.
 */
export async function compare(tx: Tx, scope: ImportScope): Promise<void> {
  // The rows have just been written: without their statistics the joins below would be planned for a handful.
  await tx.$executeRaw`ANALYZE import_row`
  await gatherRows(tx, scope.runId)
  await recognizeCorporations(tx, scope)
  await keepToScope(tx, scope)
  await refuseRepetitions(tx)
  await recognizeFacilities(tx, scope)
  await markRefused(tx, scope.runId)
  await wantRecords(tx, scope)
  await writeChanges(tx, scope.runId)
}
