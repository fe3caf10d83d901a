import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { systemViewer, type Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility } from '../fixtures.ts'
import { matchRegistry } from './match-registry.ts'

let graph: TestGraph
let operator: Viewer
beforeAll(async () => {
  graph = await openTestGraph()
  operator = await person('SYSTEM_OPERATOR')
})

async function person(role: Parameters<typeof viewerActingAs>[1], body = {}): Promise<Viewer> {
  const { id } = await graph.db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  return viewerActingAs(id, role, body)
}

const match = () =>
  runCommand(
    matchRegistry,
    {},
    { db: graph.db, clock: { now: () => TODAY }, viewer: systemViewer, requestId: null },
  )

// Words that no other test's names share, so that nothing else is found.
const word = () =>
  Array.from(
    randomUUID().replaceAll('-', '').slice(0, 8),
    (digit) => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[parseInt(digit, 16)],
  ).join('')

async function shelter(name: string, address: string, given = {}) {
  return graph.db.shelter.create({
    data: {
      kind: 'DESIGNATED_SHELTER',
      sourceKey: randomUUID(),
      name: `見本${name}`,
      address: `山形市${address}`,
      municipalityCode: '062014',
      hazards: [],
      welfare: true,
      sample: true,
      ...given,
    },
  })
}

/** A shelter with the name of a facility elsewhere in the city: doubtful. */
async function doubtful() {
  const { id: corporationId } = await corporation(graph.db)
  const name = word()
  const place = await facility(graph.db, {
    corporationId,
    name: `特別養護老人ホーム 見本${name}`,
    address: `山形市${name}町1-1`,
  })
  const listed = await shelter(name, `${name}西5-5`)
  await match()
  const proposal = await graph.db.matchProposal.findFirstOrThrow({ where: { shelterId: listed.id } })
  return { corporationId, place, listed, proposal, name }
}

const decide = (proposal: { id: string; version: number }, decision: string, viewer: Viewer, more = {}) =>
  send(
    graph,
    'decideMatch',
    { matchProposalId: globalId('MatchProposal', proposal.id), decision, version: proposal.version, ...more },
    { viewer, payload: 'matchProposal { id state postponed score }' },
  )
const takeBack = (id: string, viewer: Viewer) =>
  send(graph, 'takeBackMatchDecision', { matchProposalId: globalId('MatchProposal', id) }, { viewer })

const proposalNow = (id: string) => graph.db.matchProposal.findUniqueOrThrow({ where: { id } })
const shelterNow = (id: string) => graph.db.shelter.findUniqueOrThrow({ where: { id } })

describe('a doubtful pair', () => {
  it('waits, linked to nothing', async () => {
    const { proposal, listed } = await doubtful()
    expect(proposal).toMatchObject({ state: 'OPEN', kind: 'SHELTER_FACILITY' })
    expect(proposal.score).toBeGreaterThanOrEqual(45)
    expect(proposal.score).toBeLessThan(80)
    expect((await shelterNow(listed.id)).facilityId).toBeNull()
  })

  it('is linked when a person says they are one, and no later comparison overturns it', async () => {
    const { proposal, listed, place } = await doubtful()
    expect(await decide(proposal, 'SAME', operator, { note: '現地で確かめた' })).toMatchObject({
      payload: { matchProposal: { state: 'SAME' } },
    })
    const decided = await shelterNow(listed.id)
    expect(decided).toMatchObject({
      facilityId: place.id,
      matchReason: 'DECIDED_BY_A_PERSON',
      handSet: ['facilityId'],
    })
    await match()
    expect(await shelterNow(listed.id)).toEqual(decided)
    expect(await proposalNow(proposal.id)).toMatchObject({ state: 'SAME', note: '現地で確かめた' })
  })

  it('never comes back when a person says they are two, unless something new speaks for it', async () => {
    const { proposal, listed, place } = await doubtful()
    await decide(proposal, 'DIFFERENT', operator)
    const rejected = await proposalNow(proposal.id)
    await match()
    expect(await proposalNow(proposal.id)).toEqual(rejected)
    // The shelter moves to the facility's address: something nobody could see when it was rejected.
    await graph.db.shelter.update({
      where: { id: listed.id },
      data: { address: place.address, hazards: ['洪水'] },
    })
    await match()
    expect(await proposalNow(proposal.id)).toMatchObject({ state: 'LINKED', decidedAt: null })
  })

  it('goes to the end of the queue when it is put off', async () => {
    const { proposal } = await doubtful()
    expect(await decide(proposal, 'LATER', operator)).toMatchObject({
      payload: { matchProposal: { state: 'OPEN', postponed: true } },
    })
    const { matchProposals } = await graph.ask(
      '{ matchProposals(states: [OPEN], last: 1) { nodes { postponed } } }',
      {
        viewer: operator,
      },
    )
    expect(matchProposals.nodes).toEqual([{ postponed: true }])
    await takeBack(proposal.id, operator)
    expect(await proposalNow(proposal.id)).toMatchObject({ postponed: false })
  })

  it('is decided once', async () => {
    const { proposal } = await doubtful()
    await decide(proposal, 'SAME', operator)
    const again = await proposalNow(proposal.id)
    expect(await decide(again, 'DIFFERENT', operator)).toMatchObject({ code: 'MATCH_ALREADY_DECIDED' })
    expect(await decide(proposal, 'DIFFERENT', operator)).toMatchObject({ code: 'MATCH_ALREADY_DECIDED' })
  })

  it('is not decided by somebody who has seen an older version', async () => {
    const { proposal } = await doubtful()
    await decide(proposal, 'LATER', operator)
    expect(await decide(proposal, 'SAME', operator)).toMatchObject({
      typename: 'ConflictProblem',
      currentVersion: proposal.version + 1,
    })
  })
})

