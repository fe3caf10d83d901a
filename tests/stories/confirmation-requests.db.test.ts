import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { command, runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { allow } from '../../api/src/kernel/verdict.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { confirmFacilityUnchanged } from '../../api/src/modules/registry/commands/confirm-facility-unchanged.ts'
import '../../api/src/modules/registry/reactions.ts'
import { confirmIn, networkWorld, somebody, type NetworkWorld } from '../support/network-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { viewerActingAs } from '../support/viewers.ts'

// The secretariat asks, the facility is told, reminded and left alone once it has answered.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const later = (days: number, hours = 0) => new Date(TODAY.getTime() + (days * 24 + hours) * 3_600_000)
const ALL = ['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF']

const world = () => networkWorld(graph)
type World = NetworkWorld

const ASK = `mutation ($input: RequestConfirmationInput!) { requestConfirmation(input: $input) {
  __typename
  ... on RequestConfirmationPayload { facilityCount blockCount platform { confirmationRequestCount(state: OPEN) } }
  ... on Problem { code } } }`

async function ask(
  { platformId, secretariat }: Pick<World, 'platformId' | 'secretariat'>,
  facilities: readonly { id: string }[] | undefined,
  more: object = {},
  now = TODAY,
) {
  const facilityIds = facilities?.map(({ id }) => globalId('Facility', id))
  const variables = { input: { platformId: globalId('Platform', platformId), facilityIds, ...more } }
  const { requestConfirmation } = await graph.ask(ASK, { viewer: secretariat, variables, now })
  return requestConfirmation
}

/** The worker takes up every event of a kind that concerns the network; twice, as after a crash. */
async function worked({ platformId }: World, event: string, now: Date): Promise<void> {
  const { db } = graph
  const events = await db.eventLog.findMany({
    where: { name: `registry.${event}.v1`, audience: { has: `platform:${platformId}` } },
    orderBy: { seq: 'asc' },
  })
  const context = { db, clock: { now: () => now }, log: createLog('silent'), mailer: null }
  for (const { id: eventId } of events) {
    await react.run({ eventId }, context)
    await react.run({ eventId }, context)
  }
}

/** The daily task of that moment, by two workers at once, and what follows from it. */
async function dayOf(there: World, now: Date): Promise<void> {
  const context = { db: graph.db, clock: { now: () => now }, log: createLog('silent'), mailer: null }
  const task = tasks.get('daily:registry.remindOfConfirmations')
  await Promise.all([task?.run({}, context), task?.run({}, context)])
  await worked(there, 'ConfirmationReminded', now)
}

const confirm = (there: World, place: { id: string }, block: string | undefined, now: Date) =>
  confirmIn(graph, there, place, block, now)

const mailsTo = async ({ director }: World) =>
  graph.db.mailMessage.findMany({ where: { toAddress: director.email }, orderBy: { createdAt: 'asc' } })
const newsOf = async ({ director }: World) =>
  graph.db.notification.findMany({ where: { userId: director.id }, orderBy: { createdAt: 'asc' } })
const requestsOf = ({ platformId }: World) =>
  graph.db.confirmationRequest.findMany({
    where: { platformId },
    include: { blocks: { orderBy: { block: 'asc' } } },
    orderBy: { facility: { kana: 'asc' } },
  })

const TODOS = '{ todos { id code params dueOn } }'

describe('asking', () => {
  it('puts the request on the home page and tells a person once, whatever the number of facilities', async () => {
    const there = await world()
    const asked = await ask(there, [there.one, there.other], {
      blocks: ['CONTACTS', 'EQUIPMENT'],
      note: '訓練の前に確かめてください。',
    })
    expect(asked).toEqual({
      __typename: 'RequestConfirmationPayload',
      facilityCount: 2,
      blockCount: 4,
      platform: { confirmationRequestCount: 2 },
    })
    await worked(there, 'ConfirmationRequested', TODAY)

    expect(await newsOf(there)).toMatchObject([
      {
        kind: 'registry.confirmationRequested',
        params: { network: there.network, facility: there.one.name, others: 1 },
        link: '/',
      },
    ])
    const [mail, ...more] = await mailsTo(there)
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`【結】情報の確認のお願い（${there.one.name} ほか1件）`)
    expect(mail?.body).toContain(
      `・${there.one.name}：連絡先、設備・備え\n・${there.other.name}：連絡先、設備・備え`,
    )
    expect(mail?.body).toContain('事務局より：訓練の前に確かめてください。')

    const { todos } = await graph.ask(TODOS, { viewer: there.directing(there.one.id) })
    const rest = ALL.filter((block) => !['CONTACTS', 'EQUIPMENT'].includes(block)).join(',')
    expect(todos).toEqual([
      {
        id: `registry.confirm:${there.one.id}:CONTACTS,EQUIPMENT`,
        code: 'FACILITY_BLOCK_ASKED_FOR',
        params: { facility: there.one.name, block: 'CONTACTS,EQUIPMENT', network: there.network },
        dueOn: '2026-12-07',
      },
      {
        id: `registry.confirm:${there.one.id}:${rest}`,
        code: 'FACILITY_BLOCK_TO_CONFIRM',
        params: { facility: there.one.name, block: rest },
        dueOn: null,
      },
    ])
  })

  it('asks all members’ facilities for what is stale, and not again for what is asked already', async () => {
    const there = await world()
    await confirm(there, there.one, undefined, TODAY)
    expect(await ask(there, undefined)).toMatchObject({ facilityCount: 1, blockCount: ALL.length })
    expect(await ask(there, undefined)).toEqual({ __typename: 'RuleProblem', code: 'NOTHING_TO_ASK' })
    // What is fresh is asked for where it was picked.
    expect(await ask(there, [there.one, there.other], { blocks: ['BASIC'] })).toMatchObject({
      facilityCount: 1,
      blockCount: 1,
    })
    expect((await requestsOf(there)).map(({ blocks }) => blocks.length)).toEqual([1, ALL.length])
  })

  it('adds further blocks to what is open', async () => {
    const there = await world()
    await ask(there, [there.one], { blocks: ['BASIC'] })
    await ask(there, [there.one], { blocks: ['BASIC', 'STAFF'] })
    const [request, ...more] = await requestsOf(there)
    expect(more).toEqual([])
    expect(request?.blocks.map(({ block }) => block)).toEqual(['BASIC', 'STAFF'])
  })

  it('asks once when two people press at the same moment', async () => {
    const there = await world()
    const both = await Promise.all([ask(there, [there.one]), ask(there, [there.one])])
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(
      new Set(['RequestConfirmationPayload', 'RuleProblem']),
    )
    expect(await requestsOf(there)).toHaveLength(1)
  })

  it('reaches no facility of others', async () => {
    const [there, elsewhere] = [await world(), await world()]
    const refused = { __typename: 'RuleProblem', code: 'NOT_A_MEMBERS_FACILITY' }
    expect(await ask(there, [there.one, elsewhere.one])).toEqual(refused)
    await expect(ask({ ...there, secretariat: elsewhere.secretariat }, undefined)).rejects.toThrow(
      'NOT_YOUR_NETWORK',
    )
    expect(await requestsOf(there)).toEqual([])
  })

  it('tells the administrator of the corporation where there is no director', async () => {
    const there = await world()
    await graph.db.roleAssignment.updateMany({
      where: { facilityId: there.other.id },
      data: { endsOn: new Date('2026-11-22') },
    })
    const administrator = await somebody(graph, '見本 かおり')
    await graph.db.roleAssignment.create({
      data: {
        role: 'CORPORATION_ADMIN',
        corporationId: there.corporationId,
        userId: administrator.id,
        startsOn: new Date('2020-04-01'),
      },
    })
    await ask(there, undefined)
    await worked(there, 'ConfirmationRequested', TODAY)
    const heard = await graph.db.notification.findMany({ where: { userId: administrator.id } })
    expect(heard.map(({ params }) => params)).toMatchObject([{ facility: there.other.name, others: 0 }])
    expect(await newsOf(there)).toMatchObject([{ params: { facility: there.one.name, others: 0 } }])
  })
})

