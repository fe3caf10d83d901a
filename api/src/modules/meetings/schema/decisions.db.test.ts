import { beforeAll, describe, expect, it } from 'vitest'
import { decisionWorld, type DecisionWorld } from '../../../../../tests/support/decision-world.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { somebody } from '../../../../../tests/support/network-world.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'

const REGISTER = /* GraphQL */ `
  query Register($id: ID!, $organ: OrganKind, $outcome: DecisionOutcome, $holding: Boolean, $text: String) {
    platform(id: $id) {
      decisions(first: 10, organ: $organ, outcome: $outcome, holding: $holding, text: $text) {
        totalCount
        nodes {
          label
          title
          outcome
        }
      }
    }
  }
`

const PROOF = /* GraphQL */ `
  query Proof($id: ID!) {
    decision(id: $id) {
      label
      viewerCan {
        supersede {
          allowed
        }
        giveTask {
          allowed
        }
      }
    }
    decisionProof(id: $id) {
      agrees
      differs
      itemNumber
      rulebookVersion
      entitled {
        voters
      }
      steps {
        code
        state
        clauses
      }
      ballots {
        position
        part
        choice
        exclusionReason
      }
    }
  }
`

let graph: TestGraph
let world: DecisionWorld
beforeAll(async () => {
  graph = await openTestGraph()
  world = await decisionWorld(graph)
})

const register = async (viewer: Viewer, narrowed: object = {}) => {
  const { platform } = await graph.ask(REGISTER, {
    viewer,
    variables: { id: globalId('Platform', world.platformId), ...narrowed },
  })
  return platform?.decisions ?? null
}
const proof = (viewer: Viewer, n = 0) =>
  graph.ask(PROOF, { viewer, variables: { id: globalId('Decision', world.decisionIds[n] ?? '') } })

