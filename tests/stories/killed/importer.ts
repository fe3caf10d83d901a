// Goes on with an import of the portal itself, from wherever it stands until it is written.
import { systemClock } from '../../../api/src/kernel/clock.ts'
import { runCommand } from '../../../api/src/kernel/command.ts'
import { createDb } from '../../../api/src/kernel/db.ts'
import { globalId } from '../../../api/src/kernel/ids.ts'
import { systemViewer } from '../../../api/src/kernel/viewer.ts'
import { applyImport } from '../../../api/src/modules/registry/commands/apply-import.ts'
import { confirmImport } from '../../../api/src/modules/registry/commands/confirm-import.ts'
import { checkRun } from '../../../api/src/modules/registry/import/check-run.ts'

const [url = '', runId = ''] = process.argv.slice(2)
const db = createDb(url, 2)
const context = { db, clock: systemClock, viewer: systemViewer, requestId: null }
const run = () => db.importRun.findUniqueOrThrow({ where: { id: runId } })

const { state, checkNumber } = await run()
process.stdout.write('ready\n')
if (state === 'CHECKING') await checkRun(context, { runId, checkNumber })
const checked = await run()
if (checked.state === 'CHECKED')
  await runCommand(
    confirmImport,
    { importRunId: globalId('ImportRun', runId), version: checked.version },
    context,
  )
if ((await run()).state === 'APPLYING') await runCommand(applyImport, { importRunId: runId }, context)
await db.$disconnect()
