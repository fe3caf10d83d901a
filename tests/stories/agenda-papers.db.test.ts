import { beforeAll, describe, expect, it } from 'vitest'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import '../../api/src/reactions.ts'
import { LATER, paperBench } from '../support/agenda-papers.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { done, draftMeeting, meetingWorld, send, type MeetingWorld } from '../support/meeting-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// Papers of an agenda: laid before a meeting by the secretariat, opened by the members, and who has opened which.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { add, put, open, papersOf, prepared, sendNotice } = paperBench(() => graph)

/** Lets everything that the network's events ask for happen; answers who was told what. */
async function tell({ platformId, members }: MeetingWorld) {
  const now = () => TODAY
  const context = { db: graph.db, clock: { now }, log: createLog('silent'), mailer: null }
  const events = await graph.db.eventLog.findMany({
    where: { audience: { has: `platform:${platformId}` } },
    orderBy: { id: 'asc' },
  })
  for (const { id: eventId } of events) await react.run({ eventId }, context)
  const notices = await graph.db.notification.findMany({
    where: {
      kind: { startsWith: 'meetings.paper' },
      userId: { in: members.map(({ director }) => director.userId ?? '') },
    },
    orderBy: { kind: 'asc' },
  })
  return notices.map(({ kind, params }) => [kind, (params as { paper: string }).paper])
}

describe('a paper of a draft', () => {
  it('is the officers’ alone until the notice, on the shelf too, and the members’ from then on', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared()
    await add(world, itemIds[0], '資料1 予算の内訳', '予算')
    const [before] = await papersOf(meetingId, world.secretariat)
    expect(before).toMatchObject({ title: '資料1 予算の内訳', number: 1, news: null, receipts: [] })
    expect(await papersOf(meetingId, director(0))).toEqual([])
    expect(await open(before?.versionId, director(0))).toBe(false)
    await sendNotice(world, meetingId, version)
    const [seen] = await papersOf(meetingId, director(0))
    expect(seen).toMatchObject({ title: '資料1 予算の内訳', news: null, unread: true, receipts: null })
    expect(await open(seen?.versionId, director(0))).toBe(true)
  })

  it('stays the officers’ while it has no file, and goes with its item', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared()
    await add(world, itemIds[0], '資料1')
    await add(world, itemIds[1], '資料2', '計画')
    await sendNotice(world, meetingId, version)
    expect((await papersOf(meetingId, director(0))).map(({ title }) => title)).toEqual(['資料2'])
    expect((await papersOf(meetingId, world.secretariat)).map(({ number }) => number)).toEqual([null, 1])
  })
})

