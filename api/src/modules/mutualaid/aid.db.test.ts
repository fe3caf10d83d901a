import { beforeAll, describe, expect, it } from 'vitest'
import { aidWorld, objectionOf, type AidWorld } from '../../../../tests/support/aid-world.ts'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { globalId } from '../../kernel/ids.ts'
import { tasks } from '../../kernel/jobs/task.ts'
import { createLog } from '../../kernel/log.ts'
import './reactions.ts'
import type { AidOfferState } from '../../generated/prisma/enums.ts'
import { acceptAidOffer } from './commands/accept-aid-offer.ts'
import { correctAidQuantity } from './commands/correct-aid-quantity.ts'
import { confirmAidArrival } from './commands/confirm-aid-arrival.ts'
import { countStockLot } from './commands/count-stock-lot.ts'
import { dispatchAid } from './commands/dispatch-aid.ts'
import { lendStock } from './commands/lend-stock.ts'
import { offerAid } from './commands/offer-aid.ts'
import { requestAid } from './commands/request-aid.ts'
import { returnAid } from './commands/return-aid.ts'
import { takeFromStock } from './commands/take-from-stock.ts'
import { withdrawAidOffer } from './commands/withdraw-aid-offer.ts'
import { answers, holds } from './rules/quantities.ts'
import { aidActs, hours, shift, type AidActs } from '../../../../tests/support/aid-acts.ts'

let graph: TestGraph
let there: AidWorld
let acts: AidActs
beforeAll(async () => {
  graph = await openTestGraph()
  there = await aidWorld(graph)
  acts = await aidActs(graph, there)
})

describe('help with goods', () => {
  it('goes from the request over an offer accepted in part to the return, and the lot follows', async () => {
    const stock = await acts.lotOf(30)
    const request = await acts.asked(20)
    const offer = await acts.offered(request, acts.ofLot(stock), 25)
    expect(await acts.lot(stock)).toMatchObject({ quantity: 30, reserved: 25 })
    await acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 12 })
    expect(await acts.lot(stock)).toMatchObject({ quantity: 30, reserved: 12 })
    expect(await acts.requested(request)).toMatchObject({ promised: 12, state: 'OPEN' })
    await acts.act(dispatchAid, there.helping.director, offer, {}, hours(1))
    expect(await acts.lot(stock)).toMatchObject({ quantity: 18, reserved: 0 })
    await acts.act(confirmAidArrival, there.asking.director, offer, {}, hours(2))
    await acts.act(returnAid, there.helping.director, offer, { cameBack: 5 }, hours(9))
    expect(await acts.lot(stock)).toMatchObject({ quantity: 23, reserved: 0 })
    expect(await acts.requested(request)).toMatchObject({ promised: 12 })
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
    const stock = await acts.lotOf(10)
    const request = await acts.asked(50)
    const offer = await acts.offered(request, acts.ofLot(stock), 8)
    expect(await objectionOf(acts.offered(request, acts.ofLot(stock), 3))).toBe('MORE_THAN_THERE_IS')
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
    const counting = { stockLotId: input.stockLotId, version: (await acts.lot(stock)).version, counted: 7 }
    expect(await objectionOf(there.run(countStockLot, there.helping.director, counting))).toBe(
      'MORE_THAN_THERE_IS',
    )
    await acts.act(withdrawAidOffer, there.helping.director, offer, { because: '自施設で使うため' })
    expect(await objectionOf(there.run(countStockLot, there.helping.director, counting))).toBeNull()
    expect(await acts.lot(stock)).toMatchObject({ quantity: 7, reserved: 0 })
  })

  it('is refused where it does not fit: another item, out of date, to oneself, more than was offered', async () => {
    const request = await acts.asked(5)
    const old = await acts.lotOf(5, { expiresOn: new Date('2026-11-22') })
    expect(await objectionOf(acts.offered(request, acts.ofLot(old), 1))).toBe('LOT_HAS_EXPIRED')
    const water = await graph.db.stockItem.findUniqueOrThrow({ where: { code: 'WATER' } })
    const other = await acts.lotOf(5, { itemId: globalId('StockItem', water.id) })
    expect(await objectionOf(acts.offered(request, acts.ofLot(other), 1))).toBe('OFFER_OF_ANOTHER_ITEM')
    expect(await objectionOf(acts.offered(request, await acts.person(), 1))).toBe('OFFER_OF_ANOTHER_KIND')
    const helping = { ...there.helping }
    const own = await there.run(requestAid, helping.director, {
      eventId: there.eventId,
      kind: 'GOODS',
      facilityId: helping.gid,
      skill: null,
      itemId: acts.blanket,
      quantity: 1,
      neededBy: hours(1),
      startsAt: null,
      endsAt: null,
    })
    expect(await objectionOf(acts.offered(own.aidRequestId, acts.ofLot(await acts.lotOf(1)), 1))).toBe(
      'OFFERED_TO_ITSELF',
    )
    const offer = await acts.offered(request, acts.ofLot(await acts.lotOf(2)), 2)
    expect(await objectionOf(acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 3 }))).toBe(
      'VALIDATION',
    )
  })
})

