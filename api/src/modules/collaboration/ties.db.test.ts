import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { ALLIANCE, proposal, tieActs, tieWorld } from '../../../../tests/support/tie-world.ts'
import { dateOf } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import { platform } from '../platforms/fixtures.ts'
import { corporation } from '../registry/fixtures.ts'
import { tie } from './fixtures.ts'
import './reactions.ts'
import { REQUIRED, STAGES } from './rules/stages.ts'

const graph = await openTestGraph()
const { send, stored, agreed } = tieActs(graph)

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
    expect(both.map(({ __typename }): string => __typename).toSorted()).toEqual([
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
      await refusedOf({ others: [1, 2].map(() => ({ corporationId: there.other.gid, role: 'TAKING' })) }),
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
      expect([name, pictured]).toEqual([name, deepest])
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
