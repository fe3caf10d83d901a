import { beforeAll, describe, expect, it } from 'vitest'
import { disasterWorld, objectionOf, type DisasterWorld } from '../../../../tests/support/disaster-world.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { createReadPool } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { AidOfferState } from '../../generated/prisma/enums.ts'
import { acceptAidOffer } from './commands/accept-aid-offer.ts'
import { addStockLot } from './commands/add-stock-lot.ts'
import { claimAidRequest } from './commands/claim-aid-request.ts'
import { closeAidRequest } from './commands/close-aid-request.ts'
import { confirmAidArrival } from './commands/confirm-aid-arrival.ts'
import { countStockLot } from './commands/count-stock-lot.ts'
import { declineAidOffer } from './commands/decline-aid-offer.ts'
import { dispatchAid } from './commands/dispatch-aid.ts'
import { lendStock } from './commands/lend-stock.ts'
import { noteAidCost } from './commands/note-aid-cost.ts'
import { offerAid } from './commands/offer-aid.ts'
import { registerAidResource } from './commands/register-aid-resource.ts'
import { releaseAidClaim } from './commands/release-aid-claim.ts'
import { requestAid } from './commands/request-aid.ts'
import { returnAid } from './commands/return-aid.ts'
import { strikeAidCost } from './commands/strike-aid-cost.ts'
import { takeFromStock } from './commands/take-from-stock.ts'
import { withdrawAidOffer } from './commands/withdraw-aid-offer.ts'
import { claimLines, unclaimedDispatches } from './public.ts'
import { answers, holds } from './rules/quantities.ts'

let graph: TestGraph
let there: DisasterWorld
let blanket: string
beforeAll(async () => {
  graph = await openTestGraph()
  there = await disasterWorld(graph)
  blanket = globalId(
    'StockItem',
    (await graph.db.stockItem.findUniqueOrThrow({ where: { code: 'BLANKET' } })).id,
  )
})

const hours = (n: number) => new Date(TODAY.getTime() + n * 3_600_000)

/** A lot of blankets at the helping facility. */
const lotOf = async (quantity: number, more: object = {}) => {
  const { stockLotId } = await there.run(addStockLot, there.helping.director, {
    facilityId: there.helping.gid,
    itemId: blanket,
    quantity,
    expiresOn: null,
    owner: 'FACILITY',
    ...more,
  })
  return stockLotId
}
const asked = async (quantity: number, more: object = {}) => {
  const { aidRequestId } = await there.run(requestAid, there.asking.director, {
    eventId: there.eventId,
    kind: 'GOODS',
    facilityId: there.asking.gid,
    skill: null,
    itemId: blanket,
    quantity,
    neededBy: hours(3),
    startsAt: null,
    endsAt: null,
    ...more,
  })
  return aidRequestId
}
const shift = { kind: 'STAFF', itemId: null, skill: 'CARE_WORKER', startsAt: hours(4), endsAt: hours(12) }
const offered = async (requestId: string, draw: object, quantity: number, more: object = {}) => {
  const { aidOfferId } = await there.run(offerAid, there.helping.director, {
    aidRequestId: globalId('AidRequest', requestId),
    lotId: null,
    resourceId: null,
    startsAt: null,
    endsAt: null,
    validUntil: null,
    ...draw,
    quantity,
    ...more,
  })
  return aidOfferId
}
const ofLot = (id: string) => ({ lotId: globalId('StockLot', id) })
const stored = (id: string) => graph.db.aidOffer.findUniqueOrThrow({ where: { id } })
const lot = (id: string) => graph.db.stockLot.findUniqueOrThrow({ where: { id } })
const requested = (id: string) => graph.db.aidRequest.findUniqueOrThrow({ where: { id } })
const act = async (
  command: Parameters<DisasterWorld['run']>[0],
  viewer: DisasterWorld['asking']['director'],
  id: string,
  more: object = {},
  now?: Date,
) =>
  there.run(
    command,
    viewer,
    { aidOfferId: globalId('AidOffer', id), version: (await stored(id)).version, ...more },
    now,
  )
