import { beforeAll, describe, expect, it } from 'vitest'
import { disasterEvent, aidWorld, objectionOf, type AidWorld } from '../../../../tests/support/aid-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { globalId } from '../../kernel/ids.ts'
import { sqlFor, type Sql } from '../../kernel/read/sql.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { addStockLot } from './commands/add-stock-lot.ts'
import { correctSituationLine } from './commands/correct-situation-line.ts'
import { countStaffSkill } from './commands/count-staff-skill.ts'
import { endMutualAidAgreement } from './commands/end-mutual-aid-agreement.ts'
import { finishInspectionDefect } from './commands/finish-inspection-defect.ts'
import { fixStockMinimum } from './commands/fix-stock-minimum.ts'
import { lendStock } from './commands/lend-stock.ts'
import { markSituation } from './commands/mark-situation.ts'
import { recordInspection } from './commands/record-inspection.ts'
import { recordMutualAidAgreement } from './commands/record-mutual-aid-agreement.ts'
import { requestAid } from './commands/request-aid.ts'
import { takeBackStock } from './commands/take-back-stock.ts'
import { nightReach, stockDays } from './public.ts'
import { writeSituationLine } from './commands/write-situation-line.ts'

let graph: TestGraph
let there: AidWorld
let sql: Sql
beforeAll(async () => {
  graph = await openTestGraph()
  sql = sqlFor((await testDatabase()).pool)
  there = await aidWorld(graph)
})

const itemId = async (code: string) =>
  globalId('StockItem', (await graph.db.stockItem.findUniqueOrThrow({ where: { code } })).id)
const kept = async (code: string, quantity: number, expiresOn: string | null = null) =>
  there.run(addStockLot, there.helping.director, {
    facilityId: there.helping.gid,
    itemId: await itemId(code),
    quantity,
    expiresOn: expiresOn === null ? null : new Date(expiresOn),
    owner: 'NETWORK',
    place: '倉庫',
  })
const minutes = (n: number) => new Date(TODAY.getTime() + n * 60_000)
const todosOf = async (viewer: Viewer): Promise<{ code: string; dueOn: string }[]> =>
  (await graph.ask('{ todos { code dueOn } }', { viewer })).todos

