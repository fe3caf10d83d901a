import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  disasterActs,
  disasterWorld,
  minutesIn,
  nth,
  saidAt,
  SIX,
  STARTED,
} from '../../../../tests/support/disaster-world.ts'
import { disasterEvent } from '../../../../tests/support/aid-world.ts'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { send } from '../../../../tests/support/send.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'

const graph = await openTestGraph()
const { open, calledOf, report, board } = disasterActs(graph)
const keyOf = (id: string) => parseGlobalId(id)?.id ?? ''

const opened = async (count = 3, over: object = {}) => {
  const there = await disasterWorld(graph, count)
  const { payload } = await open(there, over)
  const eventId = keyOf(payload.disasterEvent.id)
  const called = await Promise.all(there.places.map(({ id }) => calledOf(eventId, id)))
  return { ...there, eventId, called }
}

describe('opening an event', () => {
  it('calls the members’ facilities with their nearest neighbour, and marks a drill', async () => {
    const there = await disasterWorld(graph)
    const { payload } = await open(there)
    expect(payload.disasterEvent).toMatchObject({ name: '【訓練】地震想定訓練', drill: true, calledCount: 3 })
    const called = await graph.db.calledFacility.findMany({
      where: { eventId: keyOf(payload.disasterEvent.id) },
    })
    const [one, other, third] = there.places
    expect(new Map(called.map((row) => [row.facilityId, row.buddyFacilityId]))).toEqual(
      new Map([
        [one?.id, other?.id],
        [other?.id, expect.toBeOneOf([one?.id, third?.id])],
        [third?.id, other?.id],
      ]),
    )
  })

  it.each([
    ['a disaster that runs faster', { drill: false, clockRate: 12 }, 'ONLY_DRILLS_RUN_FASTER'],
    ['a start ahead', { startedAt: minutesIn(1).toISOString() }, 'START_OUT_OF_REACH'],
    ['an area without members', { areas: ['011002'] }, 'NOBODY_TO_CALL'],
  ])('refuses %s', async (_what, over, code) => {
    expect((await open(await disasterWorld(graph, 1), over)).code).toBe(code)
  })

  it('is for the council and the municipality; others see it or do not', async () => {
    const there = await disasterWorld(graph, 1)
    for (const viewer of [nth(there.places, 0).director, there.auditor])
      expect(await open(there, {}, viewer)).toMatchObject({ code: 'FORBIDDEN' })
    for (const viewer of [there.outsider, there.operator])
      expect(await open(there, {}, viewer)).toMatchObject({ code: 'NOT_FOUND' })
    const { payload } = await open(there, {}, there.liaison)
    const eventId = keyOf(payload.disasterEvent.id)
    expect(await board(there.auditor, eventId, STARTED)).not.toBeNull()
    expect(await board(there.outsider, eventId, STARTED)).toBeNull()
    expect(await board(there.operator, eventId, STARTED)).toBeNull()
  })
})

