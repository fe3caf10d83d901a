import { randomUUID } from 'node:crypto'
import type { memoryMailer } from '../../api/src/kernel/adapters/mail.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { membership } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import '../../api/src/reactions.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { networkWorld, somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

/** The moment of the mail on the day after the tests' day. */
export const MORNING = new Date('2026-11-24T07:00:00+09:00')
const day = '2026-11-24'

export const PUBLISH = `mutation ($input: PublishAnnouncementInput!) { publishAnnouncement(input: $input) { __typename
  ... on PublishAnnouncementPayload { announcement { id state } } ... on Problem { code } } }`

/** A network of two members with people who read, and what its secretariat and the worker do. */
export function announcingBench(graph: () => TestGraph) {
  async function world() {
    const there = await networkWorld(graph())
    const { platformId } = there
    const seen = { platformIds: [platformId] }
    const { id: otherId, name: otherName } = await corporation(graph().db)
    await membership(graph().db, { platformId, corporationId: otherId })
    const { id: adminId, email } = await somebody(graph(), '見本 四郎')
    const startsOn = new Date('2020-04-01')
    await graph().db.roleAssignment.create({
      data: { role: 'CORPORATION_ADMIN', corporationId: otherId, userId: adminId, startsOn },
    })
    const { id: auditorId } = await somebody(graph(), '見本 五郎')
    return {
      ...there,
      otherId,
      otherName,
      adminEmail: email,
      reader: viewerActingAs(there.director.id, 'FACILITY_DIRECTOR', {
        corporationId: there.corporationId,
        facilityId: there.one.id,
        ...seen,
      }),
      admin: viewerActingAs(adminId, 'CORPORATION_ADMIN', { corporationId: otherId, ...seen }),
      auditor: viewerActingAs(auditorId, 'PLATFORM_AUDITOR', { platformId, ...seen }),
    }
  }
  type World = Awaited<ReturnType<typeof world>>

  async function publish({ platformId, secretariat }: World, over: object = {}): Promise<string> {
    const input = {
      platformId: globalId('Platform', platformId),
      topic: 'DISASTER',
      title: `見本の訓練 ${randomUUID().slice(0, 8)}`,
      body: '12月1日に訓練を行います。\n\n場所は見本会館です。',
      mustAcknowledge: true,
      ...over,
    }
    const { publishAnnouncement } = await graph().ask(PUBLISH, { viewer: secretariat, variables: { input } })
    return publishAnnouncement.announcement?.id ?? publishAnnouncement.code
  }

  /** A committee of the network with seats of some corporations. */
  async function committee({ platformId }: World, corporationIds: readonly string[]): Promise<string> {
    const startsOn = new Date('2026-04-01')
    const { id } = await graph().db.committee.create({
      data: {
        platformId,
        name: '見本部会',
        startsOn,
        members: { create: corporationIds.map((corporationId) => ({ corporationId, startsOn })) },
      },
    })
    return id
  }

  const context = (now: Date, mailer: ReturnType<typeof memoryMailer> | null = null) => ({
    db: graph().db,
    clock: { now: () => now },
    log: createLog('silent'),
    mailer,
  })

  /** The worker takes up what the network's announcements announced; twice, as after a crash. */
  async function worked(there: World, now = TODAY): Promise<void> {
    const events = await graph().db.eventLog.findMany({
      where: {
        name: 'bulletin.AnnouncementPublished.v1',
        audience: { hasSome: [`platform:${there.platformId}`, `corporation:${there.otherId}`] },
      },
      orderBy: { seq: 'asc' },
    })
    for (const { id: eventId } of events) {
      await react.run({ eventId }, context(now))
      await react.run({ eventId }, context(now))
    }
  }

  const send = (name: 'open' | 'acknowledge', viewer: Viewer, announcementId: string) =>
    graph().request(
      `mutation ($input: ${name === 'open' ? 'Open' : 'Acknowledge'}AnnouncementInput!) {
        ${name}Announcement(input: $input) { __typename ... on Problem { code } } }`,
      { viewer, variables: { input: { announcementId } } },
    )

  const codes = async (viewer: Viewer): Promise<string[]> => {
    const { todos } = await graph().ask('{ todos { code } }', { viewer })
    return (todos as { code: string }[])
      .map(({ code }) => code)
      .filter((code) => code.startsWith('ANNOUNCEMENT'))
  }
  const titlesFor = async (viewer: Viewer, platformId: string): Promise<string[]> => {
    const { announcements } = await graph().ask(
      'query ($id: ID!) { announcements(platformId: $id, first: 20) { nodes { id } } }',
      { viewer, variables: { id: globalId('Platform', platformId) } },
    )
    return (announcements.nodes as { id: string }[]).map(({ id }) => id)
  }

  /** The mail of a morning, composed and sent by two workers at once. */
  async function morning(userId: string, mailer: ReturnType<typeof memoryMailer>, at = MORNING, on = day) {
    const run = () => tasks.get('notifications.sendDigest')?.run({ userId, day: on }, context(at))
    await Promise.all([run(), run()])
    const mails = await graph().db.mailMessage.findMany({ where: { key: `notices.digest:${userId}:${on}` } })
    return { mails, deliver: () => deliver(mails, mailer, at) }
  }
  async function deliver(
    mails: readonly { id: string }[],
    mailer: ReturnType<typeof memoryMailer>,
    at: Date,
  ) {
    for (const { id: mailId } of mails) {
      await tasks.get('notifications.sendMail')?.run({ mailId }, context(at, mailer))
      await tasks.get('notifications.sendMail')?.run({ mailId }, context(at, mailer))
    }
  }

  return { world, publish, committee, context, worked, send, codes, titlesFor, morning }
}

export type AnnouncingWorld = Awaited<ReturnType<ReturnType<typeof announcingBench>['world']>>