describe('the stock of a facility', () => {
  it('lasts so many days for so many guests, without what is out of date, and says what is unchecked', async () => {
    await kept('WATER', 100, '2027-11-01')
    await kept('WATER', 50, '2026-11-01')
    await kept('BLANKET', 20)
    await kept('FOOD', 90, '2026-12-31')
    await there.run(fixStockMinimum, there.helping.director, {
      facilityId: there.helping.gid,
      itemId: await itemId('BLANKET'),
      minimum: 30,
    })
    const picture = async (viewer: Viewer) =>
      (
        await graph.ask(
          `{ stockPicture(facilityId: "${there.helping.gid}", guests: 10) { shortestDays
             rows { name usable expired days confirmed belowMinimum nextExpiryOn expiresSoon } } }`,
          { viewer },
        )
      ).stockPicture
    const { rows, shortestDays } = await picture(there.as('asking staff'))
    expect(shortestDays).toBe(3)
    expect(rows).toEqual([
      {
        name: '飲料水',
        usable: 100,
        expired: 50,
        days: 3,
        confirmed: false,
        belowMinimum: false,
        nextExpiryOn: '2027-11-01',
        expiresSoon: false,
      },
      {
        name: '主食',
        usable: 90,
        expired: 0,
        days: 3,
        confirmed: false,
        belowMinimum: false,
        nextExpiryOn: '2026-12-31',
        expiresSoon: true,
      },
      {
        name: '毛布',
        usable: 20,
        expired: 0,
        days: null,
        confirmed: false,
        belowMinimum: true,
        nextExpiryOn: null,
        expiresSoon: false,
      },
    ])
    expect(await picture(there.as('director elsewhere'))).toBeNull()
    expect(await stockDays(sql, there.helping.facilityId, 10, '2026-11-23')).toMatchObject([
      { code: 'WATER', days: 3 },
      { code: 'FOOD', days: 3 },
      { code: 'BLANKET', days: null },
    ])
    expect(await todosOf(there.helping.director)).toContainEqual({
      code: 'STOCK_HAS_EXPIRED',
      dueOn: '2026-11-01',
    })
    expect((await todosOf(there.asking.director)).map(({ code }) => code)).not.toContain('STOCK_HAS_EXPIRED')
  })

  it('is lent and comes back in parts, never more than was lent, and says when it is overdue', async () => {
    const { stockLotId } = await kept('WHEELCHAIR', 6)
    const { stockLoanId } = await there.run(lendStock, there.helping.director, {
      stockLotId: globalId('StockLot', stockLotId),
      borrowerFacilityId: there.third.gid,
      quantity: 4,
      dueOn: new Date('2026-11-25'),
    })
    const back = (quantity: number) =>
      objectionOf(
        there.run(takeBackStock, there.helping.director, {
          stockLoanId: globalId('StockLoan', stockLoanId),
          quantity,
        }),
      )
    expect(await back(1)).toBeNull()
    expect(await back(4)).toBe('MORE_THAN_WAS_LENT')
    expect(await graph.db.stockLot.findUniqueOrThrow({ where: { id: stockLotId } })).toMatchObject({
      quantity: 3,
    })
    const asked = `{ facility(id: "${there.third.gid}") { stockBorrowed(first: 5) { nodes { quantity returned overdue facility { name } } } } }`
    const on = async (now: Date) =>
      (await graph.ask(asked, { viewer: there.third.director, now })).facility.stockBorrowed.nodes
    expect(await on(TODAY)).toEqual([
      { quantity: 4, returned: 1, overdue: false, facility: { name: there.helping.name } },
    ])
    expect((await on(new Date('2026-11-26T03:00:00Z')))[0].overdue).toBe(true)
    expect(await todosOf(there.third.director)).toContainEqual({
      code: 'LOAN_TO_GIVE_BACK',
      dueOn: '2026-11-25',
    })
    expect(await back(3)).toBeNull()
    expect((await todosOf(there.third.director)).map(({ code }) => code)).not.toContain('LOAN_TO_GIVE_BACK')
  })

  it('is kept by its own people alone', async () => {
    const codes: Record<string, string | null> = {}
    for (const [name, viewer] of Object.entries(there.viewers))
      codes[name] = await objectionOf(
        there.run(addStockLot, viewer, {
          facilityId: there.asking.gid,
          itemId: await itemId('BED'),
          quantity: 1,
          expiresOn: null,
          owner: 'FACILITY',
        }),
      )
    const others = 'ONLY_ITS_PEOPLE_KEEP_REGISTERS'
    expect(codes).toEqual({
      'asking director': null,
      'asking staff': null,
      'asking administrator': null,
      'helping director': others,
      'third director': others,
      secretariat: others,
      chair: others,
      auditor: others,
      officer: others,
      liaison: others,
      operator: 'NOT_FOUND',
      'director elsewhere': 'NOT_FOUND',
    })
  })
})

describe('an inspection', () => {
  it('makes each defect a task until it is put right; colleagues of the corporation and officers see it', async () => {
    await there.run(recordInspection, there.asking.director, {
      facilityId: there.asking.gid,
      subject: 'POWER',
      inspectedOn: new Date('2026-11-20'),
      inspectedBy: '見本電気',
      defects: [{ what: '発電機の始動電池が弱い', dueOn: new Date('2026-11-22') }],
    })
    expect(await todosOf(there.asking.director)).toContainEqual({
      code: 'DEFECT_IS_OVERDUE',
      dueOn: '2026-11-22',
    })
    const seen: string[] = []
    let id = ''
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const { facility } = await graph.ask(
        `{ facility(id: "${there.asking.gid}") { inspectionDefects(first: 5) { nodes { id what } } } }`,
        { viewer },
      )
      if (facility.inspectionDefects.nodes.length > 0) seen.push(name)
      id = facility.inspectionDefects.nodes[0]?.id ?? id
    }
    expect(seen).toEqual([
      'asking director',
      'asking staff',
      'asking administrator',
      'secretariat',
      'chair',
      'auditor',
    ])
    const input = { inspectionDefectId: id, version: 1, how: '電池を交換' }
    expect(await objectionOf(there.run(finishInspectionDefect, there.as('secretariat'), input))).toBe(
      'ONLY_ITS_PEOPLE_KEEP_REGISTERS',
    )
    await there.run(finishInspectionDefect, there.asking.director, input)
    expect((await todosOf(there.asking.director)).map(({ code }) => code)).not.toContain('DEFECT_IS_OVERDUE')
  })
})

