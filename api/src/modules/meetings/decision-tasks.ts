import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { tasksVisibleTo } from './policy/decisions.ts'

/** A task the viewer sees, for a command about it; `platformId` and `corporationId` for the policy and the audit. */
export async function findTask(tx: Tx, taskId: string, viewer: Viewer) {
  const task = await tx.decisionTask.findFirst({
    where: { AND: [{ id: taskId }, tasksVisibleTo(viewer)] },
    include: { decision: { select: { platformId: true } } },
  })
  if (!task) return null
  const { id, state, corporationId, decisionId, decision } = task
  return { id, state, corporationId, decisionId, platformId: decision.platformId }
}
type FoundTask = NonNullable<Awaited<ReturnType<typeof findTask>>>

/** Refuses what is over: it is opened again first. */
export function refuseIfOver({ state }: Pick<FoundTask, 'state'>): void {
  if (state === 'DONE' || state === 'DROPPED')
    throw new RuleProblem('TASK_IS_OVER', 'It is done or dropped; open it again first.')
}

/** Tells every screen that shows the task to read it again. */
export const announceTask = (emit: Emit, { id, decisionId, platformId, corporationId }: FoundTask): void =>
  emit(
    events.DecisionTaskChanged,
    { platformId, decisionId, taskId: id },
    {
      audience: [
        `platform:${platformId}`,
        ...(corporationId === null ? [] : [`corporation:${corporationId}` as const]),
      ],
      entities: [globalId('DecisionTask', id)],
    },
  )