describe('who has opened which paper', () => {
  it('is known per member of the roll to the officers, with the day; to a member of itself alone', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared()
    const { documentId } = await add(world, itemIds[0], '資料1', '第1版')
    await sendNotice(world, meetingId, version)
    const [first] = await papersOf(meetingId, director(0))
    await open(first?.versionId, director(0))
    await open(first?.versionId, director(1))
    await put(world, documentId, '第2版')
    const [second] = await papersOf(meetingId, director(1))
    expect(second).toMatchObject({
      number: 2,
      news: 'RENEWED',
      unread: true,
      ownOpenedAt: null,
      receipts: null,
    })
    await open(second?.versionId, director(1))
    expect((await papersOf(meetingId, director(1)))[0]).toMatchObject({
      unread: false,
      ownOpenedAt: expect.any(String),
    })
    for (const officer of [world.secretariat, world.auditor]) {
      const [paper] = await papersOf(meetingId, officer)
      expect(paper?.receipts?.map(({ name }) => name)).toEqual(world.members.map(({ name }) => name))
      expect(paper?.receipts?.map(({ openedAt }) => openedAt)).toEqual([null, LATER.toISOString(), null])
      expect(paper?.receipts?.map(({ olderNumber }) => olderNumber)).toEqual([1, 1, null])
    }
  })

  it('counts whoever of a corporation opened it, and not the secretariat', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(2)
    await add(world, itemIds[0], '資料1', '資料')
    await sendNotice(world, meetingId, version)
    const [paper] = await papersOf(meetingId, world.secretariat)
    await open(paper?.versionId, world.secretariat)
    expect(
      (await papersOf(meetingId, world.secretariat))[0]?.receipts?.map(({ openedAt }) => openedAt),
    ).toEqual([null, null])
    const { corporationId = '' } = world.members[1] ?? {}
    const { id } = await graph.db.user.create({
      data: { name: '見本 職員', email: `${crypto.randomUUID()}@mihon.example`, sample: true },
    })
    const colleague = viewerActingAs(id, 'CORPORATION_REPORTER', {
      corporationId,
      platformIds: [world.platformId],
    })
    await open(paper?.versionId, colleague)
    expect((await papersOf(meetingId, director(1)))[0]?.unread).toBe(false)
    expect((await papersOf(meetingId, director(0)))[0]?.unread).toBe(true)
  })

  it('is asked with one statement, however many papers there are', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(1)
    for (const title of ['資料1', '資料2', '資料3']) await add(world, itemIds[0], title, title)
    await sendNotice(world, meetingId, version)
    const statements = graph.countStatements()
    const papers = await papersOf(meetingId, director(0))
    expect(statements.end()).toBe(1)
    expect(papers.map(({ title }) => title)).toEqual(['資料1', '資料2', '資料3'])
  })

  it('shows a guest and another network nothing', async () => {
    const { world, meetingId, version, itemIds } = await prepared(1)
    await add(world, itemIds[0], '資料1', '資料')
    await sendNotice(world, meetingId, version)
    const stranger = await meetingWorld(graph, 1)
    for (const viewer of [guest, stranger.secretariat, stranger.members[0]?.director ?? guest]) {
      const answer = await graph.request(`query ($id: ID!) { meetingPapers(meetingId: $id) { title } }`, {
        viewer,
        variables: { id: meetingId },
      })
      expect(answer.data?.meetingPapers ?? []).toEqual([])
    }
  })
})

describe('after the notice', () => {
  it('an added paper is marked and told when its file has come, and a new version once more', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(2)
    await add(world, itemIds[0], '資料1', '資料')
    await sendNotice(world, meetingId, version)
    expect(await tell(world)).toEqual([])
    const { documentId } = await add(world, itemIds[0], '資料2', undefined, LATER)
    expect(await tell(world)).toEqual([])
    await put(world, documentId, '追加')
    expect((await papersOf(meetingId, director(0))).map(({ title, news }) => [title, news])).toEqual([
      ['資料1', null],
      ['資料2', 'ADDED'],
    ])
    const added = ['meetings.paperAdded', '資料2']
    expect(await tell(world)).toEqual([added, added])
    await put(world, documentId, '差し替え')
    const renewed = ['meetings.paperRenewed', '資料2']
    // Telling again changes nothing: an event is told of once.
    await tell(world)
    expect(await tell(world)).toEqual([added, added, renewed, renewed])
  })

  it('a document of the shelf is laid before it and told at once; one for officers alone is not', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(1)
    const shelved = await add(world, itemIds[0], '資料1', '資料')
    const input = { agendaItemId: itemIds[1], documentId: shelved.documentId }
    expect(await send(graph, 'attachAgendaPaper', input, { viewer: world.secretariat })).toMatchObject({
      code: 'ATTACHMENT_NOT_FOR_MEMBERS',
    })
    await sendNotice(world, meetingId, version)
    await done(graph, 'attachAgendaPaper', input, { viewer: world.secretariat })
    expect(await send(graph, 'attachAgendaPaper', input, { viewer: world.secretariat })).toMatchObject({
      code: 'PAPER_LIES_THERE',
    })
    expect(await tell(world)).toEqual([['meetings.paperAdded', '資料1']])
    expect((await papersOf(meetingId, director(0))).map(({ itemId }) => itemId)).toEqual(itemIds)
    const other = await prepared(1)
    expect(
      await send(
        graph,
        'attachAgendaPaper',
        { agendaItemId: other.itemIds[0], documentId: shelved.documentId },
        { viewer: other.world.secretariat },
      ),
    ).toMatchObject({ code: 'PAPER_NOT_ON_SHELF' })
  })

  it('is taken off only as long as no member has opened it', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(1)
    const { paperId } = await add(world, itemIds[0], '資料1', '資料')
    const wrong = await add(world, itemIds[0], '資料2', '別の会議の資料')
    await sendNotice(world, meetingId, version)
    const [first] = await papersOf(meetingId, director(0))
    await open(first?.versionId, director(0))
    const take = (agendaPaperId: string) =>
      send(graph, 'detachAgendaPaper', { agendaPaperId }, { viewer: world.secretariat })
    expect(await take(paperId)).toMatchObject({ code: 'PAPER_WAS_READ' })
    expect((await take(wrong.paperId)).code).toBeUndefined()
    expect((await papersOf(meetingId, director(0))).map(({ title }) => title)).toEqual(['資料1'])
    expect(await graph.db.document.count({ where: { id: parseGlobalId(wrong.documentId)?.id } })).toBe(1)
  })

  it('goes with an item that is put off', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(1)
    const next = await draftMeeting(graph, world)
    await add(world, itemIds[0], '資料1', '資料')
    await sendNotice(world, meetingId, version)
    await done(
      graph,
      'putOffItem',
      { agendaItemId: itemIds[0], toMeetingId: next.meetingId },
      { viewer: world.secretariat },
    )
    expect((await papersOf(next.meetingId, world.secretariat)).map(({ title }) => title)).toEqual(['資料1'])
    expect(await papersOf(next.meetingId, director(0))).toEqual([])
    expect(
      await send(
        graph,
        'addAgendaPaper',
        { agendaItemId: itemIds[0], title: '資料2' },
        { viewer: world.secretariat },
      ),
    ).toMatchObject({ code: 'ITEM_IS_SETTLED' })
  })
})