describe('staff', () => {
  it('are counts, with those who reach the house on foot at night; "nobody has asked" is an answer', async () => {
    const count = (reachableAtNight: number | null) =>
      objectionOf(
        there.run(countStaffSkill, there.asking.director, {
          facilityId: there.asking.gid,
          skill: 'NURSE',
          people: 3,
          reachableAtNight,
          minutes: 30,
        }),
      )
    expect(await count(4)).toBe('VALIDATION')
    expect(await count(null)).toBeNull()
    expect(await count(1)).toBeNull()
    const { facility } = await graph.ask(
      `{ facility(id: "${there.asking.gid}") { staffSkills(first: 5) { nodes { skill people reachableAtNight minutes } } } }`,
      { viewer: there.as('liaison') },
    )
    expect(await nightReach(sql, there.asking.facilityId)).toMatchObject([
      { skill: 'NURSE', reachableAtNight: 1 },
    ])
    expect(facility.staffSkills.nodes).toEqual([
      { skill: 'NURSE', people: 3, reachableAtNight: 1, minutes: 30 },
    ])
  })
})

describe('a mutual-aid agreement', () => {
  it('stands in the list of the network with its parties, also after it has ended', async () => {
    const input = {
      platformId: globalId('Platform', there.platformId),
      name: '村山ブロック相互応援協定（見本）',
      block: '村山',
      what: '職員の派遣と物資の融通',
      validFrom: new Date('2026-04-01'),
      validTo: null,
      documentId: null,
      corporationIds: [globalId('Corporation', there.asking.corporationId)],
      otherParties: [] as string[],
    }
    const record = (viewer: Viewer, more: object = {}) =>
      there.run(recordMutualAidAgreement, viewer, { ...input, ...more })
    expect(await objectionOf(record(there.as('secretariat')))).toBe('AGREEMENT_NEEDS_TWO')
    expect(await objectionOf(record(there.as('auditor'), { otherParties: ['見本市'] }))).toBe(
      'ONLY_THE_SECRETARIAT_KEEPS',
    )
    const { mutualAidAgreementId } = await record(there.as('secretariat'), { otherParties: ['見本市'] })
    await there.run(endMutualAidAgreement, there.as('secretariat'), {
      mutualAidAgreementId: globalId('MutualAidAgreement', mutualAidAgreementId),
      version: 1,
      endsOn: new Date('2027-03-31'),
      because: '新しい協定に改めるため',
    })
    const { platform } = await graph.ask(
      `{ platform(id: "${input.platformId}") { mutualAidAgreements(first: 5) { nodes { block validTo endedBecause
         parties(first: 5) { nodes { name corporation { id } } } } } } }`,
      { viewer: there.asking.director },
    )
    expect(platform.mutualAidAgreements.nodes).toEqual([
      {
        block: '村山',
        validTo: '2027-03-31',
        endedBecause: '新しい協定に改めるため',
        parties: {
          nodes: [
            { name: null, corporation: { id: input.corporationIds[0] } },
            { name: '見本市', corporation: null },
          ],
        },
      },
    ])
  })
})

