import { beforeAll, describe, expect, it } from 'vitest'
import { memoryMailer } from '../../api/src/kernel/adapters/mail.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { announcingBench, MORNING, PUBLISH } from '../support/announcing.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'

// The secretariat announces; members are told, read, acknowledge; the mail of the next morning tells what is undone.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { world, publish, context, worked, send, codes, titlesFor, morning } = announcingBench(() => graph)

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
