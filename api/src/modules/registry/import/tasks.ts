import { runCommand, type Command, type CommandContext } from '../../../kernel/command.ts'
import { sqlState } from '../../../kernel/database-error.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { task, type JobContext } from '../../../kernel/jobs/task.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { applyImport } from '../commands/apply-import.ts'
import { forgetImport } from '../commands/forget-import.ts'
import { interruptImport } from '../commands/interrupt-import.ts'
import { revertImport } from '../commands/revert-import.ts'
import { checkRun } from './check-run.ts'
import { APPLY_JOB, CHECK_JOB, UNDO_JOB } from './jobs.ts'

const asPortal = ({ db, clock }: Pick<CommandContext, 'db' | 'clock'>): CommandContext => ({
  db,
  clock,
  viewer: systemViewer,
  requestId: null,
})

/**
 * A step that came to nothing leaves the import where it stood, with the reason. Only what may go well by itself the next
 * time (a lost connection, a stopping server) is left to the queue.
 */
async function step(context: JobContext, runId: string, take: () => Promise<unknown>): Promise<void> {
  try {
    await take()
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    if (failure === 'FAULT') context.log.error({ err: error, runId }, 'an import came to nothing')
    await runCommand(interruptImport, { importRunId: runId, failure }, asPortal(context))
  }
}

function failureOf(error: unknown): string | null {
  if (error instanceof RuleProblem) return error.code
  const state = sqlState(error)
  // 08: connection, 40: serialization, 53: resources, 57: stopped by an operator.
  return state === null || /^(08|40|53|57)/.test(state) ? null : 'FAULT'
}

/** Runs a command on an import unless it stands elsewhere by now. */
async function runIn(
  context: JobContext,
  runId: string,
  state: 'APPLYING' | 'UNDOING',
  command: Command<typeof applyImport.input, { importRunId: string }>,
): Promise<void> {
  const run = await context.db.importRun.findFirst({ where: { id: runId, state }, select: { id: true } })
  if (run) await step(context, runId, () => runCommand(command, { importRunId: runId }, asPortal(context)))
}

task({
  ...CHECK_JOB,
  run: (check, context) => step(context, check.runId, () => checkRun(context, check)),
})

task({ ...APPLY_JOB, run: ({ runId }, context) => runIn(context, runId, 'APPLYING', applyImport) })

task({ ...UNDO_JOB, run: ({ runId }, context) => runIn(context, runId, 'UNDOING', revertImport) })

const KEPT_FOR_DAYS = 30

// Files and cells may hold personal data; they are kept as long as an import can be mended, looked at or undone.
dailyTask({
  name: 'forgetImports',
  async run(_today, context) {
    const before = new Date(context.clock.now().getTime() - KEPT_FOR_DAYS * 86_400_000)
    const due = await context.db.importRun.findMany({
      where: {
        forgottenAt: null,
        OR: [{ endedAt: { lt: before } }, { endedAt: null, updatedAt: { lt: before } }],
      },
      select: { id: true },
    })
    for (const { id } of due) await runCommand(forgetImport, { importRunId: id }, asPortal(context))
    context.log.info({ count: due.length }, 'old imports forgotten')
  },
})