describe('the situation log', () => {
  const write = (viewer: Viewer, text: string, now = TODAY, more: object = {}) =>
    there.run(
      writeSituationLine,
      viewer,
      { eventId: there.eventId, text, decision: false, at: null, facilityId: null, ...more },
      now,
    )

  it('is written by who works in the event, in lines that stay and are corrected by others', async () => {
    const codes: Record<string, string | null> = {}
    for (const [name, viewer] of Object.entries(there.viewers))
      codes[name] = await objectionOf(write(viewer, `${name}の連絡`))
    const reads = 'ONLY_WHO_WORKS_IN_THE_EVENT'
    expect(codes).toMatchObject({
      'asking director': null,
      secretariat: null,
      liaison: null,
      chair: reads,
      auditor: reads,
      officer: reads,
      operator: 'NOT_FOUND',
      'director elsewhere': 'NOT_FOUND',
    })
    const { situationLineId } = await write(there.asking.director, '道が通れない', TODAY, { decision: true })
    await there.run(
      correctSituationLine,
      there.as('secretariat'),
      { situationLineId: globalId('SituationLine', situationLineId), text: '道は片側だけ通れる' },
      minutes(3),
    )
    await expect(
      graph.db.situationLine.update({ where: { id: situationLineId }, data: { text: 'x' } }),
    ).rejects.toThrow('stays')
    await expect(graph.db.situationLine.delete({ where: { id: situationLineId } })).rejects.toThrow('stays')
    const { situationLines } = await graph.ask(
      `{ situationLines(eventId: "${there.eventId}", first: 50, decisions: true) { nodes { text actingName
         corrections(first: 5) { nodes { text } } } } }`,
      { viewer: there.as('auditor') },
    )
    expect(situationLines.nodes).toEqual([
      {
        text: '道が通れない',
        actingName: there.asking.name,
        corrections: { nodes: [{ text: '道は片側だけ通れる' }] },
      },
    ])
    expect(await objectionOf(write(there.asking.director, '一行\n二行'))).toBe('VALIDATION')
    const { id } = await disasterEvent(graph, there.platformId, { closedAt: TODAY })
    expect(
      await objectionOf(write(there.asking.director, 'x', TODAY, { eventId: globalId('DisasterEvent', id) })),
    ).toBe('EVENT_IS_CLOSED')
  })

  it('tells on taking over what changed since the own mark in log, requests and openings, and nothing twice', async () => {
    const own = await aidWorld(graph)
    const before = there
    there = own
    const since = async (viewer: Viewer, now: Date) => {
      const { sinceLastHere } = await graph.ask(
        `{ sinceLastHere(eventId: "${there.eventId}") { since count news { kind text act opening facilityName byName } } }`,
        { viewer, now },
      )
      return sinceLastHere as { since: string | null; count: number; news: { kind: string }[] } | null
    }
    const mark = (viewer: Viewer, until: Date, now = until) =>
      there.run(markSituation, viewer, { eventId: there.eventId, until }, now)
    await write(there.asking.director, '避難者が10人来た', minutes(1))
    await mark(there.as('secretariat'), minutes(2))
    await there.run(
      requestAid,
      there.asking.director,
      {
        eventId: there.eventId,
        kind: 'GOODS',
        facilityId: there.asking.gid,
        skill: null,
        itemId: await itemId('WATER'),
        quantity: 30,
        neededBy: minutes(90),
        startsAt: null,
        endsAt: null,
      },
      minutes(3),
    )
    await write(there.helping.director, '停電が直った', minutes(4))
    await graph.db.shelterOpening.create({
      data: {
        eventId: there.event.id,
        facilityId: there.third.facilityId,
        state: 'OPEN',
        requestedAt: minutes(3),
        openedAt: minutes(5),
        updatedAt: minutes(5),
      },
    })
    expect(await since(there.as('secretariat'), minutes(6))).toMatchObject({
      since: minutes(2).toISOString(),
      count: 3,
      news: [
        { kind: 'OPENING', opening: 'OPEN', facilityName: there.third.name },
        { kind: 'LOG', text: '停電が直った', byName: there.helping.name },
        { kind: 'AID', text: '飲料水', act: 'REQUESTED', facilityName: there.asking.name },
      ],
    })
    expect(await since(there.helping.director, minutes(6))).toMatchObject({ since: null, count: 4 })
    expect(await since(there.as('operator'), minutes(6))).toBeNull()
    await mark(there.as('secretariat'), minutes(6))
    await mark(there.as('secretariat'), minutes(1), minutes(6))
    expect(await since(there.as('secretariat'), minutes(7))).toMatchObject({ count: 0, news: [] })
    expect(await objectionOf(mark(there.as('auditor'), minutes(6)))).toBe('ONLY_WHO_WORKS_IN_THE_EVENT')
    there = before
  })
})
