import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  disasterActs,
  disasterWorld,
  STARTED,
  type DisasterWorld,
} from '../../../../tests/support/disaster-world.ts'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { send } from '../../../../tests/support/send.ts'
import { openReceiver, signedBy } from '../../../../tests/support/webhook-receiver.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { react } from '../../kernel/jobs/reaction.ts'
import { createLog } from '../../kernel/log.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import '../../reactions.ts'
import { deliver } from './delivering.ts'

const graph = await openTestGraph()
const { db } = graph
const acts = disasterActs(graph)

const receiver = await openReceiver()
beforeAll(() => void vi.stubEnv('YUI_WEBHOOKS_LOCAL', '1'))
afterAll(async () => {
  vi.unstubAllEnvs()
  await receiver.close()
})

const MINUTE = 60_000
const at = (minutes: number) => ({
  db,
  clock: { now: () => new Date(STARTED.getTime() + minutes * MINUTE) },
  log: createLog('silent'),
  mailer: null,
})

const keyOf = (id: string) => parseGlobalId(id)?.id ?? ''

let paths = 0
async function make(there: DisasterWorld, over: object = {}, viewer: Viewer = there.secretariat) {
  const path = `/${++paths}`
  const sent = await send(
    graph,
    'createWebhook',
    {
      platformId: globalId('Platform', there.platformId),
      name: '見本市の防災システム',
      url: receiver.url + path,
      topics: ['EVENT', 'REPORT', 'OPENING', 'AID', 'SUGGESTION'],
      drills: false,
      ...over,
    },
    { viewer, payload: 'secret webhook { id version state }' },
  )
  return { sent, path, id: sent.payload.webhook?.id as string, secret: sent.payload.secret as string }
}

/** What the worker does with everything that was announced in a network; the same again changes nothing. */
async function passOn({ platformId }: DisasterWorld, minutes = 0) {
  const announced = await db.eventLog.findMany({ where: { audience: { has: `platform:${platformId}` } } })
  for (const { id } of announced) await react.run({ eventId: id }, at(minutes))
}
const deliveriesOf = (id: string) =>
  db.webhookDelivery.findMany({
    where: { webhookId: keyOf(id) },
    orderBy: { createdAt: 'asc' },
  })
const deliverAll = async (id: string, minutes = 0) => {
  for (const { id: deliveryId } of await deliveriesOf(id)) await deliver({ deliveryId }, at(minutes))
}

