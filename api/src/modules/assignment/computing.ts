import { Worker } from 'node:worker_threads'
import { runCommand } from '../../kernel/command.ts'
import type { JobContext } from '../../kernel/jobs/task.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { settleAssignmentProposal } from './commands/settle-assignment-proposal.ts'
import { inputsShape, problemOf, type Solved } from './proposal-inputs.ts'
import type { Answer } from './solving/answer.ts'
import type { Problem } from './solving/problem.ts'
import type { Limits } from './solving/placing.ts'

/** Work for one proposal: some ten seconds for thousands of people, the same on every machine. */
const LIMITS: Limits = { work: 3e9 }
/** Whatever happens, nobody waits longer. */
const PATIENCE = 300_000

/** Solves in a thread of its own; rejects if nothing comes of it in time. */
function solveAside(problem: Problem, limits: Limits = LIMITS, patience = PATIENCE): Promise<Answer> {
  const thread = new Worker(new URL('./solving/thread.ts', import.meta.url), {
    workerData: { problem, limits },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const late = setTimeout(() => reject(new Error('The proposal took too long.')), patience)
  thread.once('message', resolve)
  thread.once('error', (error) => reject(error instanceof Error ? error : new Error(String(error))))
  return promise.finally(() => {
    clearTimeout(late)
    void thread.terminate()
  })
}

/** Computes a proposal that waits, and writes it down. Does nothing if it does not wait any more. */
export async function computeProposal({ db, clock, log }: JobContext, proposalId: string): Promise<void> {
  const waiting = await db.assignmentProposal.findFirst({
    where: { id: proposalId, state: 'WAITING' },
    select: { inputs: true },
  })
  if (!waiting) return
  let solved: Solved | null = null
  try {
    const found = await solveAside(problemOf(inputsShape.parse(waiting.inputs)))
    solved = { ...found, placement: [...found.placement] }
  } catch (error) {
    log.error({ err: error, proposalId }, 'a proposal came to nothing')
  }
  await runCommand(
    settleAssignmentProposal,
    { proposalId, solved },
    { db, clock, viewer: systemViewer, requestId: null },
  )
}
