import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { somebody } from '../../../../tests/support/network-world.ts'
import { ALLIANCE, CONTRACT, sendTie, tieWorld, type TieWorld } from '../../../../tests/support/tie-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { dateOf } from '../../kernel/clock.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { react } from '../../kernel/jobs/reaction.ts'
import { createLog } from '../../kernel/log.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { membership, platform } from '../platforms/fixtures.ts'
import { corporation } from '../registry/fixtures.ts'
import { tie } from './fixtures.ts'
import './reactions.ts'
import { REQUIRED, STAGES } from './rules/stages.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const keyOf = (id: string): string => parseGlobalId(id)?.id ?? ''
const send = (viewer: Viewer, name: string, input: object) => sendTie(graph, viewer, name, input)
const stored = (id: string) =>
  graph.db.collaborationTie.findUniqueOrThrow({
    where: { id: keyOf(id) },
    include: {
      parties: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      papers: { include: { evidence: true } },
      changes: { orderBy: { at: 'asc' } },
    },
  })

const proposal = ({ platform: platformId, other }: TieWorld, more: object = {}) => ({
  stage: 'BUSINESS_ALLIANCE',
  platformId,
  subject: '給食の共同調理',
  ownRole: 'GIVING',
  others: [{ corporationId: other.gid, role: 'TAKING' }],
  validFrom: '2026-04-01',
  evidence: CONTRACT,
  alliance: ALLIANCE,
  ...more,
})

/** A tie that one has proposed and the other has agreed to. */
async function agreed(there: TieWorld, more: object = {}): Promise<string> {
  const { collaborationTie } = await send(there.one.administrator, 'proposeTie', proposal(there, more))
  await send(there.other.administrator, 'agreeTie', { collaborationTieId: collaborationTie.id, version: 1 })
  return collaborationTie.id
}

