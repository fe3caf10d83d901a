import { randomUUID } from 'node:crypto'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { loadAccount } from '../../api/src/modules/identity/viewer/account.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { promotionCorporationRulebook, voluntaryRulebook } from '../../api/src/modules/rulebooks/public.ts'
import { testDatabase } from './database.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { send } from './send.ts'
import { viewerActingAs } from './viewers.ts'

/** A network with its rulebook and two members, its secretariat, and a corporation outside. */
export async function memberWorld(
  graph: TestGraph,
  kind: 'COUNCIL_LED' | 'COLLABORATION_PROMOTION_CORPORATION' = 'COUNCIL_LED',
) {
  const { db } = graph
  const name =
    kind === 'COUNCIL_LED' ? `見本${randomUUID()}会` : `社会福祉連携推進法人 見本${randomUUID().slice(0, 8)}`
  const { id: platformId } = await platform(db, { kind, name, acceptsApplications: true })
  const rules = kind === 'COUNCIL_LED' ? voluntaryRulebook : promotionCorporationRulebook
  await db.rulebookVersion.create({
    data: {
      platformId,
      number: 1,
      effectiveOn: new Date('2020-04-01'),
      adoptedOn: new Date('2020-03-20'),
      rules: structuredClone(rules) as never,
      articles: [],
    },
  })
  const members = [await corporation(db), await corporation(db)] as const
  const memberships = [
    await membership(db, { platformId, corporationId: members[0].id, position: 1 }),
    await membership(db, { platformId, corporationId: members[1].id, position: 2 }),
  ] as const
  const outsider = await corporation(db, { kind: 'NOT_WELFARE' })
  const { id: secretaryId } = await somebody(graph, '見本 さちこ')
  const { id: adminId } = await somebody(graph, '見本 かおり')
  const inside = { platformIds: [platformId] }
  return {
    platformId,
    network: globalId('Platform', platformId),
    members,
    memberships,
    outsider,
    adminId,
    secretariat: viewerActingAs(secretaryId, 'PLATFORM_SECRETARIAT', { platformId, ...inside }),
    auditor: viewerActingAs(secretaryId, 'PLATFORM_AUDITOR', { platformId, ...inside }),
    applicant: viewerActingAs(adminId, 'CORPORATION_ADMIN', { corporationId: outsider.id }),
    member: viewerActingAs(adminId, 'CORPORATION_ADMIN', { corporationId: members[0].id, ...inside }),
  }
}

export type MemberWorld = Awaited<ReturnType<typeof memberWorld>>

/** A carried decision in a network's register, with the meeting it needs. */
export async function carriedDecision(
  { db }: TestGraph,
  platformId: string,
  outcome: 'CARRIED' | 'REJECTED' = 'CARRIED',
  resolutionKind = 'ORDINARY',
): Promise<string> {
  const { id: rulebookVersionId } = await db.rulebookVersion.findFirstOrThrow({ where: { platformId } })
  const at = new Date('2026-11-01T01:00:00Z')
  const meeting = await db.meeting.create({
    data: {
      platformId,
      organ: 'GENERAL_MEETING',
      title: '見本総会',
      fiscalYear: 2026,
      startsAt: at,
      answerBy: at,
      recordOn: new Date('2026-11-01'),
      state: 'CLOSED',
      noticeSentAt: new Date('2026-10-01T00:00:00Z'),
      openedAt: at,
      closedAt: at,
      rulebookVersionId,
    },
  })
  const item = await db.agendaItem.create({
    data: {
      meetingId: meeting.id,
      position: 1,
      kind: 'RESOLUTION',
      title: '会員のこと',
      resolutionKind,
      state: 'DECIDED',
      votingOpenedAt: at,
      votingClosedAt: at,
    },
  })
  const { id } = await db.decision.create({
    data: {
      platformId,
      organ: 'GENERAL_MEETING',
      meetingId: meeting.id,
      itemId: item.id,
      fiscalYear: 2026,
      number: Math.floor(Math.random() * 1_000_000) + 1,
      title: '会員のこと',
      text: '会員のことを決める。',
      outcome,
      rulebookVersionId,
      resolutionKind,
      vote: {},
      verdict: {},
      decidedAt: at,
      effectiveOn: new Date('2026-11-01'),
    },
  })
  return id
}

/** Networks that are open to the only seat of a session on a day, loaded as every request loads them. */
export async function networksOpenTo(session: string, day: string): Promise<readonly string[]> {
  const pool = createReadPool((await testDatabase()).url, 1)
  const account = await loadAccount(pool, { session }, TODAY, day)
  await pool.end()
  return account?.seats[0]?.platformIds ?? []
}

/** What tests of membership do again and again on one graph. */
export function memberActs(graph: TestGraph) {
  return {
    apply: (given: MemberWorld, over: object = {}, viewer: Viewer = given.applicant) =>
      send(
        graph,
        'applyForMembership',
        {
          platformId: given.network,
          memberClass: 'ASSOCIATE',
          message: 'よろしくお願いします。',
          answers: [],
          ...over,
        },
        { viewer, payload: APPLICATION },
      ),
    admit: (given: MemberWorld, application: { id: string; version: number }, over: object = {}) =>
      send(
        graph,
        'admitMember',
        {
          membershipApplicationId: application.id,
          version: application.version,
          memberClass: 'ASSOCIATE',
          startsOn: '2026-12-01',
          basis: '役員会で確かめた。',
          ...over,
        },
        { viewer: given.secretariat, payload: `membershipApplication { state } ${MEMBER}` },
      ),
  }
}

/** What a command about a member answers with. */
export const MEMBER = 'platformMembership { id memberClass votes startsOn endsOn ending version }'

/** What a command about an application answers with. */
export const APPLICATION =
  'membershipApplication { id state version networkId answers(first: 9) { nodes { question answer } } }'