describe('the register of decisions', () => {
  it('holds what the meeting decided, latest first, under numbers without gaps', async () => {
    const { totalCount, nodes } = await register(await world.member(3))
    expect(totalCount).toBe(2)
    expect(nodes).toEqual([
      { label: '令和8年-総会-02', title: '会費を改めること', outcome: 'REJECTED' },
      { label: '令和8年-総会-01', title: '共同車両の賃借契約を結ぶこと', outcome: 'CARRIED' },
    ])
  })

  it.each<[object, string[]]>([
    [{ outcome: 'CARRIED' }, ['令和8年-総会-01']],
    [{ holding: true }, ['令和8年-総会-01']],
    [{ text: '会費' }, ['令和8年-総会-02']],
    [{ text: '福祉バス　契約' }, ['令和8年-総会-01']],
    [{ text: '福祉バス 会費' }, []],
    [{ organ: 'BOARD' }, []],
  ])('narrowed by %o', async (narrowed, labels) => {
    const { nodes } = await register(world.secretariat, narrowed)
    expect(nodes.map(({ label }: { label: string }) => label)).toEqual(labels)
  })

  it('is seen by members, officers and the liaison, and by nobody else', async () => {
    const stranger = viewerActingAs((await somebody(graph)).id, 'CORPORATION_ADMIN', {
      corporationId: world.corporationIds[0] ?? '',
    })
    const liaison = viewerActingAs((await somebody(graph)).id, 'MUNICIPAL_LIAISON', {
      municipalityCode: '062014',
      platformIds: [world.platformId],
    })
    const operator = viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR')
    for (const viewer of [await world.auditor(), await world.chair(), liaison, operator])
      expect((await register(viewer))?.totalCount).toBe(2)
    expect(await register(stranger)).toBeNull()
    expect(await proof(stranger)).toEqual({ decision: null, decisionProof: null })
    const { errors } = await graph.request(PROOF, {
      viewer: guest,
      variables: { id: globalId('Decision', world.decisionIds[0] ?? '') },
    })
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('shows a municipality the general meeting alone', async () => {
    const other = await decisionWorld(graph)
    const [decision] = other.decisionIds
    // The rest of the register is out of its sight, also one by one.
    const meeting = await graph.db.meeting.create({
      data: {
        platformId: other.platformId,
        organ: 'BOARD',
        title: '役員会',
        fiscalYear: 2026,
        startsAt: new Date('2026-11-20T05:00:00Z'),
        answerBy: new Date('2026-11-20T05:00:00Z'),
        recordOn: new Date('2026-11-20'),
        items: { create: { position: 1, kind: 'RESOLUTION', title: '見本', resolutionKind: 'ORDINARY' } },
      },
      include: { items: true },
    })
    const kept = await graph.db.decision.findUniqueOrThrow({ where: { id: decision ?? '' } })
    const { id } = await graph.db.decision.create({
      data: {
        platformId: other.platformId,
        organ: 'BOARD',
        meetingId: meeting.id,
        itemId: meeting.items[0]?.id ?? '',
        fiscalYear: 2026,
        number: 1,
        title: '見本',
        text: '見本',
        outcome: 'CARRIED',
        rulebookVersionId: kept.rulebookVersionId,
        resolutionKind: 'ORDINARY',
        vote: kept.vote as object,
        verdict: kept.verdict as object,
        decidedAt: new Date('2026-11-20T06:00:00Z'),
        effectiveOn: new Date('2026-11-20'),
      },
    })
    const liaison = viewerActingAs((await somebody(graph)).id, 'MUNICIPAL_LIAISON', {
      municipalityCode: '062014',
      platformIds: [other.platformId],
    })
    const asked = { variables: { id: globalId('Decision', id) } }
    expect(await graph.ask(PROOF, { viewer: liaison, ...asked })).toEqual({
      decision: null,
      decisionProof: null,
    })
    const seen = await graph.ask(PROOF, { viewer: await other.member(1), ...asked })
    expect(seen.decision.label).toBe('令和8年-役員-01')
    // A vote that was kept under the rules of one organ does not agree with those of another.
    expect(seen.decisionProof.agrees).toBe(false)
  })

  it('says why it was decided and that the computation agrees', async () => {
    const { decision, decisionProof } = await proof(world.secretariat)
    expect(decision.viewerCan).toEqual({ supersede: { allowed: true }, giveTask: { allowed: true } })
    expect(decisionProof).toMatchObject({
      agrees: true,
      differs: [],
      itemNumber: 1,
      rulebookVersion: 4,
      entitled: { voters: 6 },
    })
    expect(decisionProof.steps).toEqual([
      { code: 'ENTITLED', state: 'CHECKED', clauses: ['会則第16条'] },
      { code: 'QUORUM', state: 'MET', clauses: ['会則第14条1項', '会則第14条2項'] },
      { code: 'MAJORITY', state: 'MET', clauses: ['会則第15条1項'] },
      { code: 'TIE', state: 'NOT_USED', clauses: ['会則第15条3項'] },
    ])
    expect(decisionProof.ballots).toEqual([
      { position: 1, part: 'ON_SITE', choice: 'FOR', exclusionReason: null },
      { position: 2, part: 'EXCLUDED', choice: null, exclusionReason: '契約の相手方である' },
      { position: 3, part: 'ONLINE', choice: 'FOR', exclusionReason: null },
      { position: 4, part: 'PROXY', choice: 'FOR', exclusionReason: null },
      { position: 5, part: 'WRITTEN', choice: 'AGAINST', exclusionReason: null },
      { position: 6, part: 'ON_SITE', choice: 'FOR', exclusionReason: null },
      { position: 7, part: 'ABSENT', choice: null, exclusionReason: null },
    ])
  })

  it('takes two statements for a page, however long the roll is', async () => {
    const counted = graph.countStatements()
    await proof(world.secretariat)
    expect(counted.end()).toBe(2)
  })

  it('cannot be changed, not even in the database', async () => {
    const where = { id: world.decisionIds[0] ?? '' }
    // How Prisma tells that a trigger refused (restrict_violation).
    const refused = { code: 'P2003' }
    await expect(graph.db.decision.update({ where, data: { outcome: 'REJECTED' } })).rejects.toMatchObject(
      refused,
    )
    await expect(graph.db.decision.delete({ where })).rejects.toMatchObject(refused)
  })
})
