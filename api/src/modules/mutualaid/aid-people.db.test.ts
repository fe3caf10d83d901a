import { beforeAll, describe, expect, it } from 'vitest'
import { aidWorld, objectionOf, type AidWorld } from '../../../../tests/support/aid-world.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { createReadPool } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import { acceptAidOffer } from './commands/accept-aid-offer.ts'
import { claimAidRequest } from './commands/claim-aid-request.ts'
import { closeAidRequest } from './commands/close-aid-request.ts'
import { declineAidOffer } from './commands/decline-aid-offer.ts'
import { dispatchAid } from './commands/dispatch-aid.ts'
import { noteAidCost } from './commands/note-aid-cost.ts'
import { releaseAidClaim } from './commands/release-aid-claim.ts'
import { requestAid } from './commands/request-aid.ts'
import { strikeAidCost } from './commands/strike-aid-cost.ts'
import { withdrawAidOffer } from './commands/withdraw-aid-offer.ts'
import { claimLines, unclaimedDispatches } from './public.ts'
import { aidActs, hours, shift, type AidActs } from '../../../../tests/support/aid-acts.ts'

let graph: TestGraph
let there: AidWorld
let acts: AidActs
beforeAll(async () => {
  graph = await openTestGraph()
  there = await aidWorld(graph)
  acts = await aidActs(graph, there)
})

describe('a request', () => {
  it('is taken care of by one at a time, until released or until its hours are over', async () => {
    const request = await acts.asked(3)
    const input = { aidRequestId: globalId('AidRequest', request) }
    const claim = (viewer: AidWorld['asking']['director'], now?: Date) =>
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
    const stock = await acts.lotOf(20)
    const request = await acts.asked(20)
    const kept = await acts.offered(request, acts.ofLot(stock), 5)
    const free = await acts.offered(request, acts.ofLot(stock), 5)
    await acts.act(acceptAidOffer, there.asking.director, kept, { quantity: 5 })
    await there.run(closeAidRequest, there.asking.director, {
      aidRequestId: globalId('AidRequest', request),
      version: (await acts.requested(request)).version,
      because: 'ほかから届いたため',
    })
    expect(await acts.requested(request)).toMatchObject({ state: 'ENDED', promised: 5 })
    expect(await acts.stored(free)).toMatchObject({ state: 'DECLINED' })
    expect(await acts.lot(stock)).toMatchObject({ reserved: 5 })
    expect(await objectionOf(acts.offered(request, acts.ofLot(stock), 1))).toBe('REQUEST_IS_CLOSED')
    expect(await objectionOf(acts.act(dispatchAid, there.helping.director, kept))).toBeNull()
  })

  it('is asked, answered and run by those it concerns', async () => {
    const stock = await acts.lotOf(50)
    const refusals: Record<string, readonly (string | null)[]> = {}
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const request = await acts.asked(1)
      const offer = await acts.offered(request, acts.ofLot(stock), 1)
      refusals[name] = [
        await objectionOf(
          there.run(requestAid, viewer, {
            eventId: there.eventId,
            kind: 'GOODS',
            facilityId: there.asking.gid,
            skill: null,
            itemId: acts.blanket,
            quantity: 1,
            neededBy: hours(1),
            startsAt: null,
            endsAt: null,
          }),
        ),
        await objectionOf(acts.act(declineAidOffer, viewer, offer, { because: 'x' })),
        await objectionOf(
          acts.act(withdrawAidOffer, viewer, await acts.offered(request, acts.ofLot(stock), 1), {
            because: 'x',
          }),
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
    const stock = await acts.lotOf(5)
    const request = await acts.asked(5)
    const offer = await acts.offered(request, acts.ofLot(stock), 1)
    await acts.act(acceptAidOffer, there.asking.director, await acts.offered(request, acts.ofLot(stock), 1), {
      quantity: 1,
    })
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
    const there = await aidWorld(graph)
    const acts = await aidActs(graph, there)
    const request = await acts.asked(1, shift)
    const offer = await acts.offered(request, await acts.person(), 1)
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
    const note = (more: object = {}) => there.run(noteAidCost, there.helping.director, { ...input, ...more })
    expect(await objectionOf(note())).toBe('COST_OF_NO_DISPATCH')
    await acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
    await acts.act(dispatchAid, there.helping.director, offer)
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
  })
})
