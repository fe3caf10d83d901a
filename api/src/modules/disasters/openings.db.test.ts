import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  disasterActs,
  disasterWorld,
  minutesIn,
  nth,
  saidAt,
} from '../../../../tests/support/disaster-world.ts'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { send } from '../../../../tests/support/send.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'

const graph = await openTestGraph()
const { open, calledOf, report, board } = disasterActs(graph)
const keyOf = (id: string) => parseGlobalId(id)?.id ?? ''
const OPENING = 'shelterOpening { id state version openedAt steps(first: 20) { nodes { state onBehalf } } }'
const act = (name: string, input: object, viewer: Viewer, minutes: number) =>
  send(graph, name, input, { viewer, now: minutesIn(minutes), payload: OPENING })

const opened = async () => {
  const there = await disasterWorld(graph)
  const { payload } = await open(there)
  const eventId = keyOf(payload.disasterEvent.id)
  const called = await Promise.all(there.places.map(({ id }) => calledOf(eventId, id)))
  return { ...there, eventId, called }
}

const asked = async () => {
  const there = await opened()
  const { payload } = await act(
    'requestOpening',
    { calledFacilityId: there.called[0], note: '' },
    there.liaison,
    40,
  )
  return { ...there, id: payload.shelterOpening.id as string }
}