const person = async (label = '介護福祉士 夜勤A') => {
  const { aidResourceId } = await there.run(registerAidResource, there.helping.director, {
    facilityId: there.helping.gid,
    kind: 'STAFF',
    label,
    skill: 'CARE_WORKER',
    units: 1,
  })
  return { resourceId: globalId('AidResource', aidResourceId) }
}

describe('help with goods', () => {
  it('goes from the request over an offer accepted in part to the return, and the lot follows', async () => {
    const stock = await lotOf(30)
    const request = await asked(20)
    const offer = await offered(request, ofLot(stock), 25)
    expect(await lot(stock)).toMatchObject({ quantity: 30, reserved: 25 })
    await act(acceptAidOffer, there.asking.director, offer, { quantity: 12 })
    expect(await lot(stock)).toMatchObject({ quantity: 30, reserved: 12 })
    expect(await requested(request)).toMatchObject({ promised: 12, state: 'OPEN' })
    await act(dispatchAid, there.helping.director, offer, {}, hours(1))
    expect(await lot(stock)).toMatchObject({ quantity: 18, reserved: 0 })
    await act(confirmAidArrival, there.asking.director, offer, {}, hours(2))
    await act(returnAid, there.helping.director, offer, { cameBack: 5 }, hours(9))
    expect(await lot(stock)).toMatchObject({ quantity: 23, reserved: 0 })
    expect(await requested(request)).toMatchObject({ promised: 12 })
    const { aidRequest } = await graph.ask(
      `{ aidRequest(id: "${globalId('AidRequest', request)}") { stillWanted changes(first: 9) { nodes { act quantity actingName } }
         offers(first: 9) { nodes { state accepted cameBack label facility { name } } } } }`,
      { viewer: there.as('auditor') },
    )
    expect(aidRequest.stillWanted).toBe(8)
    expect(aidRequest.changes.nodes.map(({ act: what }: { act: string }) => what)).toEqual([
      'RETURNED',
      'ARRIVED',
      'DISPATCHED',
      'ACCEPTED',
      'OFFERED',
      'REQUESTED',
    ])
    expect(aidRequest.offers.nodes).toEqual([
      { state: 'RETURNED', accepted: 12, cameBack: 5, label: '毛布', facility: { name: there.helping.name } },
    ])
  })

  it('is never offered, lent, used or counted away twice', async () => {
    const stock = await lotOf(10)
    const request = await asked(50)
    const offer = await offered(request, ofLot(stock), 8)
    expect(await objectionOf(offered(request, ofLot(stock), 3))).toBe('MORE_THAN_THERE_IS')
    const input = { stockLotId: globalId('StockLot', stock), quantity: 3 }
    expect(
      await objectionOf(there.run(takeFromStock, there.helping.director, { ...input, act: 'USED' })),
    ).toBe('MORE_THAN_THERE_IS')
    expect(
      await objectionOf(
        there.run(lendStock, there.helping.director, {
          ...input,
          borrowerFacilityId: there.third.gid,
          dueOn: new Date('2026-12-01'),
        }),
      ),
    ).toBe('MORE_THAN_THERE_IS')
    const counting = { stockLotId: input.stockLotId, version: (await lot(stock)).version, counted: 7 }
    expect(await objectionOf(there.run(countStockLot, there.helping.director, counting))).toBe(
      'MORE_THAN_THERE_IS',
    )
    await act(withdrawAidOffer, there.helping.director, offer, { because: '自施設で使うため' })
    expect(await objectionOf(there.run(countStockLot, there.helping.director, counting))).toBeNull()
    expect(await lot(stock)).toMatchObject({ quantity: 7, reserved: 0 })
  })

  it('is refused where it does not fit: another item, out of date, to oneself, more than was offered', async () => {
    const request = await asked(5)
    const old = await lotOf(5, { expiresOn: new Date('2026-11-22') })
    expect(await objectionOf(offered(request, ofLot(old), 1))).toBe('LOT_HAS_EXPIRED')
    const water = await graph.db.stockItem.findUniqueOrThrow({ where: { code: 'WATER' } })
    const other = await lotOf(5, { itemId: globalId('StockItem', water.id) })
    expect(await objectionOf(offered(request, ofLot(other), 1))).toBe('OFFER_OF_ANOTHER_ITEM')
    expect(await objectionOf(offered(request, await person(), 1))).toBe('OFFER_OF_ANOTHER_KIND')
    const helping = { ...there.helping }
    const own = await there.run(requestAid, helping.director, {
      eventId: there.eventId,
      kind: 'GOODS',
      facilityId: helping.gid,
      skill: null,
      itemId: blanket,
      quantity: 1,
      neededBy: hours(1),
      startsAt: null,
      endsAt: null,
    })
    expect(await objectionOf(offered(own.aidRequestId, ofLot(await lotOf(1)), 1))).toBe('OFFERED_TO_ITSELF')
    const offer = await offered(request, ofLot(await lotOf(2)), 2)
    expect(await objectionOf(act(acceptAidOffer, there.asking.director, offer, { quantity: 3 }))).toBe(
      'VALIDATION',
    )
  })
})