describe('reminding', () => {
  it('repeats after 7 and after 14 days, once each, and then no more', async () => {
    const there = await world()
    await ask(there, [there.one])
    await worked(there, 'ConfirmationRequested', TODAY)
    const told: number[] = []
    for (const days of [1, 6, 7, 8, 13, 14, 15, 30]) {
      await dayOf(there, later(days, -11.9))
      told.push((await mailsTo(there)).length)
    }
    expect(told).toEqual([1, 1, 2, 2, 2, 3, 3, 3])
    expect((await newsOf(there)).map(({ kind }) => kind)).toEqual([
      'registry.confirmationRequested',
      'registry.confirmationReminded',
      'registry.confirmationReminded',
    ])
    expect((await mailsTo(there))[1]?.subject).toBe(`【結】情報の確認をお待ちしています（${there.one.name}）`)
  })

  it('repeats once, not twice, after the worker stood still for weeks', async () => {
    const there = await world()
    await ask(there, [there.one])
    await dayOf(there, later(20))
    expect(await mailsTo(there)).toHaveLength(1)
  })

  it('reminds nobody who has answered, and of nothing that was answered', async () => {
    const there = await world()
    await ask(there, [there.one, there.other], { blocks: ['CONTACTS', 'EQUIPMENT'] })
    await confirm(there, there.one, undefined, later(2))
    await confirm(there, there.other, 'CONTACTS', later(3))
    await dayOf(there, later(7))
    const [mail, ...more] = await mailsTo(there)
    expect(more).toEqual([])
    expect(mail?.body).toContain(`・${there.other.name}：設備・備え\n`)
    expect(mail?.body).not.toContain(there.one.name)

    await confirm(there, there.other, 'EQUIPMENT', later(8))
    await dayOf(there, later(14))
    expect(await mailsTo(there)).toHaveLength(1)
    expect(await requestsOf(there)).toMatchObject([
      { answeredAt: later(2), reminders: 0 },
      { answeredAt: later(8), reminders: 1, blocks: [{ answeredAt: later(3) }, { answeredAt: later(8) }] },
    ])
  })

  it('says nothing of what was answered between the reminder and the worker', async () => {
    const there = await world()
    await ask(there, [there.one])
    const context = { db: graph.db, clock: { now: () => later(7) }, log: createLog('silent'), mailer: null }
    await tasks.get('daily:registry.remindOfConfirmations')?.run({}, context)
    await confirm(there, there.one, undefined, later(7))
    await worked(there, 'ConfirmationReminded', later(7))
    expect(await mailsTo(there)).toEqual([])
  })

  it('stops when the facility is closed or its corporation leaves', async () => {
    const there = await world()
    await ask(there, [there.one, there.other])
    await graph.db.facility.update({
      where: { id: there.one.id },
      data: { status: 'CLOSED', endedOn: new Date('2026-11-25') },
    })
    await dayOf(there, later(7))
    expect((await mailsTo(there)).map(({ subject }) => subject)).toEqual([
      `【結】情報の確認をお待ちしています（${there.other.name}）`,
    ])
    await graph.db.platformMembership.updateMany({
      where: { platformId: there.platformId },
      data: { endsOn: new Date('2026-12-01') },
    })
    await dayOf(there, later(14))
    expect(await mailsTo(there)).toHaveLength(1)
  })
})