describe('an opening', () => {
  it('goes from the request to the closing, every step with its time and the facts with it', async () => {
    const { liaison, secretariat, places, eventId, id } = await asked()
    const { director } = nth(places, 0)
    const input = { shelterOpeningId: id }
    expect((await act('openShelter', { ...input, version: 1 }, director, 41)).code).toBe(
      'OPENING_IS_ELSEWHERE',
    )
    await act('answerOpening', { ...input, answer: 'CAN', note: '', version: 1 }, director, 42)
    const decided = await act(
      'decideOpening',
      { ...input, opensAt: minutesIn(90).toISOString(), note: '市 福祉課', version: 2 },
      secretariat,
      45,
    )
    expect(decided.payload.shelterOpening.steps.nodes).toEqual([
      { state: 'REQUESTED', onBehalf: false },
      { state: 'CAN', onBehalf: false },
      { state: 'DECIDED', onBehalf: true },
    ])
    const { todos } = await graph.ask('{ todos { code } }', { viewer: director, now: minutesIn(70) })
    expect(todos).toContainEqual({ code: 'OPENING_TO_OPEN' })
    await act('openShelter', { ...input, version: 3 }, director, 80)
    const figures = (
      at: number,
      day: number | null,
      night: number | null,
      free: object[] = [],
      id = randomUUID(),
    ) =>
      act(
        'reportFigures',
        { entryKey: id, ...input, at: minutesIn(at).toISOString(), day, night, free },
        director,
        at,
      )
    await figures(85, 10, 8, [
      { need: 'OLDER_PERSON', free: 3 },
      { need: 'MEDICAL_CARE', free: 0 },
    ])
    await figures(95, 12, null)
    const again = randomUUID()
    await figures(99, null, 8, [], again)
    await figures(99, null, 8, [], again)
    expect(await graph.db.shelterOccupancy.count({ where: { openingId: keyOf(id) } })).toBe(3)
    expect((await figures(99, null, null)).code).toBe('NOTHING_COUNTED')

    const shown = await board(liaison, eventId, minutesIn(100))
    const row = shown.rows.find((one: { facilityId: string }) => one.facilityId === nth(places, 0).gid)
    expect(row).toMatchObject({
      state: 'OPEN',
      stateAt: saidAt(80),
      day: { count: 12, trend: 2, at: saidAt(95) },
      night: { count: 8, trend: 0, at: saidAt(99) },
      free: [3, null, null, null, 0, null, null, null],
      freeAt: saidAt(85),
    })
    expect(shown.totals).toMatchObject({ open: 1, full: 0, day: 12, night: 8, nightFree: 3 })

    const close = { disasterEventId: globalId('DisasterEvent', eventId), note: '', version: 1 }
    expect((await send(graph, 'closeEvent', close, { viewer: liaison, now: minutesIn(101) })).code).toBe(
      'SHELTERS_ARE_OPEN',
    )
    await act('declareShelterFull', { ...input, version: 4 }, director, 102)
    await act('closeShelter', { ...input, note: '', version: 5 }, director, 150)
    expect((await send(graph, 'closeEvent', close, { viewer: liaison, now: minutesIn(151) })).typename).toBe(
      'CloseEventPayload',
    )
    // What was counted before the closing still arrives.
    expect((await figures(149, 1, 1)).typename).toBe('ReportFiguresPayload')
    expect((await figures(152, 1, 1)).code).toBe('EVENT_IS_CLOSED')

    const facts = await graph.db.shelterFact.findMany({ where: { eventId }, orderBy: { at: 'asc' } })
    expect(facts.map(({ kind, at, source }) => [kind, at, source])).toEqual([
      ['OPENED', minutesIn(80), 'FACILITY'],
      ['CLOSED', minutesIn(150), 'FACILITY'],
    ])
    const { eventReview } = await graph.ask(
      `query ($id: ID!) { eventReview(eventId: $id) { drill called reported medianFirstReport medianAnswer medianOpening
        facilities { facilityId requested answered decided opened closed } } }`,
      { viewer: secretariat, now: minutesIn(200), variables: { id: close.disasterEventId } },
    )
    expect(eventReview).toMatchObject({
      drill: true,
      called: 3,
      reported: 0,
      medianFirstReport: null,
      medianAnswer: 2,
      medianOpening: 40,
    })
    expect(
      eventReview.facilities.find((one: { facilityId: string }) => one.facilityId === nth(places, 0).gid),
    ).toMatchObject({
      requested: 40,
      answered: 42,
      decided: 45,
      opened: 80,
      closed: 150,
    })
  })

  it('takes a refusal with one reason, and can be asked again', async () => {
    const { liaison, places, called, id } = await asked()
    const { director } = nth(places, 0)
    const input = { shelterOpeningId: id, note: '' }
    expect((await act('answerOpening', { ...input, answer: 'CANNOT', version: 1 }, director, 41)).code).toBe(
      'REASON_MISSING',
    )
    const no = await act(
      'answerOpening',
      { ...input, answer: 'CANNOT', reason: 'STAFF', version: 1 },
      director,
      41,
    )
    expect(no.payload.shelterOpening).toMatchObject({ state: 'CANNOT', version: 2 })
    expect((await act('decideOpening', { ...input, opensAt: null, version: 2 }, liaison, 42)).code).toBe(
      'OPENING_IS_ELSEWHERE',
    )
    expect((await act('answerOpening', { ...input, answer: 'CAN', version: 1 }, director, 43)).typename).toBe(
      'ConflictProblem',
    )
    const again = await act('requestOpening', { calledFacilityId: called[0], note: '' }, liaison, 60)
    expect(again.payload.shelterOpening).toMatchObject({ id, state: 'REQUESTED', version: 3 })
    expect(await act('decideOpening', { ...input, opensAt: null, version: 3 }, director, 61)).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('counts people who came without a decision apart', async () => {
    const { places, called, eventId } = await opened()
    const came = await act(
      'recordDeFactoOpening',
      { calledFacilityId: called[1], note: '', at: minutesIn(3).toISOString() },
      nth(places, 1).director,
      20,
    )
    expect(came.payload.shelterOpening).toMatchObject({
      state: 'OPEN',
      openedAt: saidAt(3).replace('.000Z', '+00:00'),
    })
    const facts = await graph.db.shelterFact.findMany({ where: { eventId } })
    expect(facts.map(({ kind, facilityId }) => [kind, facilityId])).toEqual([
      ['DE_FACTO_OPENED', nth(places, 1).id],
    ])
    expect(
      (
        await act(
          'recordDeFactoOpening',
          { calledFacilityId: called[1], note: '' },
          nth(places, 1).director,
          21,
        )
      ).code,
    ).toBe('OPENING_IS_ELSEWHERE')
  })
})

it('shows 200 facilities in one statement and less than 200 KB', async () => {
  const there = await disasterWorld(graph, 200)
  const { payload } = await open(there)
  const eventId = keyOf(payload.disasterEvent.id)
  await graph.db.shelterOpening.createMany({
    data: there.places.map(({ id: facilityId }, place) => ({
      eventId,
      facilityId,
      state: place % 5 === 0 ? ('FULL' as const) : ('OPEN' as const),
      requestedAt: minutesIn(5),
      answeredAt: minutesIn(6),
      decidedAt: minutesIn(7),
      openedAt: minutesIn(8),
    })),
  })
  const openings = await graph.db.shelterOpening.findMany({ where: { eventId } })
  await graph.db.shelterOccupancy.createMany({
    data: openings.flatMap(({ id: openingId }, place) =>
      [10, 20].map((at) => ({
        id: randomUUID(),
        openingId,
        day: at + place,
        night: place,
        at: minutesIn(at),
        receivedAt: minutesIn(at),
      })),
    ),
  })
  await graph.db.shelterVacancy.createMany({
    data: openings.flatMap(({ id: openingId }, place) =>
      (['OLDER_PERSON', 'DISABILITY', 'PREGNANCY', 'INFANT', 'MEDICAL_CARE'] as const).map((need) => ({
        entryId: randomUUID(),
        openingId,
        need,
        free: place % 7,
        at: minutesIn(20),
        receivedAt: minutesIn(20),
      })),
    ),
  })
  await report(nth(there.places, 0).director, await calledOf(eventId, nth(there.places, 0).id), minutesIn(9))
  const statements = graph.countStatements()
  const shown = await board(there.secretariat, eventId, minutesIn(60))
  expect(statements.end()).toBe(1)
  const bytes = Buffer.byteLength(JSON.stringify(shown))
  expect(bytes).toBeLessThan(200_000)
  process.stdout.write(`board of 200 facilities: ${bytes} bytes\n`)

  // What is summed up is what stands in the rows.
  const open_ = shown.rows.filter(({ state }: { state: string }) => state === 'OPEN' || state === 'FULL')
  const sum = (of: (row: (typeof open_)[number]) => number | null) =>
    open_.reduce((total: number, row: (typeof open_)[number]) => total + (of(row) ?? 0), 0)
  expect(shown.totals).toMatchObject({
    open: 160,
    full: 40,
    late: shown.rows.filter(({ silence }: { silence: string }) => silence === 'LATE').length,
    day: sum((row) => row.day.count),
    night: sum((row) => row.night.count),
    free: shown.needs.map((_need: string, place: number) => sum((row) => row.free[place])),
    nightFree: sum((row) => row.free.reduce((total: number, one: number | null) => total + (one ?? 0), 0)),
  })
  expect(shown.totals.late).toBe(199)
})