describe('what is wanted and what is offered', () => {
  it('are never exceeded, however many accept at the same moment', async () => {
    const request = await asked(10)
    const offers: string[] = []
    for (let n = 0; n < 12; n++) offers.push(await offered(request, ofLot(await lotOf(3)), 3))
    const outcomes = await Promise.all(
      offers.map((id) => objectionOf(act(acceptAidOffer, there.asking.director, id, { quantity: 3 }))),
    )
    expect(outcomes.filter((code) => code === null)).toHaveLength(3)
    expect(new Set(outcomes)).toEqual(new Set([null, 'MORE_THAN_WANTED']))
    expect(await requested(request)).toMatchObject({ quantity: 10, promised: 9 })
  })

  it('hold of one lot for many requests at the same moment', async () => {
    const stock = await lotOf(10)
    const requests: string[] = []
    for (let n = 0; n < 8; n++) requests.push(await asked(4))
    const outcomes = await Promise.all(requests.map((id) => objectionOf(offered(id, ofLot(stock), 4))))
    expect(outcomes.filter((code) => code === null)).toHaveLength(2)
    expect(new Set(outcomes)).toEqual(new Set([null, 'MORE_THAN_THERE_IS']))
    expect(await lot(stock)).toMatchObject({ quantity: 10, reserved: 8 })
  })

  it('hold of a person’s shift: in one place at a time, also at the same moment', async () => {
    const who = await person()
    const requests = [await asked(1, shift), await asked(1, shift), await asked(1, shift)]
    const outcomes = await Promise.all(requests.map((id) => objectionOf(offered(id, who, 1))))
    expect(outcomes.toSorted()).toEqual([null, 'PROMISED_ELSEWHERE', 'PROMISED_ELSEWHERE'].toSorted())
    const later = await asked(1, { ...shift, startsAt: hours(12), endsAt: hours(20) })
    expect(await objectionOf(offered(later, who, 1))).toBeNull()
  })

  it('are counted by the database as by the rules', async () => {
    for (const state of [
      'OFFERED',
      'ACCEPTED',
      'DISPATCHED',
      'ARRIVED',
      'RETURNED',
      'DECLINED',
      'WITHDRAWN',
      'EXPIRED',
    ] as AidOfferState[])
      for (const goods of [true, false]) {
        const [row] = await graph.db.$queryRawUnsafe<{ held: number; answered: number }[]>(
          `SELECT aid_offer_holds(o) AS held, aid_offer_answers(o) AS answered
           FROM (SELECT jsonb_populate_record(NULL::aid_offer, $1::jsonb) AS o) AS x`,
          JSON.stringify({ state, quantity: 10, accepted: 4, lot_id: goods ? there.event.id : null }),
        )
        const offer = { state, quantity: 10, accepted: 4, goods }
        expect([state, row?.held, row?.answered]).toEqual([state, holds(offer), answers(offer)])
      }
  })

  it('cannot be set by hand, nor an offer turned into another one', async () => {
    const request = await asked(5)
    const stock = await lotOf(5)
    const offer = await offered(request, ofLot(stock), 5)
    const refused = (attempt: PromiseLike<unknown>, what: string) =>
      expect(Promise.resolve(attempt)).rejects.toThrow(what)
    await refused(graph.db.aidRequest.update({ where: { id: request }, data: { promised: 5 } }), 'follows')
    await refused(graph.db.stockLot.update({ where: { id: stock }, data: { quantity: 99 } }), 'follows')
    await refused(graph.db.aidOffer.update({ where: { id: offer }, data: { quantity: 9 } }), 'keeps')
    await refused(graph.db.aidOffer.delete({ where: { id: offer } }), 'keeps')
    await refused(graph.db.stockMovement.deleteMany({ where: { lotId: stock } }), 'stays')
  })
})

