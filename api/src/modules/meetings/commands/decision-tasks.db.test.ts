import { beforeAll, describe, expect, it } from 'vitest'
import { decisionWorld, type DecisionWorld } from '../../../../../tests/support/decision-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation } from '../../registry/fixtures.ts'
import { addDecisionTask } from './add-decision-task.ts'
import { dropDecisionTask } from './drop-decision-task.ts'
import { finishDecisionTask } from './finish-decision-task.ts'
import { reopenDecisionTask } from './reopen-decision-task.ts'
import { supersedeDecision } from './supersede-decision.ts'
import { takeDecisionTaskInHand } from './take-decision-task-in-hand.ts'

const TODOS = '{ todos { code dueOn } }'

let graph: TestGraph
let world: DecisionWorld
beforeAll(async () => {
  graph = await openTestGraph()
  world = await decisionWorld(graph)
})

const refusalOf = async (attempt: Promise<unknown>): Promise<string | null> => {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return null
  if (error instanceof RuleProblem) return error.code
  const { extensions } = error as { extensions?: { reason?: string; code?: string } }
  return extensions?.reason ?? extensions?.code ?? 'OTHER'
}

/** A task for the nth member; 0 = the secretariat. */
const given = async (n: number, over: object = {}) => {
  const corporationId = n === 0 ? null : globalId('Corporation', world.corporationIds[n - 1] ?? '')
  const { decisionTaskId } = await world.run(addDecisionTask, world.secretariat, {
    decisionId: globalId('Decision', world.decisionIds[0] ?? ''),
    title: '契約書を取り交わす',
    corporationId,
    dueOn: dateOf('2026-11-30'),
    ...over,
  })
  return String(decisionTaskId)
}
const versionOf = async (id: string) =>
  (await graph.db.decisionTask.findUniqueOrThrow({ where: { id } })).version
const act = async (command: typeof finishDecisionTask, viewer: Viewer, id: string, more: object = {}) =>
  world.run(command, viewer, {
    decisionTaskId: globalId('DecisionTask', id),
    version: await versionOf(id),
    ...more,
  })

describe('what has to be done because of a decision', () => {
  it('is given by secretariat and chair, to a member or the secretariat, for a day that is to come', async () => {
    const input = {
      decisionId: globalId('Decision', world.decisionIds[0] ?? ''),
      title: '見本',
      corporationId: null,
      dueOn: dateOf('2026-11-30'),
    }
    const attempt = (viewer: Viewer, more: object = {}) =>
      refusalOf(world.run(addDecisionTask, viewer, { ...input, ...more }))
    expect(await attempt(await world.chair())).toBeNull()
    expect(await attempt(await world.auditor())).toBe('ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS')
    expect(await attempt(await world.member(1))).toBe('ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS')
    expect(await attempt(world.secretariat, { dueOn: dateOf('2026-11-22') })).toBe('TASK_DUE_IN_THE_PAST')
    const { id } = await corporation(graph.db)
    expect(await attempt(world.secretariat, { corporationId: globalId('Corporation', id) })).toBe(
      'TASK_OF_NO_MEMBER',
    )
    const elsewhere = (await decisionWorld(graph)).secretariat
    expect(await attempt(elsewhere)).toBe('NOT_FOUND')
  })

  it('stands on the home page of whoever has to do it until it is done', async () => {
    const id = await given(3)
    const owner = await world.member(3)
    const todos = async (viewer: Viewer) =>
      (await graph.ask(TODOS, { viewer })).todos.filter(
        ({ code }: { code: string }) => code === 'DECISION_TASK_TO_DO',
      )
    expect(await todos(owner)).toMatchObject([{ dueOn: '2026-11-30' }])
    expect(await todos(await world.member(2))).toEqual([])
    await act(takeDecisionTaskInHand, owner, id)
    expect(await todos(owner)).toHaveLength(1)
    await act(finishDecisionTask, owner, id)
    expect(await todos(owner)).toEqual([])
    expect(await graph.db.decisionTask.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'DONE',
      doneAt: TODAY,
      doneByUserId: owner.userId,
    })
  })

  it('is worked on by its owner and by those who keep the list', async () => {
    const id = await given(3)
    expect(await refusalOf(act(finishDecisionTask, await world.member(2), id))).toBe('NOT_YOUR_CORPORATION')
    expect(await refusalOf(act(finishDecisionTask, await world.auditor(), id))).toBe(
      'ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION',
    )
    expect(await refusalOf(act(finishDecisionTask, world.secretariat, id))).toBeNull()
    expect(await refusalOf(act(takeDecisionTaskInHand, world.secretariat, id))).toBe('TASK_IS_OVER')
    expect(await refusalOf(act(reopenDecisionTask, await world.member(3), id))).toBeNull()
    expect(await refusalOf(act(reopenDecisionTask, await world.member(3), id))).toBe('TASK_IS_OPEN')
    const ofSecretariat = await given(0)
    expect(await refusalOf(act(finishDecisionTask, await world.member(3), ofSecretariat))).toBe(
      'ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS',
    )
  })

  it('is dropped with a reason, by those who keep the list', async () => {
    const id = await given(3)
    const reason = { reason: '別の方法で済んだため' }
    const drop = dropDecisionTask as unknown as typeof finishDecisionTask
    expect(await refusalOf(act(drop, await world.member(3), id, reason))).toBe(
      'ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS',
    )
    await act(drop, world.secretariat, id, reason)
    expect(await graph.db.decisionTask.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'DROPPED',
      dropReason: '別の方法で済んだため',
    })
    await expect(graph.db.decisionTask.update({ where: { id }, data: { dropReason: null } })).rejects.toThrow(
      'decision_task',
    )
  })
})

describe('a decision that a later one replaces', () => {
  it('says so; only a carried, later decision of the same register replaces it, and only once', async () => {
    const first = await decisionWorld(graph)
    const [old = '', rejected = ''] = first.decisionIds
    const replace = async (by: string, of = old, viewer = first.secretariat) => {
      const { version } = await graph.db.decision.findUniqueOrThrow({ where: { id: of } })
      return refusalOf(
        first.run(supersedeDecision, viewer, {
          decisionId: globalId('Decision', of),
          supersededById: globalId('Decision', by),
          version,
        }),
      )
    }
    expect(await replace(rejected)).toBe('SUPERSEDING_NOT_CARRIED')
    expect(await replace(old)).toBe('SUPERSEDING_NOT_IN_REGISTER')
    expect(await replace(world.decisionIds[0] ?? '')).toBe('SUPERSEDING_NOT_IN_REGISTER')
    expect(await replace(old, rejected)).toBe('SUPERSEDING_IS_EARLIER')
    expect(await replace(rejected, old, await first.member(1))).toBe(
      'ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS',
    )
  })
})