describe('what lay before a meeting', () => {
  it('stays as it was when it ended, whatever becomes of the document', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared(1)
    const { documentId } = await add(world, itemIds[0], '資料1', '第1版')
    await sendNotice(world, meetingId, version)
    const { version: now = 0 } =
      (await graph.db.meeting.findUnique({
        where: { id: parseGlobalId(meetingId)?.id ?? '' },
      })) ?? {}
    await done(
      graph,
      'cancelMeeting',
      { meetingId, version: now, reason: '大雪のため' },
      { viewer: world.secretariat },
    )
    await put(world, documentId, '第2版')
    expect((await papersOf(meetingId, director(0)))[0]).toMatchObject({ number: 1 })
    expect(await tell(world)).toEqual([])
  })
})

it('papers are laid by the secretariat of the network alone, never another network’s', async () => {
  const { world, director, itemIds } = await prepared(1)
  const chair = viewerActingAs(world.secretariat.userId ?? '', 'PLATFORM_CHAIR', {
    platformId: world.platformId,
    platformIds: [world.platformId],
  })
  const input = { agendaItemId: itemIds[0], title: '資料1', idempotencyKey: crypto.randomUUID() }
  for (const viewer of [chair, world.auditor, director(0)]) {
    const { errors } = await graph.request(
      `mutation ($input: AddAgendaPaperInput!) { addAgendaPaper(input: $input) { __typename } }`,
      { viewer, variables: { input } },
    )
    expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|NOT_FOUND/)
  }
  const other = await prepared(1)
  const { documentId } = await add(other.world, other.itemIds[0], '資料1', '資料')
  // Not even past the commands.
  const tied = graph.db.agendaPaper.create({
    data: {
      itemId: parseGlobalId(itemIds[0] ?? '')?.id ?? '',
      documentId: parseGlobalId(documentId)?.id ?? '',
      position: 1,
      attachedAt: TODAY,
      attachedByUserId: world.secretariat.userId ?? '',
    },
  })
  await expect(tied).rejects.toThrow(/shelf of the network that meets/)
})
