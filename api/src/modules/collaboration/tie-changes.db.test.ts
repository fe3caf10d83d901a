import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import {
  ALLIANCE,
  CONTRACT,
  proposal,
  tieActs,
  tieWorld,
  type TieWorld,
} from '../../../../tests/support/tie-world.ts'
import { dateOf } from '../../kernel/clock.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { corporation } from '../registry/fixtures.ts'
import './reactions.ts'

const graph = await openTestGraph()
const { send, stored, agreed } = tieActs(graph)
const keyOf = (id: string): string => parseGlobalId(id)?.id ?? ''

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
