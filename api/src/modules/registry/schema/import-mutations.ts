import { mutation } from '../../../kernel/graphql/mutation.ts'
import { checkImport } from '../commands/check-import.ts'
import { confirmImport } from '../commands/confirm-import.ts'
import { describeImportFile } from '../commands/describe-import-file.ts'
import { dropImport } from '../commands/drop-import.ts'
import { keepProtectedChanges } from '../commands/keep-protected-changes.ts'
import { removeImportFile } from '../commands/remove-import-file.ts'
import { startImport } from '../commands/start-import.ts'
import { takeProtectedChanges } from '../commands/take-protected-changes.ts'
import { undoImport } from '../commands/undo-import.ts'

const run = { payload: { importRun: 'ImportRun' } } as const

mutation(startImport, run)
mutation(describeImportFile, { payload: { importFile: 'ImportFile', importRun: 'ImportRun' } })
mutation(removeImportFile, run)
mutation(checkImport, run)
mutation(takeProtectedChanges, run)
mutation(keepProtectedChanges, run)
mutation(confirmImport, run)
mutation(dropImport, run)
mutation(undoImport, run)
