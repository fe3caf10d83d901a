import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryMailer } from '../../api/src/kernel/adapters/mail.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId, parseGlobalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import '../../api/src/reactions.ts'
import { addDocument } from '../../api/src/modules/bulletin/commands/add-document.ts'
import { deleteDocument } from '../../api/src/modules/bulletin/commands/delete-document.ts'
import { openDocumentVersion } from '../../api/src/modules/bulletin/commands/open-document-version.ts'
import { receiveVersion } from '../../api/src/modules/bulletin/files.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { membership } from '../../api/src/modules/platforms/fixtures.ts'
import { endingBench } from '../support/endings.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { networkWorld, somebody } from '../support/network-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// The secretariat announces; members are told, read, acknowledge; the mail of the next morning tells what is undone.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const MORNING = new Date('2026-11-24T07:00:00+09:00')
const day = '2026-11-24'

async function world() {
  const there = await networkWorld(graph)
  const { platformId } = there
  const seen = { platformIds: [platformId] }
  const { id: otherId, name: otherName } = await corporation(graph.db)
  await membership(graph.db, { platformId, corporationId: otherId })
  const { id: adminId, email } = await somebody(graph, '見本 四郎')
  const startsOn = new Date('2020-04-01')
  await graph.db.roleAssignment.create({
    data: { role: 'CORPORATION_ADMIN', corporationId: otherId, userId: adminId, startsOn },
  })
  const { id: auditorId } = await somebody(graph, '見本 五郎')
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

const PUBLISH = `mutation ($input: PublishAnnouncementInput!) { publishAnnouncement(input: $input) { __typename
  ... on PublishAnnouncementPayload { announcement { id state } } ... on Problem { code } } }`

async function publish({ platformId, secretariat }: World, over: object = {}): Promise<string> {
  const input = {
    platformId: globalId('Platform', platformId),
    topic: 'DISASTER',
    title: `見本の訓練 ${randomUUID().slice(0, 8)}`,
    body: '12月1日に訓練を行います。\n\n場所は見本会館です。',
    mustAcknowledge: true,
    ...over,
  }
  const { publishAnnouncement } = await graph.ask(PUBLISH, { viewer: secretariat, variables: { input } })
  return publishAnnouncement.announcement?.id ?? publishAnnouncement.code
}

const EDIT = `mutation ($input: EditAnnouncementInput!) { editAnnouncement(input: $input) { __typename
  ... on EditAnnouncementPayload { announcement { title state version viewerCan { edit { allowed } } } }
  ... on Problem { code } } }`

/** A committee of the network with seats of some corporations. */
async function committee({ platformId }: World, corporationIds: readonly string[]): Promise<string> {
  const startsOn = new Date('2026-04-01')
  const { id } = await graph.db.committee.create({
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
  db: graph.db,
  clock: { now: () => now },
  log: createLog('silent'),
  mailer,
})

/** The worker takes up what the network's announcements announced; twice, as after a crash. */
async function worked(there: World, now = TODAY): Promise<void> {
  const events = await graph.db.eventLog.findMany({
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
  graph.request(
    `mutation ($input: ${name === 'open' ? 'Open' : 'Acknowledge'}AnnouncementInput!) {
      ${name}Announcement(input: $input) { __typename ... on Problem { code } } }`,
    { viewer, variables: { input: { announcementId } } },
  )

const codes = async (viewer: Viewer): Promise<string[]> => {
  const { todos } = await graph.ask('{ todos { code } }', { viewer })
  return (todos as { code: string }[])
    .map(({ code }) => code)
    .filter((code) => code.startsWith('ANNOUNCEMENT'))
}
const titlesFor = async (viewer: Viewer, platformId: string): Promise<string[]> => {
  const { announcements } = await graph.ask(
    'query ($id: ID!) { announcements(platformId: $id, first: 20) { nodes { id } } }',
    { viewer, variables: { id: globalId('Platform', platformId) } },
  )
  return (announcements.nodes as { id: string }[]).map(({ id }) => id)
}

/** The mail of a morning, composed and sent by two workers at once. */
async function morning(userId: string, mailer: ReturnType<typeof memoryMailer>, at = MORNING, on = day) {
  const run = () => tasks.get('notifications.sendDigest')?.run({ userId, day: on }, context(at))
  await Promise.all([run(), run()])
  const mails = await graph.db.mailMessage.findMany({ where: { key: `notices.digest:${userId}:${on}` } })
  return { mails, deliver: () => deliver(mails, mailer, at) }
}
async function deliver(mails: readonly { id: string }[], mailer: ReturnType<typeof memoryMailer>, at: Date) {
  for (const { id: mailId } of mails) {
    await tasks.get('notifications.sendMail')?.run({ mailId }, context(at, mailer))
    await tasks.get('notifications.sendMail')?.run({ mailId }, context(at, mailer))
  }
}

describe('an announcement', () => {
  it('is told once, stands on the home page until it is acknowledged, and shows who has not read it', async () => {
    const there = await world()
    const id = await publish(there)
    await worked(there)
    const news = await graph.db.notification.findMany({ where: { userId: there.director.id } })
    expect(news).toMatchObject([{ kind: 'bulletin.mustRead', mailing: 'WAITING', readAt: null }])
    expect(await codes(there.reader)).toEqual(['ANNOUNCEMENT_TO_ACKNOWLEDGE'])
    await send('open', there.reader, id)
    expect(await codes(there.reader)).toEqual(['ANNOUNCEMENT_TO_ACKNOWLEDGE'])
    await send('acknowledge', there.reader, id)
    await send('acknowledge', there.reader, id)
    expect(await codes(there.reader)).toEqual([])
    const readers = async (viewer: Viewer) =>
      (
        await graph.ask(
          'query ($id: ID!) { announcementReaders(announcementId: $id) { name openedAt acknowledgedAt } }',
          { viewer, variables: { id } },
        )
      ).announcementReaders
    expect(await readers(there.secretariat)).toMatchObject([
      { name: there.otherName, openedAt: null, acknowledgedAt: null },
      { acknowledgedAt: TODAY.toISOString() },
    ])
    expect(await readers(there.auditor)).toHaveLength(2)
    expect(await readers(there.reader)).toEqual([])
    const after = await graph.db.notification.findMany({ where: { userId: there.director.id } })
    expect(after[0]?.readAt).toEqual(TODAY)
  })

  it('goes to chosen members alone', async () => {
    const there = await world()
    const id = await publish(there, { corporationIds: [globalId('Corporation', there.otherId)] })
    await worked(there)
    expect(await titlesFor(there.admin, there.platformId)).toEqual([id])
    expect(await titlesFor(there.reader, there.platformId)).toEqual([])
    expect(await graph.db.notification.count({ where: { userId: there.director.id } })).toBe(0)
    const { errors } = await send('acknowledge', there.reader, id)
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const stranger = globalId('Corporation', (await corporation(graph.db)).id)
    expect(await publish(there, { corporationIds: [stranger] })).toBe('RECIPIENT_IS_NO_MEMBER')
  })

  it('comes out at its moment and not before, and once', async () => {
    const there = await world()
    const at = new Date('2026-11-24T09:00:00+09:00')
    const id = await publish(there, { publishAt: at.toISOString() })
    expect(await titlesFor(there.reader, there.platformId)).toEqual([])
    expect(await titlesFor(there.secretariat, there.platformId)).toEqual([id])
    const [row] = await graph.db.announcement.findMany({ where: { platformId: there.platformId } })
    const release = (now: Date) =>
      tasks.get('bulletin.releaseAnnouncement')?.run({ announcementId: row?.id ?? '' }, context(now))
    await release(new Date(at.getTime() - 1))
    expect(await titlesFor(there.reader, there.platformId)).toEqual([])
    await Promise.all([release(at), release(at)])
    expect(await titlesFor(there.reader, there.platformId)).toEqual([id])
    await worked(there, at)
    expect(await graph.db.notification.count({ where: { userId: there.director.id } })).toBe(1)
  })

  it('asks nobody any more once it is taken back, and says why', async () => {
    const there = await world()
    const id = await publish(there)
    await worked(there)
    await graph.ask(
      `mutation ($input: WithdrawAnnouncementInput!) { withdrawAnnouncement(input: $input) { __typename } }`,
      {
        viewer: there.secretariat,
        variables: { input: { announcementId: id, reason: '日付の誤り', version: 1 } },
      },
    )
    expect(await codes(there.reader)).toEqual([])
    const { announcement } = await graph.ask(
      'query ($id: ID!) { announcement(id: $id) { state withdrawalReason } }',
      { viewer: there.reader, variables: { id } },
    )
    expect(announcement).toEqual({ state: 'WITHDRAWN', withdrawalReason: '日付の誤り' })
    const mailer = memoryMailer()
    const { mails } = await morning(there.director.id, mailer)
    expect(mails).toEqual([])
  })

  it('that is still to come is corrected by the secretariat, and no longer once it is out', async () => {
    const there = await world()
    const first = new Date('2026-11-24T09:00:00+09:00')
    const id = await publish(there, { publishAt: first.toISOString() })
    const later = new Date('2026-11-25T09:00:00+09:00')
    const edit = (viewer: Viewer, over: object = {}) =>
      graph.request(EDIT, {
        viewer,
        variables: {
          input: {
            announcementId: id,
            topic: 'TRAINING',
            title: '直した題',
            body: '直した本文',
            corporationIds: [globalId('Corporation', there.otherId)],
            mustAcknowledge: false,
            publishAt: later.toISOString(),
            version: 1,
            ...over,
          },
        },
      })
    const reasonOf = async (answer: ReturnType<typeof edit>) =>
      (await answer).errors?.[0]?.extensions.reason ?? (await answer).errors?.[0]?.extensions.code
    expect(await reasonOf(edit(there.auditor))).toBe('ONLY_THE_SECRETARIAT_KEEPS')
    expect(await reasonOf(edit(there.admin))).toBe('NOT_FOUND')
    expect((await edit(there.secretariat)).data?.editAnnouncement).toMatchObject({
      announcement: {
        title: '直した題',
        state: 'PLANNED',
        version: 2,
        viewerCan: { edit: { allowed: true } },
      },
    })
    expect((await edit(there.secretariat)).data?.editAnnouncement).toMatchObject({ code: 'CONFLICT' })
    const both = { corporationIds: [globalId('Corporation', there.otherId)], version: 2 }
    const committeeId = globalId('Committee', await committee(there, []))
    const refusal = async (over: object) =>
      (await edit(there.secretariat, { ...both, ...over })).data?.editAnnouncement.code
    expect(await refusal({ committeeId })).toBe('ANNOUNCEMENT_HAS_ONE_AUDIENCE')
    expect(await refusal({ corporationIds: null, committeeId })).toBe('COMMITTEE_HEARS_NOTHING')

    // The job of the first moment finds nothing to do; that of the second lets it out, once.
    const key = parseGlobalId(id)?.id ?? ''
    const release = (now: Date) =>
      tasks.get('bulletin.releaseAnnouncement')?.run({ announcementId: key }, context(now))
    await release(first)
    expect(await titlesFor(there.admin, there.platformId)).toEqual([])
    await Promise.all([release(later), release(later)])
    expect(await titlesFor(there.admin, there.platformId)).toEqual([id])
    expect(await titlesFor(there.reader, there.platformId)).toEqual([])
    expect(await reasonOf(edit(there.secretariat, { version: 3 }))).toBe('ANNOUNCEMENT_IS_OUT')
    const { announcement } = await graph.ask(
      'query ($id: ID!) { announcement(id: $id) { title viewerCan { edit { allowed reason } } } }',
      { viewer: there.secretariat, variables: { id } },
    )
    expect(announcement).toEqual({
      title: '直した題',
      viewerCan: { edit: { allowed: false, reason: 'ANNOUNCEMENT_IS_OUT' } },
    })
  })

  it('whose time is set to now by a correction is out at once', async () => {
    const there = await world()
    const id = await publish(there, { publishAt: '2026-12-24T00:00:00Z' })
    const facts = { topic: 'GENERAL', title: '今すぐ', body: '本文', mustAcknowledge: true }
    await graph.ask(EDIT, {
      viewer: there.secretariat,
      variables: { input: { announcementId: id, ...facts, version: 1 } },
    })
    expect(await titlesFor(there.reader, there.platformId)).toEqual([id])
    await worked(there)
    expect(await graph.db.notification.count({ where: { userId: there.director.id } })).toBe(1)
  })

  it('to a committee is seen by its members, the secretariat and the auditors, and by nobody else', async () => {
    const there = await world()
    const committeeKey = await committee(there, [there.otherId])
    const committeeId = globalId('Committee', committeeKey)
    const id = await publish(there, { committeeId, title: '部会だけの話' })
    await worked(there)
    const chair = viewerActingAs((await somebody(graph)).id, 'PLATFORM_CHAIR', {
      platformId: there.platformId,
      platformIds: [there.platformId],
    })
    const looks = async (viewer: Viewer) => {
      const { announcements, announcement, announcementReaders, handoverPackage } = await graph.ask(
        `query ($network: ID!, $id: ID!) {
          announcements(platformId: $network, first: 5) { totalCount nodes { id } }
          announcement(id: $id) { title committee { name } }
          announcementReaders(announcementId: $id) { name }
          handoverPackage(platformId: $network) { tasks { unread } }
        }`,
        { viewer, variables: { id, network: globalId('Platform', there.platformId) } },
      )
      return {
        count: announcements.totalCount,
        ids: announcements.nodes.map((one: { id: string }) => one.id),
        title: announcement?.title ?? null,
        readers: announcementReaders.map(({ name }: { name: string }) => name),
        unread: handoverPackage?.tasks.unread ?? null,
      }
    }
    const seen = { count: 1, ids: [id], title: '部会だけの話' }
    const unseen = { count: 0, ids: [], title: null, readers: [] }
    expect(await looks(there.admin)).toEqual({ ...seen, readers: [], unread: null })
    expect(await looks(there.secretariat)).toEqual({ ...seen, readers: [there.otherName], unread: 1 })
    expect(await looks(there.auditor)).toEqual({ ...seen, readers: [there.otherName], unread: 1 })
    expect(await looks(there.reader)).toEqual({ ...unseen, unread: null })
    expect(await looks(chair)).toEqual({ ...unseen, unread: 0 })
    expect(await codes(there.admin)).toEqual(['ANNOUNCEMENT_TO_ACKNOWLEDGE'])
    expect(await codes(there.reader)).toEqual([])
    for (const viewer of [there.reader, chair])
      expect((await send('open', viewer, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const told = await graph.db.notification.findMany({
      where: { subject: parseGlobalId(id)?.id ?? '' },
      select: { userId: true },
    })
    expect(told).toEqual([{ userId: there.admin.userId }])
    const events = await graph.db.eventLog.findMany({
      where: { payload: { path: ['announcementId'], equals: parseGlobalId(id)?.id ?? '' } },
    })
    expect(events.map(({ audience }) => audience)).toEqual([[`corporation:${there.otherId}`]])

    // Who leaves the committee before the mail goes out does not find it there, nor on the shelf of announcements.
    await graph.db.committeeMember.updateMany({
      where: { committeeId: committeeKey },
      data: { endsOn: new Date('2026-11-23') },
    })
    const mailer = memoryMailer()
    expect((await morning(there.admin.userId ?? '', mailer)).mails).toEqual([])
    const tomorrow = { ...there.admin, today: new Date('2026-11-24') }
    expect(await looks(tomorrow)).toEqual({ ...unseen, unread: null })
  })

  it('to a committee of another network is not accepted, by the database either', async () => {
    const [there, elsewhere] = [await world(), await world()]
    const committeeId = await committee(elsewhere, [elsewhere.otherId])
    expect(await publish(there, { committeeId: globalId('Committee', committeeId) })).toBe(
      'COMMITTEE_HEARS_NOTHING',
    )
    const key = parseGlobalId(await publish(there))?.id ?? ''
    await expect(graph.db.announcement.update({ where: { id: key }, data: { committeeId } })).rejects.toThrow(
      'the committee is of another network',
    )
  })

  it('is written by the secretariat alone', async () => {
    const there = await world()
    for (const viewer of [there.auditor, there.admin, there.reader]) {
      const input = {
        platformId: globalId('Platform', there.platformId),
        topic: 'GENERAL',
        title: 'あ',
        body: 'い',
        mustAcknowledge: false,
      }
      const { errors } = await graph.request(PUBLISH, { viewer, variables: { input } })
      expect(errors?.[0]?.extensions.reason).toBe('ONLY_THE_SECRETARIAT_KEEPS')
    }
  })
})

describe('the daily mail', () => {
  it('gathers what is undone into one mail with a way to the settings, sent once', async () => {
    const there = await world()
    await publish(there, { title: '見本のひとつめ' })
    await publish(there, { title: '見本のふたつめ', mustAcknowledge: false })
    await worked(there)
    const mailer = memoryMailer()
    const { mails, deliver: send1 } = await morning(there.director.id, mailer)
    expect(mails).toHaveLength(1)
    await send1()
    expect(mailer.sent).toHaveLength(1)
    const [sent] = mailer.sent
    expect(sent?.subject).toBe('【結】お知らせのまとめ（2件）')
    expect(sent?.text).toContain('見本のひとつめ')
    expect(sent?.text).toContain('見本のふたつめ')
    expect(sent?.text).toContain('/account/notices')
    const again = await morning(
      there.director.id,
      mailer,
      new Date('2026-11-25T07:00:00+09:00'),
      '2026-11-25',
    )
    expect(again.mails).toEqual([])
  })

  it('tells nothing of what was done before it is composed', async () => {
    const there = await world()
    const id = await publish(there)
    await worked(there)
    await send('acknowledge', there.reader, id)
    const { mails } = await morning(there.director.id, memoryMailer())
    expect(mails).toEqual([])
    const [notice] = await graph.db.notification.findMany({ where: { userId: there.director.id } })
    expect(notice?.mailing).toBe('DONE_BEFORE')
  })

  it('tells nothing of what is done between composing and sending, and is dropped when nothing is left', async () => {
    const there = await world()
    const first = await publish(there, { title: '見本のひとつめ' })
    const second = await publish(there, { title: '見本のふたつめ' })
    await worked(there)
    const mailer = memoryMailer()
    const director = await morning(there.director.id, mailer)
    await send('acknowledge', there.reader, first)
    await director.deliver()
    expect(mailer.sent.map(({ text }) => text)).toEqual([expect.not.stringContaining('ひとつめ')])
    expect(mailer.sent[0]?.subject).toContain('見本のふたつめ')

    const admin = await morning(there.admin.userId ?? '', mailer)
    await send('acknowledge', there.admin, first)
    await send('acknowledge', there.admin, second)
    await admin.deliver()
    expect(mailer.sent).toHaveLength(1)
    const dropped = await graph.db.mailMessage.findMany({
      where: { id: { in: admin.mails.map(({ id }) => id) } },
    })
    expect(dropped).toMatchObject([{ sentAt: null, droppedAt: MORNING, body: '' }])
  })

  it('follows each person’s choice, and what somebody waits for cannot be switched off', async () => {
    const there = await world()
    const choose = async (viewer: Viewer, topic: string, delivery: string) =>
      (
        await graph.ask(
          `mutation ($input: ChooseNoticeInput!) { chooseNotice(input: $input) { __typename ... on Problem { code } } }`,
          { viewer, variables: { input: { topic, delivery } } },
        )
      ).chooseNotice
    expect(await choose(there.reader, 'MUST_READ', 'NEVER')).toMatchObject({ code: 'NOTICE_IS_OBLIGATORY' })
    await choose(there.reader, 'ANNOUNCEMENTS', 'NEVER')
    await choose(there.admin, 'ANNOUNCEMENTS', 'AT_ONCE')
    await publish(there, { mustAcknowledge: false, title: '見本の便り' })
    await worked(there)
    expect((await morning(there.director.id, memoryMailer())).mails).toEqual([])
    const atOnce = await graph.db.mailMessage.findMany({ where: { toAddress: there.adminEmail } })
    expect(atOnce).toHaveLength(1)
    expect(atOnce[0]?.subject).toContain('見本の便り')
    expect(atOnce[0]?.body).toContain('/account/notices')
    const { noticeSettings } = await graph.ask('{ noticeSettings { topic delivery obligatory } }', {
      viewer: there.reader,
    })
    expect(noticeSettings).toEqual(
      expect.arrayContaining([
        { topic: 'MUST_READ', delivery: 'DAILY', obligatory: true },
        { topic: 'ANNOUNCEMENTS', delivery: 'NEVER', obligatory: false },
      ]),
    )
  })
})

describe('a new document', () => {
  const PDF = { fileName: '約束.pdf', note: null }
  async function* bytes() {
    yield Buffer.from('%PDF-1.7 見本')
  }
  const acting = (viewer: Viewer) => ({
    db: graph.db,
    viewer,
    clock: { now: () => TODAY },
    requestId: null,
  })
  async function shelved({ platformId, secretariat }: World, over: object = {}): Promise<string> {
    const input = {
      platformId: globalId('Platform', platformId),
      title: '応援の約束',
      kind: 'CONTRACT',
      audience: 'MEMBERS',
      retentionYears: 10,
      retainFrom: new Date('2026-11-01'),
      ...over,
    }
    return (await runCommand(addDocument, input, acting(secretariat))).documentId
  }
  const put = ({ secretariat }: World, documentId: string) =>
    receiveVersion(acting(secretariat), { documentId, ...PDF, body: bytes() })
  /** The worker takes up what was announced of a document; twice, as after a crash. */
  async function told(documentId: string): Promise<void> {
    const events = await graph.db.eventLog.findMany({
      where: { payload: { path: ['documentId'], equals: documentId } },
      orderBy: { seq: 'asc' },
    })
    for (const { id: eventId } of events)
      for (let time = 1; time <= 2; time++) await react.run({ eventId }, context(TODAY))
  }
  const kindsFor = async (userId: string) =>
    (await graph.db.notification.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind, params }) => [kind, params],
    )

  it('is in the mail of the morning, by the topic that each person chooses; a version stands for those before it', async () => {
    const there = await world()
    const documentId = await shelved(there)
    // A place without a file is nothing to tell of.
    await told(documentId)
    expect(await kindsFor(there.director.id)).toEqual([])
    await put(there, documentId)
    await told(documentId)
    const { network } = there
    const first = { network, title: '応援の約束', number: 1 }
    expect(await kindsFor(there.director.id)).toEqual([['bulletin.documentAdded', first]])
    await put(there, documentId)
    await told(documentId)
    expect(await kindsFor(there.director.id)).toEqual([
      ['bulletin.documentAdded', first],
      ['bulletin.documentRenewed', { ...first, number: 2 }],
    ])
    expect(await kindsFor(there.secretariat.userId ?? '')).toEqual([])
    const mailer = memoryMailer()
    const { deliver: go } = await morning(there.director.id, mailer)
    await go()
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      `【結】${network}の「応援の約束」が第2版になりました。`,
    ])
  })

  it('is told to nobody who chose not to hear of documents', async () => {
    const there = await world()
    const documentId = await shelved(there)
    await graph.ask(`mutation ($input: ChooseNoticeInput!) { chooseNotice(input: $input) { __typename } }`, {
      viewer: there.admin,
      variables: { input: { topic: 'DOCUMENTS', delivery: 'NEVER' } },
    })
    await put(there, documentId)
    await told(documentId)
    expect((await morning(there.admin.userId ?? '', memoryMailer())).mails).toEqual([])
    expect((await morning(there.director.id, memoryMailer())).mails).toHaveLength(1)
  })

  it('is told to nobody once it was opened, is the officers’ alone, or was deleted, also between composing and sending', async () => {
    const there = await world()
    const mailer = memoryMailer()
    const officers = await shelved(there, { audience: 'OFFICERS' })
    await put(there, officers)
    await told(officers)
    expect(await kindsFor(there.director.id)).toEqual([])

    const [opened, old] = [await shelved(there), await shelved(there, { retainFrom: new Date('2006-03-31') })]
    const documentVersionId = await put(there, opened)
    await put(there, old)
    for (const one of [opened, old]) await told(one)
    await runCommand(openDocumentVersion, { documentVersionId }, acting(there.reader))
    const { mails, deliver: go } = await morning(there.director.id, mailer)
    expect(mails).toHaveLength(1)
    const input = { documentId: globalId('Document', old), reason: '期間の満了', version: 2 }
    await runCommand(deleteDocument, input, acting(there.secretariat))
    await go()
    expect(mailer.sent).toEqual([])
    // What was still waiting to be told is not told either.
    await told(old)
    const unread = await graph.db.notification.count({ where: { userId: there.director.id, readAt: null } })
    expect(unread).toBe(0)
  })
})

describe('a merger', () => {
  const { world: ending, merge, undo } = endingBench(() => graph)

  it('brings what the old corporation was told and has read to its successor, and back', async () => {
    const given = await ending()
    const [oldGid, newGid] = [given.oldId, given.newId].map((id) => globalId('Corporation', id))
    const say = async (corporationIds: (string | undefined)[]) => {
      const input = {
        platformId: globalId('Platform', given.bothId),
        topic: 'GENERAL',
        title: '見本のお願い',
        body: '本文',
        mustAcknowledge: true,
        corporationIds,
      }
      const { publishAnnouncement } = await graph.ask(PUBLISH, {
        viewer: given.secretariat,
        variables: { input },
      })
      return publishAnnouncement.announcement.id as string
    }
    const [toOld, toBoth] = [await say([oldGid]), await say([oldGid, newGid])]
    const seen = { platformIds: [given.bothId] }
    const old = viewerActingAs(given.hanako.id, 'CORPORATION_ADMIN', { corporationId: given.oldId, ...seen })
    const heir = viewerActingAs(given.taro.id, 'CORPORATION_ADMIN', { corporationId: given.newId, ...seen })
    await send('acknowledge', old, toOld)
    expect(await titlesFor(heir, given.bothId)).toEqual([toBoth])
    const { corporationSuccession } = await merge(given)
    expect((await titlesFor(heir, given.bothId)).toSorted()).toEqual([toOld, toBoth].toSorted())
    const readers = async (id: string) =>
      (
        await graph.ask(
          'query ($id: ID!) { announcementReaders(announcementId: $id) { corporationId acknowledgedAt } }',
          { viewer: given.secretariat, variables: { id } },
        )
      ).announcementReaders
    expect(await readers(toOld)).toEqual([{ corporationId: newGid, acknowledgedAt: TODAY.toISOString() }])
    expect(await readers(toBoth)).toEqual([{ corporationId: newGid, acknowledgedAt: null }])
    await undo(given, corporationSuccession.id)
    expect(await titlesFor(heir, given.bothId)).toEqual([toBoth])
    expect(await readers(toOld)).toEqual([{ corporationId: oldGid, acknowledgedAt: TODAY.toISOString() }])
  })
})