describe('an answer', () => {
  const edit = command({
    name: 'confirmationTestEdit',
    description: 'Gives a facility another telephone.',
    input: confirmFacilityUnchanged.input,
    subject: (tx, { facilityId }) => tx.facility.findUnique({ where: { id: facilityId } }),
    may: () => allow,
    async run({ tx, input: { facilityId } }) {
      await tx.facility.update({ where: { id: facilityId }, data: { phone: randomUUID() } })
      return { facilityId }
    },
  })
  const edited = (viewer: Viewer, { id }: { id: string }) =>
    runCommand(
      edit,
      { facilityId: globalId('Facility', id) },
      { viewer, db: graph.db, clock: { now: () => later(1) }, requestId: null },
    )

  it('is also an edit by the facility’s own people or its corporation', async () => {
    const there = await world()
    await ask(there, [there.one, there.other], { blocks: ['BASIC'] })
    await edited(there.directing(there.one.id), there.one)
    const administrator = viewerActingAs((await somebody(graph)).id, 'CORPORATION_ADMIN', {
      corporationId: there.corporationId,
    })
    await edited(administrator, there.other)
    const answer = { answeredAt: later(1), blocks: [{ answer: 'EDITED', answeredAt: later(1) }] }
    expect(await requestsOf(there)).toMatchObject([answer, answer])
  })

  it('is not an edit by the secretariat or by the portal, nor an edit of something else', async () => {
    const there = await world()
    await ask(there, [there.one], { blocks: ['BASIC'] })
    await ask(there, [there.other], { blocks: ['EQUIPMENT'] })
    await edited(there.secretariat, there.one)
    await edited(systemViewer, there.one)
    await edited(there.directing(there.other.id), there.other)
    expect((await requestsOf(there)).map(({ answeredAt }) => answeredAt)).toEqual([null, null])
  })

  it('can be asked for once more afterwards', async () => {
    const there = await world()
    await ask(there, [there.one], { blocks: ['BASIC'] })
    await confirm(there, there.one, 'BASIC', later(1))
    await ask(there, [there.one], { blocks: ['BASIC'] }, later(2))
    expect((await requestsOf(there)).map(({ answeredAt }) => answeredAt)).toEqual(
      expect.arrayContaining([later(1), null]),
    )
  })

  it('ends the request when two people give its two halves at once', async () => {
    const there = await world()
    await ask(there, [there.one], { blocks: ['BASIC', 'STAFF'] })
    await Promise.all(['BASIC', 'STAFF'].map((block) => confirm(there, there.one, block, later(1))))
    expect(await requestsOf(there)).toMatchObject([{ answeredAt: later(1) }])
  })
})

