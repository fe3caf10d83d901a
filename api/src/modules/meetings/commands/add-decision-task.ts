import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import * as policy from '../policy/decisions.ts'

/** 「仕事を加える」 */
export const addDecisionTask = command({
  name: 'addDecisionTask',
  description:
    'Secretariat or chair say what has to be done because of a decision, by whom (a member, or the secretariat itself) and until when.',
  scope: 'meetings:write',
  input: z.object({
    decisionId: idOf('Decision').describe('The decision it follows from.'),
    title: line(120).describe('What has to be done; 1 to 120 characters.'),
    corporationId: idOf('Corporation')
      .nullable()
      .describe('The member that has to do it; null = the secretariat.'),
    dueOn: day().describe('Last day to do it; today or later.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { decisionId }, viewer) =>
    tx.decision.findFirst({
      where: { AND: [{ id: decisionId }, policy.decisionsVisibleTo(viewer)] },
      select: { id: true, platformId: true },
    }),
  may: policy.giveTask,
  async run({ tx, subject, input: { title, corporationId, dueOn }, now, emit }) {
    const today = dateOf(dayInJapan(now))
    if (dueOn < today) throw new RuleProblem('TASK_DUE_IN_THE_PAST', 'The last day has passed.')
    if (corporationId !== null) {
      const membership = await tx.platformMembership.findFirst({
        where: {
          platformId: subject.platformId,
          corporationId,
          startsOn: { lte: today },
          OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        },
        select: { id: true },
      })
      if (!membership)
        throw new RuleProblem('TASK_OF_NO_MEMBER', 'The corporation is no member of the network.')
    }
    const { id } = await tx.decisionTask.create({
      data: { decisionId: subject.id, title, corporationId, dueOn },
    })
    emit(
      events.DecisionTaskGiven,
      { platformId: subject.platformId, decisionId: subject.id, taskId: id },
      {
        audience: [
          `platform:${subject.platformId}`,
          ...(corporationId === null ? [] : [`corporation:${corporationId}` as const]),
        ],
        entities: [globalId('Decision', subject.id), globalId('DecisionTask', id)],
      },
    )
    return { decisionTaskId: id, decisionId: subject.id }
  },
})