describe('proposing', () => {
  it('waits for every party, and stands with the last answer', async () => {
    const there = await tieWorld(graph)
    const { one, other, third } = there
    const others = [other, third].map(({ gid }) => ({ corporationId: gid, role: 'TAKING' }))
    const proposed = await send(
      one.administrator,
      'proposeTie',
      proposal(there, { others, note: 'いかがですか。' }),
    )
    const { id } = proposed.collaborationTie
    expect(proposed.collaborationTie.status).toBe('PROPOSED')
    const input = { collaborationTieId: id }
    const first = await send(other.administrator, 'agreeTie', { ...input, version: 1 })
    expect(first.collaborationTie).toMatchObject({ status: 'PROPOSED', version: 2 })
    expect((await stored(id)).agreedAt).toBeNull()
    const last = await send(third.administrator, 'agreeTie', { ...input, version: 2 })
    expect(last.collaborationTie).toMatchObject({ status: 'STANDING', version: 3 })
    const row = await stored(id)
    expect(row).toMatchObject({ agreedAt: TODAY, evidenceKind: 'CONTRACT', platformId: there.platformId })
    expect(row.papers?.terms).toEqual(ALLIANCE)
    expect(row.parties.map(({ answer }) => answer)).toEqual(['AGREED', 'AGREED', 'AGREED'])
    expect(row.changes.map(({ act, actingName, note }) => [act, actingName, note])).toEqual([
      ['PROPOSED', one.name, 'いかがですか。'],
      ['AGREED', other.name, null],
      ['AGREED', third.name, null],
    ])
  })

  it('counts the second of two answers given at once as a conflict, and none twice', async () => {
    const there = await tieWorld(graph)
    const others = [there.other, there.third].map(({ gid }) => ({ corporationId: gid, role: 'TAKING' }))
    const { collaborationTie } = await send(
      there.one.administrator,
      'proposeTie',
      proposal(there, { others }),
    )
    const input = { collaborationTieId: collaborationTie.id, version: 1 }
    const both = await Promise.all(
      [there.other, there.third].map(({ administrator }) => send(administrator, 'agreeTie', input)),
    )
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AgreeTiePayload',
      'ConflictProblem',
    ])
    expect((await stored(collaborationTie.id)).status).toBe('PROPOSED')
  })

  it('comes to nothing when a party declines or the proposer takes it back', async () => {
    const there = await tieWorld(graph)
    const declined = (await send(there.one.administrator, 'proposeTie', proposal(there))).collaborationTie
    const input = { collaborationTieId: declined.id, version: 1 }
    expect(
      await send(there.other.administrator, 'declineTie', { ...input, note: '今年は難しい。' }),
    ).toMatchObject({
      collaborationTie: { status: 'DECLINED' },
    })
    await expect(send(there.other.administrator, 'agreeTie', { ...input, version: 2 })).rejects.toThrow(
      'NOTHING_TO_ANSWER',
    )
    const taken = (await send(there.one.administrator, 'proposeTie', proposal(there))).collaborationTie
    const back = { collaborationTieId: taken.id, version: 1 }
    await expect(send(there.other.administrator, 'withdrawTie', back)).rejects.toThrow('NOT_YOUR_PROPOSAL')
    expect(await send(there.one.administrator, 'withdrawTie', back)).toMatchObject({
      collaborationTie: { status: 'WITHDRAWN' },
    })
  })

  it('is not for corporations that share no network, nor twice for one, nor confidential within one', async () => {
    const there = await tieWorld(graph)
    const stranger = await corporation(graph.db)
    const withParty = (corporationId: string) => ({ others: [{ corporationId, role: 'TAKING' }] })
    const refusedOf = async (more: object) =>
      (await send(there.one.administrator, 'proposeTie', proposal(there, more))).code
    expect(await refusedOf(withParty(globalId('Corporation', stranger.id)))).toBe('PARTY_IS_NO_MEMBER')
    expect(
      await refusedOf({ ...withParty(globalId('Corporation', stranger.id)), platformId: undefined }),
    ).toBe('PARTY_IS_NO_MEMBER')
    expect(
      await refusedOf({ others: Array(2).fill({ corporationId: there.other.gid, role: 'TAKING' }) }),
    ).toBe('PARTY_TWICE')
    expect(await refusedOf({ stage: 'MERGER' })).toBe('CONFIDENTIAL_IN_NETWORK')
    const elsewhere = { platformId: globalId('Platform', (await platform(graph.db)).id) }
    await expect(refusedOf(elsewhere)).rejects.toThrow('NOT_FOUND')
  })

  it('says at once everything that is missing', async () => {
    const there = await tieWorld(graph)
    const answer = await send(
      there.one.administrator,
      'proposeTie',
      proposal(there, { evidence: [], alliance: { renewal: 'AUTOMATIC', scope: '昼食' } }),
    )
    expect(answer.__typename).toBe('ValidationProblem')
    expect(
      answer.issues.map(({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`),
    ).toEqual([
      'evidence EVIDENCE_MISSING',
      'alliance.service REQUIRED',
      'alliance.confidentiality REQUIRED',
      'alliance.personalData REQUIRED',
      'alliance.termination REQUIRED',
      'alliance.noticeDays REQUIRED',
      'validTo TERM_MISSING',
    ])
  })

  it('of a transfer moves only facilities of the corporation that gives', async () => {
    const there = await tieWorld(graph)
    const transfer = {
      stage: 'BUSINESS_TRANSFER',
      platformId: undefined,
      alliance: undefined,
      evidence: [],
      transfer: { transferOn: '2027-04-01', subsidy: 'TO_APPLY', priceBasis: '簿価' },
      facilityIds: [globalId('Facility', there.facility.id)],
    }
    expect(await send(there.one.administrator, 'proposeTie', proposal(there, transfer))).toMatchObject({
      __typename: 'ProposeTiePayload',
    })
    const taking = {
      ...transfer,
      ownRole: 'TAKING',
      others: [{ corporationId: there.other.gid, role: 'GIVING' }],
    }
    expect((await send(there.one.administrator, 'proposeTie', proposal(there, taking))).code).toBe(
      'FACILITY_OF_ANOTHER',
    )
  })

  it('of a merger keeps the time that creditors have, as the master data says', async () => {
    const there = await tieWorld(graph)
    const merging = (registration: string) => ({
      stage: 'MERGER',
      platformId: undefined,
      alliance: undefined,
      evidence: [],
      merger: {
        form: 'ABSORPTION',
        steps: [
          { step: 'CREDITORS', on: '2026-12-01' },
          { step: 'REGISTRATION', on: registration },
        ],
      },
    })
    const early = await send(there.one.administrator, 'proposeTie', proposal(there, merging('2027-01-31')))
    expect(early.issues).toEqual([{ path: ['merger', 'steps'], code: 'CREDITORS_TOO_SHORT' }])
    const late = await send(there.one.administrator, 'proposeTie', proposal(there, merging('2027-02-01')))
    expect(late.__typename).toBe('ProposeTiePayload')
  })
})

describe('recording', () => {
  const record = ({ platform: platformId, one, other }: TieWorld, more: object = {}) => ({
    platformId,
    stage: 'VOLUNTARY',
    subject: '勉強会',
    validFrom: '2026-04-01',
    parties: [one, other].map(({ gid }) => ({ corporationId: gid, role: 'EQUAL' })),
    evidence: [{ kind: 'RESOLUTION', reference: '議事録' }],
    voluntary: { theme: '看取り' },
    ...more,
  })

  it('stands at once; a party that objects takes it out of the picture until it agrees', async () => {
    const there = await tieWorld(graph)
    const { one, other, third, as } = there
    const { collaborationTie } = await send(as('secretariat'), 'recordTie', record(there))
    expect(collaborationTie.status).toBe('STANDING')
    const pairs = async (viewer: Viewer) =>
      (
        await graph.ask(`{ collaborationPicture(platformId: "${there.platform}") { pairs { stage } } }`, {
          viewer,
        })
      ).collaborationPicture.pairs.length
    expect(await pairs(third.administrator)).toBe(1)
    const input = { collaborationTieId: collaborationTie.id }
    await expect(
      send(third.administrator, 'objectToTie', { ...input, version: 1, objection: 'x' }),
    ).rejects.toThrow('NOT_A_PARTY')
    const objected = await send(other.administrator, 'objectToTie', {
      ...input,
      version: 1,
      objection: '昨年やめました。',
    })
    expect(objected.collaborationTie.status).toBe('OBJECTED')
    expect(await pairs(third.administrator)).toBe(0)
    const seen = (viewer: Viewer) =>
      graph.ask(
        `{ collaborationTie(id: "${collaborationTie.id}") { parties(first: 9) { nodes { objection } } } }`,
        {
          viewer,
        },
      )
    expect((await seen(third.administrator)).collaborationTie).toBeNull()
    expect((await seen(as('auditor'))).collaborationTie.parties.nodes).toEqual([
      { objection: null },
      { objection: '昨年やめました。' },
    ])
    await send(one.administrator, 'agreeTie', { ...input, version: 2 })
    expect((await stored(collaborationTie.id)).status).toBe('OBJECTED')
    const settled = await send(other.administrator, 'agreeTie', { ...input, version: 3 })
    expect(settled.collaborationTie.status).toBe('STANDING')
  })

  it('is not for what is confidential, for others than members, without a paper, or for others than the secretariat', async () => {
    const there = await tieWorld(graph)
    const secretariat = there.as('secretariat')
    const parties = [there.one.gid, globalId('Corporation', (await corporation(graph.db)).id)].map(
      (corporationId) => ({ corporationId, role: 'EQUAL' }),
    )
    expect((await send(secretariat, 'recordTie', record(there, { stage: 'MERGER' }))).code).toBe(
      'CONFIDENTIAL_IN_NETWORK',
    )
    expect((await send(secretariat, 'recordTie', record(there, { parties }))).code).toBe('PARTY_IS_NO_MEMBER')
    expect((await send(secretariat, 'recordTie', record(there, { evidence: [] }))).issues).toEqual([
      { path: ['evidence'], code: 'EVIDENCE_MISSING' },
    ])
    await expect(send(there.as('chair'), 'recordTie', record(there))).rejects.toThrow(
      'ONLY_THE_SECRETARIAT_RECORDS_TIES',
    )
    await expect(send(there.as('secretariat elsewhere'), 'recordTie', record(there))).rejects.toThrow(
      'NOT_YOUR_NETWORK',
    )
  })

  it('is corrected and ended by the secretariat, which cannot touch what the parties agreed', async () => {
    const there = await tieWorld(graph)
    const secretariat = there.as('secretariat')
    const { collaborationTie } = await send(secretariat, 'recordTie', record(there))
    const { stage: _stage, parties: _parties, platformId: _platform, ...contents } = record(there)
    const input = { collaborationTieId: collaborationTie.id, version: 1 }
    const corrected = await send(secretariat, 'amendTie', {
      ...input,
      ...contents,
      subject: '看取りの勉強会',
    })
    expect(corrected.collaborationTie.status).toBe('STANDING')
    expect((await stored(collaborationTie.id)).status).toBe('SUPERSEDED')
    const id = await agreed(there)
    await expect(
      send(secretariat, 'endTie', { collaborationTieId: id, version: 2, endsOn: '2026-12-31', because: 'x' }),
    ).rejects.toThrow('ONLY_CORPORATION_ADMINS_TIE')
  })
})

describe('amending', () => {
  const amendment = (id: string, version: number, validFrom: string) => ({
    collaborationTieId: id,
    version,
    subject: '給食の共同調理',
    validFrom,
    evidence: CONTRACT,
    alliance: { ...ALLIANCE, feeYen: 450 },
  })

  it('leaves the old terms until every party has agreed, and ends them on the eve of the new', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const proposed = await send(there.other.administrator, 'amendTie', amendment(id, 2, '2027-04-01'))
    const next = proposed.collaborationTie.id
    expect((await stored(id)).validTo).toBeNull()
    const again = await send(there.one.administrator, 'amendTie', amendment(id, 2, '2027-05-01'))
    expect(again.code).toBe('ALREADY_BEING_AMENDED')
    await send(there.one.administrator, 'agreeTie', { collaborationTieId: next, version: 1 })
    expect(await stored(id)).toMatchObject({ status: 'STANDING', validTo: dateOf('2027-03-31') })
    expect(await stored(next)).toMatchObject({ status: 'STANDING', amendsId: keyOf(id) })
  })

  it('declined, leaves everything as it was and may be tried again', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const { collaborationTie } = await send(
      there.other.administrator,
      'amendTie',
      amendment(id, 2, '2027-04-01'),
    )
    await send(there.one.administrator, 'declineTie', { collaborationTieId: collaborationTie.id, version: 1 })
    expect(await stored(id)).toMatchObject({ status: 'STANDING', validTo: null, version: 2 })
    const again = await send(there.one.administrator, 'amendTie', amendment(id, 2, '2027-05-01'))
    expect(again.__typename).toBe('AmendTiePayload')
  })
})

describe('ending', () => {
  it('gives it a last day with a reason; afterwards nothing of it changes', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const end = (endsOn: string, version: number) =>
      send(there.other.administrator, 'endTie', {
        collaborationTieId: id,
        version,
        endsOn,
        because: '契約の満了',
      })
    expect((await end('2026-03-31', 2)).issues).toEqual([{ path: ['endsOn'], code: 'ENDS_BEFORE' }])
    expect((await end('2026-11-22', 1)).__typename).toBe('ConflictProblem')
    expect((await end('2026-11-22', 2)).collaborationTie.validTo).toBe('2026-11-22')
    await expect(end('2026-11-30', 3)).rejects.toThrow('TIE_DOES_NOT_STAND')
    expect((await stored(id)).endedBecause).toBe('契約の満了')
  })
})

describe('a hub', () => {
  it('offers services whose contracts the network reads', async () => {
    const there = await tieWorld(graph)
    const OFFER = `mutation ($input: OfferServiceInput!) { offerService(input: $input) { __typename
      ... on OfferServicePayload { collaborationService { id version } } ... on Problem { code } } }`
    const offer = async (viewer: Viewer, more: object = {}) =>
      (
        await graph.ask(OFFER, {
          viewer,
          variables: {
            input: {
              platformId: there.platform,
              providerId: there.one.gid,
              name: '給食',
              scope: '平日の昼食',
              feeYen: 420,
              feePer: 'PERSON',
              ...more,
            },
          },
        })
      ).offerService
    await expect(offer(there.other.administrator)).rejects.toThrow('ONLY_THE_HUB_OFFERS')
    expect((await offer(there.one.administrator, { feePer: undefined })).__typename).toBe('ValidationProblem')
    const { collaborationService: service } = await offer(there.one.administrator)
    const other = await tieWorld(graph)
    expect(
      (await send(other.one.administrator, 'proposeTie', proposal(other, { serviceId: service.id }))).code,
    ).toBe('SERVICE_OF_ANOTHER_HUB')
    await agreed(there, { serviceId: service.id })
    const read = `{ platform(id: "${there.platform}") {
      membersStage
      services(first: 9) { nodes { name feeYen feePer contractCount provider { id } } }
      contracts(first: 9, ofCatalogue: true) { totalCount nodes { subject service { name } papers { alliance { feeYen } } } } } }`
    const { platform: asked } = await graph.ask(read, { viewer: there.as('auditor') })
    expect(asked).toEqual({
      membersStage: 'COUNCIL_JOINT',
      services: {
        nodes: [
          { name: '給食', feeYen: 420, feePer: 'PERSON', contractCount: 1, provider: { id: there.one.gid } },
        ],
      },
      contracts: {
        totalCount: 1,
        nodes: [
          { subject: '給食の共同調理', service: { name: '給食' }, papers: { alliance: { feeYen: 420 } } },
        ],
      },
    })
    const seen = await graph.ask(read, { viewer: there.third.administrator })
    expect(seen.platform.contracts.nodes[0].papers).toBeNull()
    const withdrawn = await graph.ask(
      `mutation ($input: WithdrawServiceInput!) { withdrawService(input: $input) { __typename } }`,
      {
        viewer: there.one.administrator,
        variables: { input: { collaborationServiceId: service.id, version: service.version } },
      },
    )
    expect(withdrawn.withdrawService.__typename).toBe('WithdrawServicePayload')
    expect((await graph.ask(read, { viewer: there.third.administrator })).platform.services.nodes).toEqual([])
  })
})

describe('the picture', () => {
  it('shows of every viewer the ties of the list, and no others', async () => {
    const there = await tieWorld(graph)
    const { one, other, third } = there
    await agreed(there)
    await send(one.administrator, 'proposeTie', proposal(there, { subject: '未回答' }))
    await tie(graph.db, [one.id, third.id], { platformId: there.platformId })
    await tie(graph.db, [other.id, third.id])
    await tie(graph.db, [one.id, other.id], {
      stage: 'BOARD_PARTICIPATION',
      terms: { form: 'DIRECTOR', seats: 1, conflictChecked: true, resolution: 'x', purpose: 'x' },
    })
    await tie(graph.db, [one.id, other.id], { platformId: there.platformId, validTo: dateOf('2026-11-22') })
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const { collaborationTies, collaborationPicture } = await graph.ask(
        `{ collaborationTies(first: 50, platformId: "${there.platform}", inForce: true) {
             nodes { stage parties(first: 9) { nodes { corporation { id } } } } }
           collaborationPicture(platformId: "${there.platform}") { pairs { oneId otherId stage tieCount } } }`,
        { viewer },
      )
      const deepest = new Map<string, { stage: string; tieCount: number }>()
      for (const { stage, parties } of collaborationTies.nodes) {
        const [a, b] = parties.nodes
          .map(({ corporation: { id } }: { corporation: { id: string } }) => id)
          .toSorted()
        const known = deepest.get(`${a} ${b}`)
        deepest.set(`${a} ${b}`, { stage: known?.stage ?? stage, tieCount: (known?.tieCount ?? 0) + 1 })
      }
      const pictured = new Map(
        (collaborationPicture?.pairs ?? []).map(
          ({ oneId, otherId, ...rest }: { oneId: string; otherId: string }) => [
            [oneId, otherId].toSorted().join(' '),
            rest,
          ],
        ),
      )
      expect(pictured, name).toEqual(deepest)
    }
    const own = await graph.ask(
      `{ collaborationPicture(platformId: "${there.platform}") { ownCorporationId corporations { corporationId } pairs { stage } } }`,
      { viewer: one.administrator },
    )
    expect(own.collaborationPicture.ownCorporationId).toBe(one.gid)
    expect(
      own.collaborationPicture.corporations.map(
        ({ corporationId }: { corporationId: string }) => corporationId,
      ),
    ).toEqual([one, other, third].map(({ gid }) => gid))
    expect(own.collaborationPicture.pairs.map(({ stage }: { stage: string }) => stage).toSorted()).toEqual([
      'BOARD_PARTICIPATION',
      'VOLUNTARY',
    ])
  })
})

describe('the database', () => {
  it.each(STAGES)('requires of %s what the rules require, and no null', async (stage) => {
    const [row] = await graph.db.$queryRawUnsafe<{ required: string[] }[]>(
      `SELECT tie_terms_required($1::collaboration_stage) AS required`,
      stage,
    )
    expect(row?.required).toEqual([...REQUIRED[stage]])
  })

  it('refuses terms that lack something, and what is confidential in a network', async () => {
    const there = await tieWorld(graph)
    const parties = [there.one.id, there.other.id]
    await expect(tie(graph.db, parties, { terms: {} })).rejects.toThrow('have_the_terms_of_the_stage')
    await expect(tie(graph.db, parties, { terms: { theme: null } })).rejects.toThrow(
      'have_the_terms_of_the_stage',
    )
    await expect(tie(graph.db, parties, { stage: 'MERGER', platformId: there.platformId })).rejects.toThrow(
      'confidential_stands_alone',
    )
  })
})

describe('when a party ends', () => {
  /** The secretariat writes down that one merges into another on a day. */
  const merge = (there: TieWorld, oldId: string, newId: string, onDate: string) =>
    graph.ask(
      `mutation ($input: RecordMergerInput!) { recordMerger(input: $input) { __typename
        ... on RecordMergerPayload { corporationSuccession { id status } } ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationId: globalId('Corporation', oldId),
            successorId: globalId('Corporation', newId),
            onDate,
            reason: '合併契約による。',
          },
        },
      },
    )
  const partiesOf = async (id: string) => {
    const { parties, validTo, status } = await stored(globalId('CollaborationTie', id))
    const iso = (day: Date | null) => day?.toISOString().slice(0, 10) ?? '–'
    return {
      tie: `${status} ${iso(validTo)}`,
      parties: parties
        .map(({ corporationId, startsOn, endsOn }) => `${corporationId} ${iso(startsOn)} ${iso(endsOn)}`)
        .toSorted(),
    }
  }

  it('its ties are its successor’s from the day on, also the confidential ones, and all of it can be taken back', async () => {
    const there = await tieWorld(graph)
    const { one, other, third } = there
    const open = await tie(graph.db, [one.id, third.id], { platformId: there.platformId })
    const between = await tie(graph.db, [one.id, other.id])
    const secret = await tie(graph.db, [third.id, one.id], {
      stage: 'BOARD_PARTICIPATION',
      terms: { form: 'DIRECTOR', seats: 1, conflictChecked: true, resolution: 'x', purpose: 'x' },
    })
    const before = await Promise.all([open, between, secret].map(partiesOf))
    const merged = await merge(there, one.id, other.id, '2026-11-23')
    expect(merged.recordMerger.corporationSuccession.status).toBe('DONE')
    const followed = [`${one.id} – 2026-11-22`, `${other.id} 2026-11-23 –`, `${third.id} – –`].toSorted()
    expect(await partiesOf(open)).toEqual({ tie: 'STANDING –', parties: followed })
    expect(await partiesOf(secret)).toEqual({ tie: 'STANDING –', parties: followed })
    expect((await partiesOf(between)).tie).toBe('STANDING 2026-11-22')
    const seen = await graph.ask(
      `{ collaborationTie(id: "${globalId('CollaborationTie', secret)}") { stage viewerCan { change { allowed } } } }`,
      { viewer: other.administrator },
    )
    expect(seen.collaborationTie).toEqual({
      stage: 'BOARD_PARTICIPATION',
      viewerCan: { change: { allowed: true } },
    })

    const undone = await graph.ask(
      `mutation ($input: UndoSuccessionInput!) { undoSuccession(input: $input) { __typename ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationSuccessionId: merged.recordMerger.corporationSuccession.id,
            reason: '取り消し',
          },
        },
      },
    )
    expect(undone.undoSuccession.__typename).toBe('UndoSuccessionPayload')
    expect(await Promise.all([open, between, secret].map(partiesOf))).toEqual(before)
  })

  it('is not taken back once somebody has built on it', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const successor = await corporation(graph.db)
    await membership(graph.db, { platformId: there.platformId, corporationId: successor.id })
    const merged = await merge(there, there.other.id, successor.id, '2026-11-23')
    const version = (await stored(id)).version
    await send(there.one.administrator, 'endTie', {
      collaborationTieId: id,
      version,
      endsOn: '2026-12-31',
      because: '満了',
    })
    const { corporationSuccession } = merged.recordMerger
    const undone = await graph.ask(
      `mutation ($input: UndoSuccessionInput!) { undoSuccession(input: $input) { __typename ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationSuccessionId: corporationSuccession.id,
            reason: 'x',
          },
        },
      },
    )
    expect(undone.undoSuccession.code).toBe('SUCCESSION_BUILT_UPON')
  })

  it('and its second record, merged into the first, leaves the ties to it until they are parted', async () => {
    const there = await tieWorld(graph)
    const twin = await corporation(graph.db)
    const id = await tie(graph.db, [twin.id, there.other.id], { proposedById: twin.id })
    const payload = {
      registryMergeId: twin.id,
      record: 'CORPORATION',
      keptId: there.one.id,
      absorbedId: twin.id,
    }
    const announce = async (name: string) => {
      await graph.db.$queryRawUnsafe(
        `SELECT append_ledger($1::jsonb, $2::jsonb)::text`,
        JSON.stringify({ at: TODAY, actingRoles: [], audience: [], command: 'tiesTest', input: {} }),
        JSON.stringify([{ name, payload, audience: [], entities: [] }]),
      )
      const { id: eventId } = await graph.db.eventLog.findFirstOrThrow({
        where: { name },
        orderBy: { seq: 'desc' },
      })
      const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
      await react.run({ eventId }, context)
    }
    const holders = async () => (await partiesOf(id)).parties.map((party) => party.split(' ')[0])
    await announce('registry.RecordsMerged.v1')
    expect(await holders()).toEqual([there.one.id, there.other.id].toSorted())
    await announce('registry.RecordsParted.v1')
    expect(await holders()).toEqual([twin.id, there.other.id].toSorted())
  })
})

describe('the worker', () => {
  it('tells the other party once of a proposal and an answer', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
    const events = await graph.db.eventLog.findMany({
      where: { entities: { has: id } },
      orderBy: { seq: 'asc' },
    })
    for (const { id: eventId } of [...events, ...events]) await react.run({ eventId }, context)
    const told = async (userId: string) =>
      (await graph.db.notification.findMany({ where: { userId } })).map(({ kind, params }) => [kind, params])
    expect(await told(there.other.userId)).toEqual([
      ['collaboration.tieProposed', { by: there.one.name, subject: '給食の共同調理' }],
    ])
    expect(await told(there.one.userId)).toEqual([
      ['collaboration.tieAnswered', { by: there.other.name, subject: '給食の共同調理' }],
    ])
  })

  it('leaves a person of another corporation alone', async () => {
    const there = await tieWorld(graph)
    const stranger = await somebody(graph)
    const viewer = viewerActingAs(stranger.id, 'CORPORATION_ADMIN', { corporationId: there.third.id })
    await agreed(there)
    const { todos } = await graph.ask('{ todos { code } }', { viewer })
    expect(todos.map(({ code }: { code: string }) => code)).not.toContain('TIE_TO_ANSWER')
  })
})