describe('what is wanted and what is offered', () => {
  it('are never exceeded, however many accept at the same moment', async () => {
    const request = await acts.asked(10)
    const offers: string[] = []
    for (let n = 0; n < 12; n++) offers.push(await acts.offered(request, acts.ofLot(await acts.lotOf(3)), 3))
    const outcomes = await Promise.all(
      offers.map((id) => objectionOf(acts.act(acceptAidOffer, there.asking.director, id, { quantity: 3 }))),
    )
    expect(outcomes.filter((code) => code === null)).toHaveLength(3)
    expect(new Set(outcomes)).toEqual(new Set([null, 'MORE_THAN_WANTED']))
    expect(await acts.requested(request)).toMatchObject({ quantity: 10, promised: 9 })
  })

  it('hold of one lot for many requests at the same moment', async () => {
    const stock = await acts.lotOf(10)
    const requests: string[] = []
    for (let n = 0; n < 8; n++) requests.push(await acts.asked(4))
    const outcomes = await Promise.all(
      requests.map((id) => objectionOf(acts.offered(id, acts.ofLot(stock), 4))),
    )
    expect(outcomes.filter((code) => code === null)).toHaveLength(2)
    expect(new Set(outcomes)).toEqual(new Set([null, 'MORE_THAN_THERE_IS']))
    expect(await acts.lot(stock)).toMatchObject({ quantity: 10, reserved: 8 })
  })

  it('hold of a person’s shift: in one place at a time, also at the same moment', async () => {
    const who = await acts.person()
    const requests = [await acts.asked(1, shift), await acts.asked(1, shift), await acts.asked(1, shift)]
    const outcomes = await Promise.all(requests.map((id) => objectionOf(acts.offered(id, who, 1))))
    expect(outcomes.filter((code) => code === null)).toHaveLength(1)
    expect(outcomes.filter((code) => code === 'PROMISED_ELSEWHERE')).toHaveLength(2)
    const later = await acts.asked(1, { ...shift, startsAt: hours(12), endsAt: hours(20) })
    expect(await objectionOf(acts.offered(later, who, 1))).toBeNull()
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
    const request = await acts.asked(5)
    const stock = await acts.lotOf(5)
    const offer = await acts.offered(request, acts.ofLot(stock), 5)
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
    const stock = await acts.lotOf(4)
    const request = await acts.asked(9)
    const offer = await acts.offered(request, acts.ofLot(stock), 4, { validUntil: hours(1) })
    expect(
      await objectionOf(acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 4 }, hours(2))),
    ).toBe('OFFER_HAS_LAPSED')
    const { aidOfferId } = await there.run(
      offerAid,
      there.helping.director,
      {
        aidRequestId: globalId('AidRequest', request),
        ...acts.ofLot(stock),
        resourceId: null,
        quantity: 4,
        startsAt: null,
        endsAt: null,
        validUntil: null,
      },
      hours(2),
    )
    expect(await acts.stored(offer)).toMatchObject({ state: 'EXPIRED' })
    expect(await acts.stored(aidOfferId)).toMatchObject({ state: 'OFFERED' })
  })

  it('is withdrawn after it was accepted, and the request wants as much again', async () => {
    const request = await acts.asked(1, shift)
    const offer = await acts.offered(request, await acts.person(), 1)
    await acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
    expect(await acts.requested(request)).toMatchObject({ promised: 1 })
    await acts.act(withdrawAidOffer, there.helping.director, offer, { because: '家族が被災したため' })
    expect(await acts.requested(request)).toMatchObject({ promised: 0, state: 'OPEN' })
    expect(await objectionOf(acts.act(dispatchAid, there.helping.director, offer))).toBe('OFFER_WENT_ON')
  })
})

