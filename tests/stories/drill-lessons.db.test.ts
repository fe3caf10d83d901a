import { expect, it } from 'vitest'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import '../../api/src/modules/disasters/reactions.ts'
import '../../api/src/modules/intake/reactions.ts'
import '../../api/src/modules/mutualaid/reactions.ts'
import { disasterActs, disasterWorld, minutesIn, nth } from '../support/disaster-world.ts'
import { openTestGraph } from '../support/graph.ts'
import { send } from '../support/send.ts'

// What a drill has shown reaches the checklist of each facility as a draft, and only as that.

const graph = await openTestGraph()
const { db } = graph
const acts = disasterActs(graph)

/** A drill or disaster in which the first facility opened and was helped, the second reported late, the third was silent. */
async function held(drill: boolean) {
  const there = await disasterWorld(graph)
  const { payload } = await acts.open(there, { drill })
  const gid: string = payload.disasterEvent.id
  const event = await db.disasterEvent.findFirstOrThrow({ where: { platformId: there.platformId } })
  const [first, second] = [nth(there.places, 0), nth(there.places, 1)]
  const [calledFirst, calledSecond] = [
    await acts.calledOf(event.id, first.id),
    await acts.calledOf(event.id, second.id),
  ]
  const step = async (name: string, input: object, viewer: typeof first.director, minute: number) => {
    const sent = await send(graph, name, input, {
      viewer,
      now: minutesIn(minute),
      payload: 'shelterOpening { id version }',
    })
    expect([name, sent.code]).toEqual([name, undefined])
    return sent.payload.shelterOpening as { id: string; version: number }
  }
  const says = { staff: 'ENOUGH', power: 'EMERGENCY' }
  await acts.report(first.director, calledFirst, minutesIn(12), says)
  let opening = await step('requestOpening', { calledFacilityId: calledFirst, note: '' }, there.liaison, 20)
  const of = () => ({ shelterOpeningId: opening.id, version: opening.version })
  opening = await step('answerOpening', { ...of(), answer: 'CAN', note: '' }, first.director, 25)
  const opensAt = minutesIn(60).toISOString()
  opening = await step('decideOpening', { ...of(), opensAt, note: '' }, there.liaison, 38)
  opening = await step('openShelter', of(), first.director, 62)
  await acts.report(first.director, calledFirst, minutesIn(90), says)
  await acts.report(first.director, calledFirst, minutesIn(150), says)
  await acts.report(second.director, calledSecond, minutesIn(75))
  opening = await step('closeShelter', { ...of(), note: '' }, first.director, 200)
  await db.aidRequest.create({
    data: {
      eventId: event.id,
      kind: 'STAFF',
      facilityId: second.id,
      skill: 'NURSE',
      quantity: 1,
      neededBy: minutesIn(100),
      startsAt: minutesIn(100),
      endsAt: minutesIn(200),
      requestedAt: minutesIn(80),
    },
  })
  const { version } = await db.disasterEvent.findUniqueOrThrow({ where: { id: event.id } })
  const closed = await send(
    graph,
    'closeEvent',
    { disasterEventId: gid, note: '', version },
    { viewer: there.secretariat, now: minutesIn(210), payload: 'disasterEvent { id }' },
  )
  expect(closed.code).toBeUndefined()
  const { id: eventId } = await db.eventLog.findFirstOrThrow({
    where: { name: 'disasters.EventClosed.v1', payload: { path: ['eventId'], equals: event.id } },
  })
  const context = { db, clock: { now: () => minutesIn(211) }, log: createLog('silent'), mailer: null }
  for (let time = 0; time < 2; time++) await react.run({ eventId }, context)
  return { there, event, first, second, third: nth(there.places, 2), gid }
}

const SHEET = `query ($id: ID!) { readinessSheet(facilityId: $id) { unknown lines { key answer drafts {
  draftId version answer evidence eventId eventName eventAt drill } } } }`
interface Line {
  readonly key: string
  readonly answer: string
  readonly drafts: readonly Readonly<Record<string, unknown>>[]
}
const sheetOf = async (facility: {
  gid: string
  director: Awaited<ReturnType<typeof held>>['first']['director']
}) => {
  const { readinessSheet } = await graph.ask(SHEET, {
    viewer: facility.director,
    variables: { id: facility.gid },
    now: minutesIn(300),
  })
  return readinessSheet as { unknown: number; lines: Line[] }
}
const drafted = (lines: readonly Line[]) =>
  Object.fromEntries(
    lines.flatMap(({ key, drafts }) =>
      drafts.map(({ answer, evidence }) => [key, `${String(answer)} ${String(evidence)}`]),
    ),
  )

it('a drill that is over drafts what it has shown, with its source, and counts for nothing until it is taken over', async () => {
  const { first, second, third, gid, there } = await held(true)
  const sheet = await sheetOf(first)
  expect(drafted(sheet.lines)).toEqual({
    DRILL_DONE: 'YES 状況を3回報告、依頼から42分で開設',
    POWER_TESTED: 'YES 非常用電源が2時間18分動いた（報告から）',
    SHIFT: 'YES 開設中の報告2回とも、職員は足りていた',
    CITY_CONTACT: 'YES 依頼から市町村の決定まで18分で連絡がついた',
  })
  expect(drafted((await sheetOf(second)).lines)).toEqual({
    DRILL_DONE: 'YES 状況を1回報告',
    CALL_LIST: 'NO 最初の報告まで1時間15分（期限は開始から30分）',
    HELPERS: 'NO 応援の人を頼んだが、来なかった',
  })
  expect(drafted((await sheetOf(third)).lines)).toEqual({
    CALL_LIST: 'NO 状況の報告がなかった（期限は開始から30分）',
  })
  expect(sheet.unknown).toBe(sheet.lines.length)
  const draft = sheet.lines.find(({ key }) => key === 'SHIFT')?.drafts[0]
  expect(draft).toMatchObject({ eventId: gid, drill: true, eventAt: minutesIn(0).toISOString() })

  const decide = (key: string, take: boolean) => {
    const { draftId, version } = sheet.lines.find((line) => line.key === key)?.drafts[0] ?? {}
    return send(
      graph,
      'decideReadinessDraft',
      { readinessDraftId: draftId, version, take },
      { viewer: first.director, now: minutesIn(250), payload: 'readinessDraft { taken }' },
    )
  }
  await decide('SHIFT', true)
  await decide('POWER_TESTED', false)
  const after = await sheetOf(first)
  expect(after.lines.find(({ key }) => key === 'SHIFT')).toMatchObject({ answer: 'YES', drafts: [] })
  expect(after.lines.find(({ key }) => key === 'POWER_TESTED')).toMatchObject({
    answer: 'UNKNOWN',
    drafts: [],
  })
  expect(Object.keys(drafted(after.lines)).toSorted()).toEqual(['CITY_CONTACT', 'DRILL_DONE'])
  expect(await db.readinessDraft.count({ where: { event: { platformId: there.platformId } } })).toBe(8)
})

it('a real disaster drafts nothing', async () => {
  const { event } = await held(false)
  expect(await db.readinessDraft.count({ where: { eventId: event.id } })).toBe(0)
})