describe('a webhook', () => {
  it('is told what it asked for: signed, with ids and no name', async () => {
    const there = await disasterWorld(graph)
    const { id, path, secret } = await make(there, { topics: ['EVENT'] })
    const { payload } = await acts.open(there, { drill: false, reason: '本番' })
    const event = payload.disasterEvent
    const called = await acts.calledOf(keyOf(event.id), there.places[0]?.id ?? '')
    await acts.report(there.secretariat, called, STARTED)
    await passOn(there)
    await passOn(there)
    await deliverAll(id)
    await deliverAll(id)

    const [letter, ...others] = receiver.at(path)
    expect(others).toEqual([])
    const body = JSON.parse(letter?.body ?? '') as Record<string, unknown>
    expect(body).toEqual({
      id: expect.any(String),
      type: 'disasters.EventOpened.v1',
      at: STARTED.toISOString(),
      network: globalId('Platform', there.platformId),
      drill: false,
      entities: expect.arrayContaining([event.id]),
    })
    expect(letter?.body).not.toMatch(/見本|訓練/)
    const headers = letter?.headers ?? {}
    expect(headers['webhook-id']).toBe(body.id)
    expect(headers['webhook-signature']).toBe(letter && signedBy(secret, letter))
    expect(headers['yui-drill']).toBeUndefined()
  })

  it('hears of a drill only if it asked for drills, and that it is one', async () => {
    const there = await disasterWorld(graph)
    const without = await make(there)
    const { id, path } = await make(there, { drills: true })
    await acts.open(there)
    await passOn(there)
    await deliverAll(without.id)
    await deliverAll(id)
    expect(receiver.at(without.path)).toEqual([])
    const [letter] = receiver.at(path)
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({ drill: true, watermark: '【訓練】' })
    expect(letter?.headers['yui-drill']).toBe('1')
  })

  it('cannot be given a drill past the rule, nor a drill that does not say so', async () => {
    const there = await disasterWorld(graph)
    const { id } = await make(there)
    const webhookId = keyOf(id)
    const drill = (body: string) =>
      db.webhookDelivery.create({
        data: { webhookId, eventName: 'x', drill: true, body, createdAt: STARTED, nextAt: STARTED },
      })
    await expect(drill('{"drill":true}')).rejects.toThrow(/not told of drills/)
    await db.webhook.update({ where: { id: webhookId }, data: { drills: true } })
    await expect(drill('{"drill":false}')).rejects.toThrow(/webhook_delivery_marks_drills/)
  })

  it('of another network hears nothing', async () => {
    const [here, there] = [await disasterWorld(graph), await disasterWorld(graph)]
    const { id, path } = await make(there)
    await acts.open(here, { drill: false, reason: '本番' })
    await passOn(here)
    await deliverAll(id)
    expect(receiver.at(path)).toEqual([])
  })

  it('that does not answer is tried for a day, then stopped; the secretariat is asked and lets it go on', async () => {
    const there = await disasterWorld(graph)
    const { id, path } = await make(there)
    receiver.answer(path, 503)
    await acts.open(there, { drill: false, reason: '本番' })
    await passOn(there)
    const due: (number | null)[] = []
    let minutes = 0
    for (let attempt = 0; attempt < 7; attempt++) {
      await deliverAll(id, minutes)
      const [delivery] = await deliveriesOf(id)
      due.push(delivery?.nextAt ? (delivery.nextAt.getTime() - STARTED.getTime()) / MINUTE - minutes : null)
      minutes += due.at(-1) ?? 0
    }
    expect(due).toEqual([1, 5, 30, 120, 360, 900, null])
    expect(receiver.at(path)).toHaveLength(7)
    expect((await deliveriesOf(id))[0]).toMatchObject({
      state: 'GIVEN_UP',
      failure: 'ANSWERED_NO',
      status: 503,
    })
    const { todos } = await graph.ask('{ todos { code link } }', { viewer: there.secretariat })
    expect(todos).toContainEqual({ code: 'WEBHOOK_STOPPED', link: '/network/webhooks' })

    // Nothing is queued while it is stopped; then it goes on.
    await acts.open(there, { drill: false, name: '次の地震', reason: '本番' })
    await passOn(there)
    expect(await deliveriesOf(id)).toHaveLength(1)
    const { webhook } = await seen(there.secretariat, id)
    expect(webhook).toMatchObject({ state: 'STOPPED' })
    expect((await send(graph, 'tryWebhook', { webhookId: id }, { viewer: there.secretariat })).code).toBe(
      'WEBHOOK_IS_STOPPED',
    )
    const on = await send(
      graph,
      'resumeWebhook',
      { webhookId: id, version: webhook.version },
      { viewer: there.secretariat, payload: 'webhook { state }' },
    )
    expect(on.payload.webhook.state).toBe('ON')
    receiver.answer(path, 200)
    const [lost] = await deliveriesOf(id)
    const again = await send(
      graph,
      'resendWebhookDelivery',
      { webhookDeliveryId: globalId('WebhookDelivery', lost?.id ?? '') },
      { viewer: there.secretariat, payload: 'webhookDelivery { state attempts }' },
    )
    expect(again.payload.webhookDelivery).toEqual({ state: 'WAITING', attempts: 0 })
    await deliverAll(id, minutes)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'DELIVERED', status: 200, attempts: 1 })
    const letters = receiver.at(path)
    expect(new Set(letters.map(({ body }) => body)).size).toBe(1)
  })

  it('is tried out once, and says how it went', async () => {
    const there = await disasterWorld(graph)
    const { id, path } = await make(there)
    receiver.answer(path, 404)
    await send(graph, 'tryWebhook', { webhookId: id }, { viewer: there.secretariat })
    await deliverAll(id)
    const { webhook } = await seen(there.secretariat, id)
    expect(webhook.deliveries.nodes).toEqual([
      { trial: true, drill: false, state: 'GIVEN_UP', failure: 'ANSWERED_NO', status: 404, nextAt: null },
    ])
    // A trial stops nothing.
    expect(webhook.state).toBe('ON')
    expect(JSON.parse(receiver.at(path)[0]?.body ?? '')).toMatchObject({
      type: 'webhooks.Trial.v1',
      entities: [],
    })
  })

  it('gets a new key; the old one signs nothing any more', async () => {
    const there = await disasterWorld(graph)
    const { id, path, secret } = await make(there)
    const renewed = await send(
      graph,
      'renewWebhookSecret',
      { webhookId: id, version: 1 },
      { viewer: there.secretariat, payload: 'secret' },
    )
    expect(renewed.payload.secret).toMatch(/^whsec_/)
    expect(renewed.payload.secret).not.toBe(secret)
    await send(graph, 'tryWebhook', { webhookId: id }, { viewer: there.secretariat })
    await deliverAll(id)
    const [letter] = receiver.at(path)
    const signature = letter?.headers['webhook-signature']
    expect(signature).toBe(letter && signedBy(renewed.payload.secret as string, letter))
    expect(signature).not.toBe(letter && signedBy(secret, letter))
  })

  it('that was ended gets nothing of what still waits', async () => {
    const there = await disasterWorld(graph)
    const { id, path } = await make(there)
    await acts.open(there, { drill: false, reason: '本番' })
    await passOn(there)
    const ended = await send(
      graph,
      'endWebhook',
      { webhookId: id, version: 1 },
      { viewer: there.secretariat, payload: 'webhook { state }' },
    )
    expect(ended.payload.webhook.state).toBe('ENDED')
    await deliverAll(id)
    expect(receiver.at(path)).toEqual([])
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'GIVEN_UP', failure: 'STOPPED' })
    const facts = { name: 'x', url: receiver.url, topics: ['EVENT'], drills: false }
    const changed = await send(
      graph,
      'adjustWebhook',
      { webhookId: id, version: 2, ...facts },
      { viewer: there.secretariat },
    )
    expect(changed.code).toBe('WEBHOOK_IS_ENDED')
  })
})