describe('an offer', () => {
  it('lapses, is free for others at the next touch, and cannot be accepted any more', async () => {
    const stock = await lotOf(4)
    const request = await asked(9)
    const offer = await offered(request, ofLot(stock), 4, { validUntil: hours(1) })
    expect(
      await objectionOf(act(acceptAidOffer, there.asking.director, offer, { quantity: 4 }, hours(2))),
    ).toBe('OFFER_HAS_LAPSED')
    const { aidOfferId } = await there.run(
      offerAid,
      there.helping.director,
      {
        aidRequestId: globalId('AidRequest', request),
        ...ofLot(stock),
        resourceId: null,
        quantity: 4,
        startsAt: null,
        endsAt: null,
        validUntil: null,
      },
      hours(2),
    )
    expect(await stored(offer)).toMatchObject({ state: 'EXPIRED' })
    expect(await stored(aidOfferId)).toMatchObject({ state: 'OFFERED' })
  })

  it('is withdrawn after it was accepted, and the request wants as much again', async () => {
    const request = await asked(1, shift)
    const offer = await offered(request, await person(), 1)
    await act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
    expect(await requested(request)).toMatchObject({ promised: 1 })
    await act(withdrawAidOffer, there.helping.director, offer, { because: '家族が被災したため' })
    expect(await requested(request)).toMatchObject({ promised: 0, state: 'OPEN' })
    expect(await objectionOf(act(dispatchAid, there.helping.director, offer))).toBe('OFFER_WENT_ON')
  })

  it('tells who comes to both sides and the coordinator alone, until the person is back', async () => {
    const request = await asked(1, shift)
    const offer = await offered(request, await person(), 1)
    await act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
    await act(dispatchAid, there.helping.director, offer, {
      helperName: '見本 はるか',
      helperPhone: '000-0000-0000',
    })
    const seen = async () => {
      const seers: string[] = []
      for (const [name, viewer] of Object.entries(there.viewers)) {
        const { aidRequest } = await graph.ask(
          `{ aidRequest(id: "${globalId('AidRequest', request)}") { offers(first: 1) { nodes { helper { name } } } } }`,
          { viewer },
        )
        if (aidRequest?.offers.nodes[0]?.helper) seers.push(name)
      }
      return seers
    }
    expect(await seen()).toEqual([
      'asking director',
      'asking staff',
      'asking administrator',
      'helping director',
      'secretariat',
    ])
    const entries = await graph.db.auditEntry.findMany({ where: { command: 'dispatchAid' } })
    expect(JSON.stringify(entries.map(({ input }) => input))).not.toContain('はるか')
    await act(returnAid, there.helping.director, offer, { cameBack: 0 }, hours(12))
    expect(await seen()).toEqual([])
  })
})