describe('reporting', () => {
  it('keeps every version once, however often the device sends it', async () => {
    const { places, called, eventId } = await opened()
    const [{ director }, first] = [nth(places, 0), nth(called, 0)]
    const id = randomUUID()
    const twice = await Promise.all(
      [1, 2].map(() => report(director, first, minutesIn(5), { reportKey: id })),
    )
    expect(twice.map(({ typename }) => typename)).toEqual([
      'SendStatusReportPayload',
      'SendStatusReportPayload',
    ])
    expect((await report(director, first, minutesIn(5), { reportKey: id, water: 'OUT' })).code).toBe(
      'ID_IS_TAKEN',
    )
    await report(director, first, minutesIn(9), { water: 'OUT' })
    const kept = await graph.db.statusReport.findMany({
      where: { calledFacilityId: keyOf(first) },
      orderBy: { reportedAt: 'asc' },
    })
    expect(kept.map(({ water, channel, reportedByName }) => [water, channel, reportedByName])).toEqual([
      ['ON', 'PORTAL', '見本 花子'],
      ['OUT', 'PORTAL', '見本 花子'],
    ])
    await expect(graph.db.statusReport.deleteMany({ where: { id } })).rejects.toThrow('only added to')
    expect(
      await graph.db.eventLog.count({
        where: { name: 'disasters.ReportReceived.v1', payload: { path: ['eventId'], equals: eventId } },
      }),
    ).toBe(2)
  })

  it('lets the council type in what a director says, with who said it', async () => {
    const { secretariat, secretary, called, places } = await opened()
    expect((await report(secretariat, nth(called, 0), minutesIn(5))).code).toBe('REPORTER_MISSING')
    const told = await report(secretariat, nth(called, 0), minutesIn(5), {
      told: 'PHONE',
      reportedByName: '見本 桃子',
    })
    expect(told.payload.statusReport).toMatchObject({ channel: 'PHONE', reportedByName: '見本 桃子' })
    expect(
      await graph.db.statusReport.findUniqueOrThrow({ where: { id: keyOf(told.payload.statusReport.id) } }),
    ).toMatchObject({
      enteredByUserId: secretary.id,
    })
    // Another facility reports for itself alone.
    expect(await report(nth(places, 1).director, nth(called, 0), minutesIn(6))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const audit = await graph.db.auditEntry.findFirstOrThrow({
      where: { command: 'sendStatusReport', actorUserId: secretary.id },
    })
    expect(JSON.stringify(audit.input)).not.toContain('桃子')
  })

  it('takes what was noted before the closing, and nothing after it', async () => {
    const { secretariat, called, places, eventId } = await opened()
    const closed = await send(
      graph,
      'closeEvent',
      { disasterEventId: globalId('DisasterEvent', eventId), note: 'おわり', version: 1 },
      { viewer: secretariat, now: minutesIn(60), payload: 'disasterEvent { closedAt }' },
    )
    expect(closed.typename).toBe('CloseEventPayload')
    const noted = { reportedAt: minutesIn(50).toISOString() }
    expect((await report(nth(places, 0).director, nth(called, 0), minutesIn(70), noted)).typename).toBe(
      'SendStatusReportPayload',
    )
    expect((await report(nth(places, 0).director, nth(called, 0), minutesIn(70))).code).toBe(
      'EVENT_IS_CLOSED',
    )
  })
})

describe('the list of events', () => {
  it('is looked through by name, and shows nobody what is not theirs', async () => {
    const { secretariat, eventId, outsider } = await opened()
    const found = async (search: string, viewer = secretariat) =>
      (
        await graph.ask(`query ($s: String) { disasterEvents(search: $s, first: 9) { nodes { id } } }`, {
          variables: { s: search },
          viewer,
        })
      ).disasterEvents.nodes
    const own = [{ id: globalId('DisasterEvent', eventId) }]
    expect(await found(' 地震想定 ')).toEqual(own)
    expect(await found('')).toEqual(own)
    expect(await found('台風')).toEqual([])
    expect(await found('地震想定', outsider)).toEqual([])
  })
})

describe('silence', () => {
  it('has one owner after the other, and ends when somebody has found out', async () => {
    const { secretariat, liaison, places, called, eventId } = await opened()
    await report(nth(places, 1).director, nth(called, 1), minutesIn(10))
    const rowAt = async (minutes: number) =>
      (await board(secretariat, eventId, minutesIn(minutes))).rows.find(
        (row: { facilityId: string }) => row.facilityId === nth(places, 0).gid,
      )
    expect(await rowAt(10)).toMatchObject({ silence: 'DUE', asked: 'FACILITY', askedUntil: saidAt(30) })
    expect(await rowAt(31)).toMatchObject({
      silence: 'LATE',
      asked: 'BUDDY',
      askedName: nth(places, 1).name,
      lateMinutes: 1,
    })
    expect(await rowAt(46)).toMatchObject({
      asked: 'COUNCIL',
      askedPhone: '000-000-0000',
      askedUntil: saidAt(75),
    })
    expect(await rowAt(91)).toMatchObject({ silence: 'PRESUMED_SERIOUS', asked: 'MUNICIPALITY' })

    const find = (viewer: typeof secretariat, finding: string, minutes: number) =>
      send(
        graph,
        'confirmSilentFacility',
        { calledFacilityId: called[0], finding, means: 'PHONE', note: '' },
        {
          viewer,
          now: minutesIn(minutes),
          payload: 'calledFacility { confirmations(first: 1) { nodes { ownerKind } } }',
        },
      )
    expect(await find(nth(places, 2).director, 'SAFE', 92)).toMatchObject({ reason: 'NOT_YOURS_TO_FIND_OUT' })
    await find(nth(places, 1).director, 'NOT_REACHED', 93)
    expect(await rowAt(94)).toMatchObject({ silence: 'PRESUMED_SERIOUS' })
    const { payload } = await find(liaison, 'DAMAGED', 95)
    expect(payload.calledFacility.confirmations.nodes).toEqual([{ ownerKind: 'MUNICIPALITY' }])
    expect(await rowAt(96)).toMatchObject({
      silence: 'CONFIRMED',
      confirmedBy: '山形市',
      askedUntil: saidAt(95 + 120),
    })
  })

  it('is somebody’s to do at home, and runs by the clock of the drill', async () => {
    const { secretariat, places, called } = await opened(3, { clockRate: 10 })
    const todos = async (viewer: typeof secretariat, minutes: number) =>
      (await graph.ask('{ todos { code params } }', { viewer, now: minutesIn(minutes) })).todos
        .map(({ code }: { code: string }) => code)
        .filter((code: string) => code.startsWith('S'))
    expect(await todos(nth(places, 0).director, 1)).toEqual(['STATUS_REPORT_DUE'])
    await report(nth(places, 0).director, nth(called, 0), minutesIn(1))
    expect(await todos(nth(places, 0).director, 2)).toEqual([])
    // Half past of the drill after three minutes: the two others are late; each other's neighbours are silent or not.
    expect(await todos(secretariat, 3.2)).toContain('SILENCE_TO_FIND_OUT')
  })
})

describe('a device of the facility', () => {
  it('reports with a name and a PIN, waits after wrong ones, and can be revoked', async () => {
    const { places, called, eventId } = await opened()
    const { platformId } = await graph.db.disasterEvent.findUniqueOrThrow({ where: { id: eventId } })
    const { director, staff, gid } = nth(places, 0)
    const enrol = (viewer: typeof director) =>
      send(
        graph,
        'enrolDevice',
        { facilityId: gid, name: '事務室のタブレット', pin: '4271' },
        { viewer, now: STARTED, payload: 'secret facilityDevice { id version }' },
      )
    expect(await enrol(staff)).toMatchObject({ reason: 'ONLY_THE_DIRECTOR_ENROLS_DEVICES' })
    const { payload: enrolled } = await enrol(director)
    // It happens while the drill is on: the real one stands first, however old.
    const { id: realId } = await disasterEvent(graph, platformId)
    const real = await graph.db.calledFacility.create({
      data: { eventId: realId, facilityId: nth(places, 0).id, calledAt: STARTED },
    })
    const desk = await graph.ask(
      `query ($s: String!) { deviceDesk(deviceSecret: $s) { facility events { calledFacilityId drill } } }`,
      {
        variables: { s: enrolled.secret },
      },
    )
    expect(desk.deviceDesk.events).toEqual([
      { calledFacilityId: globalId('CalledFacility', real.id), drill: false },
      { calledFacilityId: called[0], drill: true },
    ])
    const byDevice = (pin: string, minutes: number, over: object = {}) =>
      send(
        graph,
        'sendReportByDevice',
        {
          deviceSecret: enrolled.secret,
          pin,
          reportKey: randomUUID(),
          calledFacilityId: called[0],
          ...SIX,
          note: '',
          reportedAt: minutesIn(minutes).toISOString(),
          reportedByName: '見本 当直',
          ...over,
        },
        { now: minutesIn(minutes), payload: 'outcome lockedUntil' },
      )
    expect((await byDevice('4271', 1)).payload.outcome).toBe('RECEIVED')
    for (let tries = 1; tries <= 4; tries += 1)
      expect((await byDevice('0000', 2)).payload.outcome).toBe('WRONG_PIN')
    expect((await byDevice('0000', 2)).payload).toMatchObject({
      outcome: 'LOCKED',
      lockedUntil: minutesIn(3).toISOString(),
    })
    expect((await byDevice('4271', 2)).payload.outcome).toBe('LOCKED')
    expect((await byDevice('4271', 4)).payload.outcome).toBe('RECEIVED')
    // It speaks for its own facility only.
    expect((await byDevice('4271', 5, { calledFacilityId: called[1] })).code).toBe('NOT_FOUND')
    const reports = await graph.db.statusReport.findMany({
      where: { calledFacilityId: keyOf(nth(called, 0)) },
    })
    expect(
      reports.map(({ channel, reportedByName, enteredByUserId }) => [
        channel,
        reportedByName,
        enteredByUserId,
      ]),
    ).toEqual([
      ['DEVICE', '見本 当直', null],
      ['DEVICE', '見本 当直', null],
    ])
    const { version } = await graph.db.facilityDevice.findUniqueOrThrow({
      where: { id: keyOf(enrolled.facilityDevice.id) },
    })
    await send(
      graph,
      'revokeDevice',
      { facilityDeviceId: enrolled.facilityDevice.id, version },
      { viewer: director },
    )
    expect((await byDevice('4271', 6)).code).toBe('NOT_FOUND')
    const written = await graph.db.auditEntry.findMany({
      where: { command: { in: ['enrolDevice', 'sendReportByDevice'] } },
    })
    const inputs = JSON.stringify(written.map(({ input }) => input))
    for (const secret of ['"pin"', enrolled.secret, '当直']) expect(inputs).not.toContain(secret)
  })
})