describe('a decision that is taken back', () => {
  it('leaves everything as it was, also for the shelter’s other candidates', async () => {
    const { proposal, listed, corporationId, name } = await doubtful()
    await facility(graph.db, { corporationId, name: `ケアハウス 見本${name}`, address: '山形市見本東町9-9' })
    await match()
    const before = await shelterNow(listed.id)
    const waiting = await graph.db.matchProposal.findMany({ where: { shelterId: listed.id, state: 'OPEN' } })
    expect(waiting).toHaveLength(2)
    await decide(proposal, 'SAME', operator)
    expect(await graph.db.matchProposal.count({ where: { shelterId: listed.id, state: 'SETTLED' } })).toBe(1)
    expect(await takeBack(proposal.id, operator)).toMatchObject({ typename: 'TakeBackMatchDecisionPayload' })
    const { version: _v, updatedAt: _u, ...restored } = await shelterNow(listed.id)
    const { version: _w, updatedAt: _x, ...original } = before
    expect(restored).toEqual(original)
    expect(await graph.db.matchProposal.count({ where: { shelterId: listed.id, state: 'OPEN' } })).toBe(2)
  })

  it('unlinks and links again what the portal had linked', async () => {
    const name = word()
    const place = await facility(graph.db, { name: `見本${name}荘`, address: '山形市見本町7-7' })
    const listed = await shelter(`${name}荘`, '見本町7-7')
    await match()
    const linked = await graph.db.matchProposal.findFirstOrThrow({ where: { shelterId: listed.id } })
    expect(linked.state).toBe('LINKED')
    await decide(linked, 'DIFFERENT', operator)
    expect((await shelterNow(listed.id)).facilityId).toBeNull()
    await match()
    expect((await shelterNow(listed.id)).facilityId).toBeNull()
    await takeBack(linked.id, operator)
    expect((await shelterNow(listed.id)).facilityId).toBe(place.id)
  })

  it('is refused when somebody has linked the shelter otherwise since', async () => {
    const { proposal, listed } = await doubtful()
    await decide(proposal, 'SAME', operator)
    const other = await facility(graph.db)
    await graph.db.shelter.update({ where: { id: listed.id }, data: { facilityId: other.id } })
    expect(await takeBack(proposal.id, operator)).toMatchObject({ code: 'MATCH_DECISION_BUILT_ON' })
  })

  it('is nothing when nobody has decided', async () => {
    const { proposal } = await doubtful()
    expect(await takeBack(proposal.id, operator)).toMatchObject({ code: 'MATCH_NOT_DECIDED' })
  })
})

describe('who decides', () => {
  it('is the operator, the secretariat and the liaison for their area, and the corporation for its own', async () => {
    const { proposal, corporationId } = await doubtful()
    const { id: platformId } = await graph.db.platform.create({
      data: {
        name: `見本${randomUUID()}連絡会`,
        kind: 'OTHER',
        sample: true,
        memberships: { create: { corporationId, startsOn: new Date('2020-04-01') } },
      },
    })
    const elsewhere = await graph.db.platform.create({
      data: { name: `見本${randomUUID()}連絡会`, kind: 'OTHER', sample: true },
    })
    const answers = []
    for (const [role, body] of [
      ['PLATFORM_SECRETARIAT', { platformId: elsewhere.id, platformIds: [elsewhere.id] }],
      ['MUNICIPAL_LIAISON', { municipalityCode: '062022' }],
      ['CORPORATION_ADMIN', { corporationId: (await corporation(graph.db)).id }],
      ['FACILITY_DIRECTOR', { facilityId: randomUUID(), corporationId }],
      ['PLATFORM_SECRETARIAT', { platformId, platformIds: [platformId] }],
      ['MUNICIPAL_LIAISON', { municipalityCode: '062014' }],
      ['CORPORATION_ADMIN', { corporationId }],
      ['SYSTEM_OPERATOR', {}],
    ] as const) {
      const current = await proposalNow(proposal.id)
      answers.push((await decide(current, 'LATER', await person(role, body))).code ?? 'decided')
    }
    expect(answers).toEqual([
      ...Array.from({ length: 4 }, () => 'NOT_FOUND'),
      ...Array.from({ length: 4 }, () => 'decided'),
    ])
  })
})