describe('who keeps webhooks', () => {
  it('is the secretariat of the network; others of it read, members and strangers do not know', async () => {
    const there = await disasterWorld(graph)
    const { id } = await make(there)
    for (const viewer of [there.auditor, there.places[0]?.director, there.outsider, there.liaison])
      expect((await make(there, {}, viewer)).sent).toMatchObject({ code: 'FORBIDDEN' })
    expect((await seen(there.auditor, id)).webhook).toMatchObject({
      viewerCan: { manage: { allowed: false } },
    })
    for (const viewer of [there.places[0]?.director, there.outsider, there.liaison])
      expect((await seen(viewer as Viewer, id)).webhook).toBeUndefined()
  })

  it('may not point it at a private network, and hears so beside the field', async () => {
    vi.stubEnv('YUI_WEBHOOKS_LOCAL', '0')
    const there = await disasterWorld(graph)
    const { sent } = await make(there, { url: 'https://192.168.1.10/' })
    expect(sent.issues).toEqual([{ path: ['url'], code: 'PRIVATE_ADDRESS' }])
    vi.stubEnv('YUI_WEBHOOKS_LOCAL', '1')
  })

  it('never sees the key again, nor does the audit', async () => {
    const there = await disasterWorld(graph)
    const { secret } = await make(there)
    const acts = await db.auditEntry.findMany({ where: { command: 'createWebhook' } })
    const kept = await db.$queryRaw<{ text: string }[]>`select webhook::text as text from webhook`
    expect(JSON.stringify([acts.map(({ input }) => input), kept])).not.toContain(secret.replace('whsec_', ''))
  })
})

const seen = async (viewer: Viewer, id: string) => {
  const platformId = globalId(
    'Platform',
    (
      await db.webhook.findUniqueOrThrow({
        where: { id: keyOf(id) },
      })
    ).platformId,
  )
  const { webhooks } = await graph.ask(
    `query ($platformId: ID!) { webhooks(platformId: $platformId, first: 10) { nodes {
       id state version viewerCan { manage { allowed } }
       deliveries(first: 10) { nodes { trial drill state failure status nextAt } } } } }`,
    { viewer, variables: { platformId } },
  )
  const [webhook] = webhooks.nodes
  return { webhook }
}
