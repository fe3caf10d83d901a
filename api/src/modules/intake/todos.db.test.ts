import { expect, it } from 'vitest'
import { runCommand } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { described, intakeWorld, pen, sendEntries } from '../../../../tests/support/intake-world.ts'
import { send } from '../../../../tests/support/send.ts'
import { exportIntake } from './commands/export-intake.ts'

const graph = await openTestGraph()

const todosOf = async (viewer: Viewer, code: string) =>
  (await graph.ask('{ todos { code params link } }', { viewer })).todos.filter(
    (todo: { code: string }) => todo.code === code,
  )
const desk = (eventId: string, openingId: string) =>
  `/disasters/${globalId('DisasterEvent', eventId)}/intake/${openingId}`

it('a shelter hears of people who are to come from another one, and of nothing once it has answered', async () => {
  const { one, other, eventId, secretariat } = await intakeWorld(graph)
  const entries = described(pen(), { NAME: '見本 ここの' })
  await sendEntries(graph, one.id, entries, one.staff)
  const { payload } = await send(
    graph,
    'proposeTransfer',
    { openingId: one.id, personKey: entries[0]?.id, toOpeningId: other.id },
    { viewer: one.staff, payload: 'transfer' },
  )
  const todos = (viewer: Viewer) => todosOf(viewer, 'TRANSFER_TO_ANSWER')
  expect(await todos(other.staff)).toEqual([
    {
      code: 'TRANSFER_TO_ANSWER',
      params: expect.objectContaining({ count: '1' }),
      link: desk(eventId, other.id),
    },
  ])
  expect(await todos(secretariat)).toEqual([])
  expect(await todos(one.staff)).toEqual([])
  await send(
    graph,
    'acceptTransfer',
    { transferId: payload.transfer },
    { viewer: other.staff, payload: 'answered' },
  )
  expect(await todos(other.staff)).toEqual([])
})

it('the director of a closed shelter is asked for the list until it was taken out after the closing', async () => {
  const { one, eventId, secretariat } = await intakeWorld(graph)
  await sendEntries(graph, one.id, described(pen(), { NAME: '見本 とお' }), one.staff)
  const asked = async (viewer: Viewer) =>
    (await todosOf(viewer, 'BOOK_TO_HAND_OUT')).map(({ link }: { link: string }) => link)
  const handOut = () =>
    runCommand(
      exportIntake,
      { openingId: one.id },
      { viewer: one.director, clock: { now: () => TODAY }, db: graph.db, requestId: 'test' },
    )
  // Before the closing there is nothing to hand out, and a list that was taken then is not the last word.
  await handOut()
  expect(await asked(one.director)).toEqual([])
  await graph.db.shelterOpening.update({
    where: { id: one.openingId },
    data: { state: 'CLOSED', closedAt: TODAY },
  })
  expect(await asked(one.director)).toEqual([desk(eventId, one.id)])
  expect(await asked(one.staff)).toEqual([])
  expect(await asked(secretariat)).toEqual([])
  await handOut()
  expect(await asked(one.director)).toEqual([])
})