describe('the number that is asked for', () => {
  const change = async (request: string, quantity: number, viewer = there.asking.director) =>
    objectionOf(
      there.run(correctAidQuantity, viewer, {
        aidRequestId: globalId('AidRequest', request),
        version: (await acts.requested(request)).version,
        quantity,
      }),
    )

  it('goes up and down as far as what is promised, and offers above it stay', async () => {
    const stock = await acts.lotOf(40)
    const request = await acts.asked(20)
    const promised = await acts.offered(request, acts.ofLot(stock), 8)
    const waiting = await acts.offered(request, acts.ofLot(stock), 10)
    await acts.act(acceptAidOffer, there.asking.director, promised, { quantity: 8 })
    expect(await change(request, 30)).toBeNull()
    expect(await change(request, 7)).toBe('LESS_THAN_PROMISED')
    expect(await change(request, 10)).toBeNull()
    expect(await acts.requested(request)).toMatchObject({ quantity: 10, promised: 8 })
    expect(await acts.stored(waiting)).toMatchObject({ state: 'OFFERED', quantity: 10 })
    expect(await objectionOf(acts.act(acceptAidOffer, there.asking.director, waiting, { quantity: 3 }))).toBe(
      'MORE_THAN_WANTED',
    )
    await acts.act(acceptAidOffer, there.asking.director, waiting, { quantity: 2 })
    expect(await change(request, 10)).toBe('VALIDATION')
    const { aidRequest } = await graph.ask(
      `{ aidRequest(id: "${globalId('AidRequest', request)}") { changes(first: 3) { nodes { act quantity } } } }`,
      { viewer: there.as('auditor') },
    )
    expect(aidRequest.changes.nodes).toContainEqual({ act: 'QUANTITY_CHANGED', quantity: 10 })
  })

  it('is changed by whose side it is on, while the event is', async () => {
    const refusals: Record<string, string | null> = {}
    for (const [name, viewer] of Object.entries(there.viewers))
      refusals[name] = await change(await acts.asked(2), 3, viewer)
    const aside = 'ONLY_THE_FACILITY_OR_THE_COORDINATOR'
    const reads = 'ONLY_WHO_WORKS_IN_THE_EVENT'
    expect(refusals).toEqual({
      'asking director': null,
      'asking staff': null,
      'asking administrator': null,
      'helping director': aside,
      'third director': aside,
      secretariat: null,
      chair: reads,
      auditor: reads,
      officer: reads,
      liaison: aside,
      operator: 'NOT_FOUND',
      'director elsewhere': 'NOT_FOUND',
    })
  })

  it('and what is accepted at the same moment never pass each other', async () => {
    const stock = await acts.lotOf(10)
    for (let time = 0; time < 5; time++) {
      const request = await acts.asked(2)
      const offer = await acts.offered(request, acts.ofLot(stock), 2)
      await Promise.all([
        change(request, 1),
        objectionOf(acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 2 })),
      ])
      const { quantity, promised } = await acts.requested(request)
      expect(promised).toBeLessThanOrEqual(quantity)
    }
  })
})