describe('a request that is taken back', () => {
  const WITHDRAW = `mutation ($input: WithdrawConfirmationRequestInput!) { withdrawConfirmationRequest(input: $input) {
    __typename
    ... on WithdrawConfirmationRequestPayload { confirmationRequest { state withdrawnAt viewerCan { withdraw { allowed } } } }
    ... on Problem { code } } }`
  const withdraw = async (viewer: Viewer, { id, version }: { id: string; version: number }) => {
    const confirmationRequestId = globalId('ConfirmationRequest', id)
    const variables = { input: { confirmationRequestId, version } }
    return (await graph.ask(WITHDRAW, { viewer, variables })).withdrawConfirmationRequest
  }

  it('is no longer on the home page and not repeated', async () => {
    const there = await world()
    await ask(there, [there.one], { blocks: ['BASIC'] })
    const [request] = await requestsOf(there)
    if (!request) throw new Error('nothing was asked')
    await expect(withdraw(there.directing(there.one.id), request)).rejects.toThrow(
      'ONLY_THE_SECRETARIAT_ASKS',
    )
    await expect(withdraw((await world()).secretariat, request)).rejects.toThrow('NOT_FOUND')
    expect(await withdraw(there.secretariat, request)).toEqual({
      __typename: 'WithdrawConfirmationRequestPayload',
      confirmationRequest: {
        state: 'WITHDRAWN',
        withdrawnAt: '2026-11-23T03:00:00+00:00',
        viewerCan: { withdraw: { allowed: true } },
      },
    })
    expect(await withdraw(there.secretariat, { ...request, version: 2 })).toMatchObject({
      code: 'REQUEST_NO_LONGER_OPEN',
    })
    await dayOf(there, later(7))
    expect(await mailsTo(there)).toEqual([])
    const { todos } = await graph.ask(TODOS, { viewer: there.directing(there.one.id) })
    expect(todos.map(({ code }: { code: string }) => code)).not.toContain('FACILITY_BLOCK_ASKED_FOR')
  })
})
