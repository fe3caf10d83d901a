import { expect, it } from 'vitest'
import { personOf, noon } from './fixtures/viewers.ts'
import { registerTodoSource, todosOf, type Todo } from './todos.ts'
import { guest } from './viewer.ts'

const todo = (id: string, dueOn: string | null): Todo => ({
  id,
  kind: 'CONFIRM',
  code: 'CONFIRM_FACILITY',
  params: {},
  dueOn,
  link: '/facilities',
})

it('todos of all modules come together, near days first, at most 100, and none for guests', async () => {
  const sql = async () => []
  const viewer = personOf('somebody')
  registerTodoSource(async ({ now }) => (now === noon ? [todo('b', null), todo('d', '2026-12-01')] : []))
  registerTodoSource(async () => [todo('a', '2026-12-01'), todo('c', '2026-11-01')])
  const idsOf = async (who: typeof viewer) =>
    (await todosOf({ viewer: who, now: noon, sql })).map(({ id }) => id)
  expect(await idsOf(viewer)).toEqual(['c', 'a', 'd', 'b'])
  expect(await idsOf(guest)).toEqual([])

  registerTodoSource(async () => Array.from({ length: 150 }, (_, n) => todo(`x${n}`, null)))
  expect(await idsOf(viewer)).toHaveLength(100)
})