describe('a request', () => {
  it('is taken care of by one at a time, until released or until its hours are over', async () => {
    const request = await asked(3)
    const input = { aidRequestId: globalId('AidRequest', request) }
    const claim = (viewer: DisasterWorld['asking']['director'], now?: Date) =>
      objectionOf(there.run(claimAidRequest, viewer, { ...input, hours: 2 }, now))
    const outcomes = await Promise.all(
      ['secretariat', 'third director', 'liaison', 'helping director'].map((name) => claim(there.as(name))),
    )
    expect(outcomes.filter((code) => code === null)).toHaveLength(1)
    expect(outcomes.filter((code) => code === 'ALREADY_CLAIMED')).toHaveLength(3)
    expect(await claim(there.as('third director'), hours(2))).toBeNull()
    expect(await objectionOf(there.run(releaseAidClaim, there.helping.director, input, hours(3)))).toBe(
      'NOT_YOUR_CLAIM',
    )
    await there.run(releaseAidClaim, there.as('third director'), input, hours(3))
    expect(await claim(there.helping.director, hours(3))).toBeNull()
    expect(await objectionOf(there.run(releaseAidClaim, there.as('secretariat'), input, hours(4)))).toBeNull()
  })

  it('that is closed frees what nobody answered and keeps what was promised', async () => {
    const stock = await lotOf(20)
    const request = await asked(20)
    const kept = await offered(request, ofLot(stock), 5)
    const free = await offered(request, ofLot(stock), 5)
    await act(acceptAidOffer, there.asking.director, kept, { quantity: 5 })
    await there.run(closeAidRequest, there.asking.director, {
      aidRequestId: globalId('AidRequest', request),
      version: (await requested(request)).version,
      because: 'ほかから届いたため',
    })
    expect(await requested(request)).toMatchObject({ state: 'ENDED', promised: 5 })
    expect(await stored(free)).toMatchObject({ state: 'DECLINED' })
    expect(await lot(stock)).toMatchObject({ reserved: 5 })
    expect(await objectionOf(offered(request, ofLot(stock), 1))).toBe('REQUEST_IS_CLOSED')
    expect(await objectionOf(act(dispatchAid, there.helping.director, kept))).toBeNull()
  })

  it('is asked, answered and run by those it concerns', async () => {
    const stock = await lotOf(50)
    const refusals: Record<string, readonly (string | null)[]> = {}
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const request = await asked(1)
      const offer = await offered(request, ofLot(stock), 1)
      refusals[name] = [
        await objectionOf(
          there.run(requestAid, viewer, {
            eventId: there.eventId,
            kind: 'GOODS',
            facilityId: there.asking.gid,
            skill: null,
            itemId: blanket,
            quantity: 1,
            neededBy: hours(1),
            startsAt: null,
            endsAt: null,
          }),
        ),
        await objectionOf(act(declineAidOffer, viewer, offer, { because: 'x' })),
        await objectionOf(
          act(withdrawAidOffer, viewer, await offered(request, ofLot(stock), 1), { because: 'x' }),
        ),
      ]
    }
    const aside = 'ONLY_THE_FACILITY_OR_THE_COORDINATOR'
    const reads = 'ONLY_WHO_WORKS_IN_THE_EVENT'
    expect(refusals).toEqual({
      'asking director': [null, null, aside],
      'asking staff': [null, null, aside],
      'asking administrator': [null, null, aside],
      'helping director': [aside, aside, null],
      'third director': [aside, aside, aside],
      secretariat: [null, null, null],
      chair: [reads, reads, reads],
      auditor: [reads, reads, reads],
      officer: [reads, reads, reads],
      liaison: [aside, aside, aside],
      operator: ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
      'director elsewhere': ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    })
  })

  it('shows each viewer the buttons that the commands then allow', async () => {
    const stock = await lotOf(5)
    const request = await asked(5)
    const offer = await offered(request, ofLot(stock), 1)
    await act(acceptAidOffer, there.asking.director, await offered(request, ofLot(stock), 1), { quantity: 1 })
    const shown: Record<string, string> = {}
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const { aidRequest } = await graph.ask(
        `{ aidRequest(id: "${globalId('AidRequest', request)}") { viewerCan { claim { allowed } offer { allowed } close { allowed } }
           offers(first: 2) { nodes { id viewerCan { answer { allowed } withdraw { allowed } dispatch { allowed } } } } } }`,
        { viewer },
      )
      const yes = (can: Record<string, { allowed: boolean }>) =>
        Object.entries(can).flatMap(([what, { allowed }]) => (allowed ? [what] : []))
      const [waiting, accepted] = aidRequest?.offers.nodes ?? []
      expect([name, waiting?.id]).toEqual([name, aidRequest ? globalId('AidOffer', offer) : undefined])
      shown[name] = aidRequest
        ? [yes(aidRequest.viewerCan), yes(waiting.viewerCan), yes(accepted.viewerCan)]
            .map((words) => words.join(' '))
            .join(' | ')
        : 'nothing'
    }
    const member = 'claim offer |  | '
    expect(shown).toEqual({
      'asking director': 'claim offer close | answer | ',
      'asking staff': 'claim offer close | answer | ',
      'asking administrator': 'claim offer close | answer | ',
      'helping director': 'claim offer | withdraw | withdraw dispatch',
      'third director': member,
      secretariat: 'claim close | answer withdraw | withdraw dispatch',
      chair: ' |  | ',
      auditor: ' |  | ',
      officer: ' |  | ',
      liaison: 'claim |  | ',
      operator: 'nothing',
      'director elsewhere': 'nothing',
    })
  })
})

