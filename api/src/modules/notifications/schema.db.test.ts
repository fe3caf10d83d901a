import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { memoryMailer, type Mailer } from '../../kernel/adapters/mail.ts'
import { command, runCommand } from '../../kernel/command.ts'
import { collectAnnouncements } from '../../kernel/events.ts'
import { createLog } from '../../kernel/log.ts'
import { globalId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/verdict.ts'
import { guest, systemViewer, type Viewer } from '../../kernel/viewer.ts'
import { Notified } from './events.ts'
import { notify, openDevelopmentMailbox, queueMail, type NotificationSpec } from './public.ts'
import { sendMail } from './reactions/send-mail.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

async function person(): Promise<Viewer & { userId: string }> {
  const email = `${randomUUID()}@mihon.example`
  const { id } = await graph.db.user.create({ data: { name: '見本 次郎', email, sample: true } })
  return { ...viewerActingAs(id, 'FACILITY_STAFF', { facilityId: randomUUID() }), userId: id }
}

const happen = command({
  name: 'notificationsTestAct',
  description: 'Announces something that people can be told of.',
  input: z.object({}),
  subject: () => ({}),
  may: () => allow,
  async run({ emit }) {
    emit(Notified, { kind: 'test' }, { audience: ['public'] })
    return {}
  },
})

/** An event that people can be told of. */
async function happening(): Promise<string> {
  const requestId = randomUUID()
  const context = { viewer: systemViewer, clock: { now: () => TODAY }, db: graph.db, requestId }
  await runCommand(happen, {}, context)
  const { seq } = await graph.db.auditEntry.findFirstOrThrow({ where: { requestId } })
  return (await graph.db.eventLog.findFirstOrThrow({ where: { auditSeq: seq } })).id
}

let minute = 0
async function tell(spec: Omit<NotificationSpec, 'params' | 'link'>) {
  const { emit, announcements } = collectAnnouncements()
  const now = new Date(TODAY.getTime() + ++minute * 60_000)
  await graph.db.$transaction((tx) =>
    notify({ tx, emit, now }, { ...spec, params: { facility: '見本の里' }, link: '/x' }),
  )
  return announcements
}

const LIST = `query ($unread: Boolean) {
  viewer { unreadNotifications }
  notifications(first: 10, unread: $unread) { totalCount nodes { id kind params link readAt } }
}`

describe('telling people', () => {
  it('tells each once per event and kind, and lets only them hear of it', async () => {
    const [one, other] = [await person(), await person()]
    const eventId = await happening()
    const spec = { eventId, userIds: [one.userId, other.userId, one.userId], kind: 'test.told' }
    const announced = await tell(spec)
    expect(announced).toMatchObject([
      {
        name: Notified.name,
        audience: [`user:${one.userId}`, `user:${other.userId}`],
        payload: { kind: 'test.told' },
      },
    ])
    await tell(spec)
    await tell({ ...spec, kind: 'test.other' })
    expect(await tell({ ...spec, userIds: [] })).toEqual([])
    expect(await graph.db.notification.count({ where: { userId: one.userId } })).toBe(2)

    const { viewer, notifications } = await graph.ask(LIST, { viewer: one })
    expect(viewer).toEqual({ unreadNotifications: 2 })
    expect(notifications.totalCount).toBe(2)
    expect(notifications.nodes[0]).toMatchObject({
      kind: 'test.other',
      params: { facility: '見本の里' },
      link: '/x',
    })
  })

  it('shows them to nobody else', async () => {
    const [one, stranger] = [await person(), await person()]
    await tell({ eventId: await happening(), userIds: [one.userId], kind: 'test.told' })
    const { notifications } = await graph.ask(LIST, { viewer: stranger })
    expect(notifications).toEqual({ totalCount: 0, nodes: [] })
    const { errors } = await graph.request(LIST, { viewer: guest })
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const { id } = await graph.db.notification.findFirstOrThrow({ where: { userId: one.userId } })
    const node = `{ node(id: "${globalId('Notification', id)}") { id } }`
    expect(await graph.ask(node, { viewer: stranger })).toEqual({ node: null })
  })
})

describe('reading them', () => {
  const READ = `mutation ($input: MarkNotificationReadInput!) { markNotificationRead(input: $input) {
    ... on MarkNotificationReadPayload { notification { readAt } viewer { unreadNotifications } } } }`
  const READ_ALL = `mutation ($input: MarkAllNotificationsReadInput!) { markAllNotificationsRead(input: $input) {
    ... on MarkAllNotificationsReadPayload { count viewer { unreadNotifications } } } }`

  async function told(count: number) {
    const viewer = await person()
    for (let n = 0; n < count; n++) {
      await tell({ eventId: await happening(), userIds: [viewer.userId], kind: 'test.told' })
    }
    const rows = await graph.db.notification.findMany({
      where: { userId: viewer.userId },
      orderBy: { createdAt: 'asc' },
    })
    return { viewer, rows }
  }

  it('one by one; a second time changes nothing', async () => {
    const { viewer, rows } = await told(2)
    const variables = { input: { notificationId: globalId('Notification', rows[0]?.id ?? '') } }
    const first = await graph.ask(READ, { viewer, variables })
    expect(first.markNotificationRead).toEqual({
      notification: { readAt: '2026-11-23T03:00:00+00:00' },
      viewer: { unreadNotifications: 1 },
    })
    const later = new Date(TODAY.getTime() + 60_000)
    expect(await graph.ask(READ, { viewer, variables, now: later })).toEqual(first)
    const { notifications } = await graph.ask(LIST, { viewer, variables: { unread: true } })
    expect(notifications.totalCount).toBe(1)
  })

  it('not those of others', async () => {
    const { rows } = await told(1)
    const variables = { input: { notificationId: globalId('Notification', rows[0]?.id ?? '') } }
    const { errors } = await graph.request(READ, { viewer: await person(), variables })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('all up to the newest that was seen', async () => {
    const { viewer, rows } = await told(3)
    const now = new Date(TODAY.getTime() + 86_400_000)
    const until = rows[1]?.createdAt.toISOString()
    expect(await graph.ask(READ_ALL, { viewer, now, variables: { input: { until } } })).toEqual({
      markAllNotificationsRead: { count: 2, viewer: { unreadNotifications: 1 } },
    })
    expect(await graph.ask(READ_ALL, { viewer, now, variables: { input: {} } })).toEqual({
      markAllNotificationsRead: { count: 1, viewer: { unreadNotifications: 0 } },
    })
  })
})

describe('mail', () => {
  const log = createLog('silent')
  const clock = { now: () => TODAY }
  const queue = async () => {
    const spec = { key: randomUUID(), to: 'jiro@mihon.example', subject: '件名', body: 'https://x/secret' }
    await graph.db.$transaction((tx) => queueMail(tx, spec))
    await graph.db.$transaction((tx) => queueMail(tx, spec))
    return graph.db.mailMessage.findUniqueOrThrow({ where: { key: spec.key } })
  }
  const send = (mailId: string, mailer: Mailer | null) =>
    sendMail.run({ mailId }, { db: graph.db, clock, log, mailer })

  it('is queued once per key, sent once, and then holds its text no longer', async () => {
    const { id, key } = await queue()
    const mailer = memoryMailer()
    await send(id, mailer)
    await send(id, mailer)
    expect(mailer.sent).toEqual([
      { to: 'jiro@mihon.example', subject: '件名', text: 'https://x/secret', messageId: `<${id}@yui>` },
    ])
    const sent = await graph.db.mailMessage.findUniqueOrThrow({ where: { key } })
    expect(sent).toMatchObject({ sentAt: TODAY, attempts: 1, body: '' })
  })

  it('stays as it was when the server does not take it', async () => {
    const { id } = await queue()
    const broken: Mailer = {
      send: async () => {
        throw new Error('not now')
      },
      close: () => {},
    }
    await expect(send(id, broken)).rejects.toThrow('not now')
    const mail = await graph.db.mailMessage.findUniqueOrThrow({ where: { id } })
    expect(mail).toMatchObject({ sentAt: null, attempts: 1, body: 'https://x/secret' })
  })

  it('waits in the development mailbox where there is no server, which is closed unless it is opened', async () => {
    const { id } = await queue()
    await send(id, null)
    const MAILBOX = '{ developmentMailbox(first: 5) { nodes { id to subject body } } }'
    const { errors } = await graph.request(MAILBOX)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
    const node = `{ node(id: "${globalId('MailMessage', id)}") { id } }`
    expect(await graph.ask(node, { viewer: await person() })).toEqual({ node: null })

    openDevelopmentMailbox()
    const { developmentMailbox } = await graph.ask(MAILBOX)
    expect(developmentMailbox.nodes).toContainEqual({
      id: globalId('MailMessage', id),
      to: 'jiro@mihon.example',
      subject: '件名',
      body: 'https://x/secret',
    })
  })
})