describe('an offer with a last moment', () => {
  const context = (now: Date) => ({
    db: graph.db,
    clock: { now: () => now },
    log: createLog('silent'),
    mailer: null,
  })
  const lapse = (offer: string, now: Date) =>
    tasks.get('mutualaid.lapseOffer')?.run({ aidOfferId: offer }, context(now))

  it('lets go of what it holds by the time alone, without anybody asking for the same', async () => {
    const stock = await acts.lotOf(10)
    const offer = await acts.offered(await acts.asked(20), acts.ofLot(stock), 6, { validUntil: hours(1) })
    const { rows } = await graph.db.$queryRaw<
      { at: Date }[]
    >`SELECT run_at AS at FROM graphile_worker._private_jobs WHERE payload::jsonb ->> 'aidOfferId' = ${offer}`.then(
      (found) => ({ rows: found }),
    )
    expect(rows).toEqual([{ at: hours(1) }])
    await lapse(offer, hours(0.5))
    expect(await acts.lot(stock)).toMatchObject({ reserved: 6 })
    for (let time = 0; time < 2; time++) await lapse(offer, hours(1))
    expect(await acts.lot(stock)).toMatchObject({ quantity: 10, reserved: 0 })
    expect(await acts.stored(offer)).toMatchObject({ state: 'EXPIRED' })
    expect(await graph.db.aidChange.count({ where: { offerId: offer, act: 'EXPIRED' } })).toBe(1)
    expect(
      await graph.db.eventLog.count({
        where: { name: 'mutualaid.AidOfferChanged.v1', payload: { path: ['offerId'], equals: offer } },
      }),
    ).toBe(1)
  })

  it('that was accepted in time stays, and one whose job was lost goes with the day', async () => {
    const stock = await acts.lotOf(10)
    const request = await acts.asked(20)
    const kept = await acts.offered(request, acts.ofLot(stock), 4, { validUntil: hours(1) })
    const lost = await acts.offered(request, acts.ofLot(stock), 5, { validUntil: hours(1) })
    await acts.act(acceptAidOffer, there.asking.director, kept, { quantity: 4 })
    await lapse(kept, hours(2))
    await tasks.get('daily:lapseAidOffers')?.run({}, context(hours(20)))
    expect(await acts.stored(kept)).toMatchObject({ state: 'ACCEPTED' })
    expect(await acts.stored(lost)).toMatchObject({ state: 'EXPIRED' })
    expect(await acts.lot(stock)).toMatchObject({ reserved: 4 })
  })
})

describe('the lists of an event', () => {
  it('have requests of which something is still wanted first, page after page, and tell all offers and costs', async () => {
    const other = await aidWorld(graph)
    const own = await aidActs(graph, other)
    const covered = await own.asked(2, { neededBy: hours(1) })
    const later = await own.asked(3, { neededBy: hours(9) })
    const sooner = await own.asked(4, { neededBy: hours(5) })
    const offer = await own.offered(covered, own.ofLot(await own.lotOf(9)), 2)
    await own.act(acceptAidOffer, other.asking.director, offer, { quantity: 2 })
    const event = globalId('DisasterEvent', other.event.id)
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { aidRequests }: { aidRequests: RequestPage } = await graph.ask(
        `query ($e: ID!, $after: String) { aidRequests(eventId: $e, open: true, first: 1, after: $after) {
           nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { variables: { e: event, after }, viewer: other.as('auditor') },
      )
      seen.push(...aidRequests.nodes.map(({ id }) => id))
      if (!aidRequests.pageInfo.hasNextPage) break
      after = aidRequests.pageInfo.endCursor
    }
    expect(seen).toEqual([sooner, later, covered].map((id) => globalId('AidRequest', id)))

    const { id: categoryId } = await graph.db.reliefCategory.findFirstOrThrow()
    const cost = { offerId: offer, kind: 'TRAVEL' as const, categoryId, what: '見本の高速代', yen: 1_200 }
    await graph.db.aidCost.create({ data: { ...cost, onDate: hours(0), notedAt: hours(1) } })
    const lists = (viewer: typeof other.asking.director) =>
      graph.ask(
        `query ($e: ID!) { aidOffers(eventId: $e, first: 9) { totalCount nodes { request { id } } }
           aidCosts(eventId: $e, first: 9) { totalCount nodes { what offer { id } } } }`,
        { variables: { e: event }, viewer },
      )
    expect(await lists(other.as('auditor'))).toEqual({
      aidOffers: { totalCount: 1, nodes: [{ request: { id: globalId('AidRequest', covered) } }] },
      aidCosts: {
        totalCount: 1,
        nodes: [{ what: '見本の高速代', offer: { id: globalId('AidOffer', offer) } }],
      },
    })
    expect(await lists(other.as('director elsewhere'))).toEqual({
      aidOffers: { totalCount: 0, nodes: [] },
      aidCosts: { totalCount: 0, nodes: [] },
    })
  })
})

interface RequestPage {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}