describe('what a dispatch took', () => {
  it('stands under one category, is struck and never changed, and is what the claim is made of', async () => {
    const own = await disasterWorld(graph)
    const before = there
    there = own
    try {
      const request = await asked(1, shift)
      const offer = await offered(request, await person(), 1)
      const category = async (code: string) =>
        globalId('ReliefCategory', (await graph.db.reliefCategory.findUniqueOrThrow({ where: { code } })).id)
      const input = {
        aidOfferId: globalId('AidOffer', offer),
        kind: 'HOURS',
        categoryId: await category('SHELTER'),
        onDate: new Date('2026-11-23'),
        what: '夜勤',
        minutes: 480,
        quantity: null,
        yen: null,
      }
      const note = (more: object = {}) =>
        there.run(noteAidCost, there.helping.director, { ...input, ...more })
      expect(await objectionOf(note())).toBe('COST_OF_NO_DISPATCH')
      await act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
      await act(dispatchAid, there.helping.director, offer)
      const pool = createReadPool((await testDatabase()).url, 1)
      const sql = sqlFor(pool)
      expect(await unclaimedDispatches(sql, there.event.id)).toMatchObject([
        { offerId: offer, label: '介護福祉士 夜勤A', quantity: 1 },
      ])
      const { aidCostId } = await note()
      expect(await objectionOf(note({ categoryId: await category('TRANSPORT') }))).toBe('COST_NOTED_ALREADY')
      await note({ kind: 'TRAVEL', what: '高速代', minutes: null, yen: 2_400 })
      expect(await unclaimedDispatches(sql, there.event.id)).toEqual([])
      await there.run(strikeAidCost, there.helping.director, {
        aidCostId: globalId('AidCost', aidCostId),
        because: '区分の間違い',
      })
      await note({ categoryId: await category('TRANSPORT') })
      const lines = await claimLines(sql, there.event.id)
      expect(
        lines.map(({ categoryCode, what, minutes, yen, helpedFacilityName }) => [
          categoryCode,
          what,
          minutes,
          yen,
          helpedFacilityName,
        ]),
      ).toEqual([
        ['SHELTER', '高速代', null, 2_400, there.asking.name],
        ['TRANSPORT', '夜勤', 480, null, there.asking.name],
      ])
      expect(new Set(lines.map(({ costId }) => costId)).size).toBe(lines.length)
      expect(lines.every(({ categoryConfirmed }) => !categoryConfirmed)).toBe(true)
      await expect(graph.db.aidCost.update({ where: { id: aidCostId }, data: { yen: 1 } })).rejects.toThrow(
        'never changed',
      )
      await pool.end()
    } finally {
      there = before
    }
  })
})
