import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../api/src/kernel/command.ts'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { guest, type Viewer } from '../../api/src/kernel/viewer.ts'
import { openDocumentVersion } from '../../api/src/modules/bulletin/commands/open-document-version.ts'
import { openPaperAsGuest } from '../../api/src/modules/meetings/commands/open-paper-as-guest.ts'
import { receiveVersion } from '../../api/src/modules/bulletin/files.ts'
import '../../api/src/reactions.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { done, draftMeeting, meetingWorld, send, type MeetingWorld } from '../support/meeting-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// Papers of an agenda: laid before a meeting by the secretariat, opened by the members, and who has opened which.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

/** Files come and go a moment after what the test has done, as they do outside. */
const LATER = new Date(TODAY.getTime() + 60_000)
const at = (viewer: Viewer, now = LATER) => ({
  db: graph.db,
  viewer,
  clock: { now: () => now },
  requestId: null,
})

interface Paper {
  readonly paperId: string
  readonly itemId: string
  readonly documentId: string
  readonly title: string
  readonly versionId: string | null
  readonly number: number | null
  readonly news: string | null
  readonly unread: boolean
  readonly ownOpenedAt: string | null
  readonly receipts: readonly { name: string; openedAt: string | null; olderNumber: number | null }[] | null
}

async function papersOf(meetingId: string, viewer: Viewer): Promise<readonly Paper[]> {
  const { meetingPapers } = await graph.ask(
    `query ($id: ID!) { meetingPapers(meetingId: $id) { paperId itemId documentId title versionId number news unread
      ownOpenedAt forMembers receipts { name openedAt olderNumber } } }`,
    { viewer, variables: { id: meetingId } },
  )
  return meetingPapers
}

/** A new paper before an item; `body` is its first file. */
async function add(
  world: MeetingWorld,
  agendaItemId: string | undefined,
  title: string,
  body?: string,
  now = TODAY,
) {
  const payload = await done(
    graph,
    'addAgendaPaper',
    { agendaItemId, title },
    { viewer: world.secretariat, now, select: 'agendaPaper { id } document { id }' },
  )
  const { agendaPaper, document } = payload as unknown as {
    agendaPaper: { id: string }
    document: { id: string }
  }
  if (body !== undefined) await put(world, document.id, body, now)
  return { paperId: agendaPaper.id, documentId: document.id }
}

async function put({ secretariat }: MeetingWorld, documentId: string, text: string, now = LATER) {
  const document = parseGlobalId(documentId)?.id ?? ''
  await receiveVersion(at(secretariat, now), {
    documentId: document,
    fileName: '資料.txt',
    note: null,
    body: (async function* () {
      yield Buffer.from(text)
    })(),
  })
}

/** Opens a version as its page does; whether it could be opened. */
async function open(versionId: string | null | undefined, viewer: Viewer): Promise<boolean> {
  const documentVersionId = parseGlobalId(versionId ?? '')?.id
  return runCommand(openDocumentVersion, { documentVersionId }, at(viewer)).then(
    () => true,
    () => false,
  )
}

const sendNotice = (world: MeetingWorld, meetingId: string, version: number) =>
  done(graph, 'sendNotice', { meetingId, version, lateNoticeReason: null }, { viewer: world.secretariat })

/** A draft with two items; its members' directors can be told. */
async function prepared(size = 3) {
  const world = await meetingWorld(graph, size)
  for (const { corporationId, director } of world.members)
    await graph.db.roleAssignment.create({
      data: {
        role: 'CORPORATION_ADMIN',
        corporationId,
        userId: director.userId ?? '',
        startsOn: new Date('2020-04-01'),
      },
    })
  const meeting = await draftMeeting(graph, world, [{ title: '見本の予算' }, { title: '見本の計画' }])
  const director = (n: number) => world.members[n]?.director ?? guest
  return { world, director, ...meeting }
}

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

describe('the order of papers', () => {
  it('is changed by the secretariat alone, which names all that lie there', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared()
    const [one, two, three] = [
      await add(world, itemIds[0], '資料1', '一'),
      await add(world, itemIds[0], '資料2', '二'),
      await add(world, itemIds[0], '資料3', '三'),
    ]
    const elsewhere = await add(world, itemIds[1], '資料4', '四')
    const arrange = (agendaPaperIds: readonly string[], viewer = world.secretariat) =>
      send(graph, 'arrangeAgendaPapers', { agendaItemId: itemIds[0], agendaPaperIds }, { viewer })
    const order = async (viewer = world.secretariat) =>
      (await papersOf(meetingId, viewer)).map(({ title }) => title)
    await done(
      graph,
      'arrangeAgendaPapers',
      { agendaItemId: itemIds[0], agendaPaperIds: [three.paperId, one.paperId, two.paperId] },
      { viewer: world.secretariat },
    )
    expect(await order()).toEqual(['資料3', '資料1', '資料2', '資料4'])
    for (const named of [
      [one.paperId, two.paperId],
      [one.paperId, two.paperId, two.paperId],
      [one.paperId, two.paperId, elsewhere.paperId],
    ])
      expect(await arrange(named)).toMatchObject({ code: 'PAPERS_HAVE_CHANGED' })
    await sendNotice(world, meetingId, version)
    expect(await order(director(0))).toEqual(['資料3', '資料1', '資料2', '資料4'])
    await expect(arrange([one.paperId, two.paperId, three.paperId], director(0))).rejects.toThrow()
    expect(await order()).toEqual(['資料3', '資料1', '資料2', '資料4'])
  })
})

describe('that a paper was opened', () => {
  const heard = async ({ platformId }: MeetingWorld) =>
    graph.db.eventLog.findMany({
      where: { name: 'bulletin.DocumentOpened.v1', audience: { has: `platform:${platformId}` } },
      select: { payload: true },
    })

  it('is heard by the screens once, without who it was', async () => {
    const { world, director, meetingId, version, itemIds } = await prepared()
    const { documentId } = await add(world, itemIds[0], '資料1', '第1版')
    await sendNotice(world, meetingId, version)
    const [paper] = await papersOf(meetingId, director(0))
    await open(paper?.versionId, director(0))
    await open(paper?.versionId, director(0))
    expect(await heard(world)).toEqual([
      { payload: { documentId: parseGlobalId(documentId)?.id, platformId: world.platformId } },
    ])
  })
})

describe('an invited body without an account', () => {
  const INVITATION = `query ($token: String!) {
    guestInvitation(token: $token) { state items papers { item versionId title size openedAt } }
  }`
  interface GuestPaper {
    readonly item: number
    readonly versionId: string
    readonly title: string
    readonly openedAt: string | null
  }
  const invited = async (world: MeetingWorld, meetingId: string) => {
    const sent = await done(
      graph,
      'inviteGuest',
      { meetingId, name: '見本市 福祉課' },
      { viewer: world.secretariat, select: 'secret meetingGuest { id }' },
    )
    return { token: String(sent.secret), guestId: (sent.meetingGuest as { id: string }).id }
  }
  const readable = async (token: string, now = LATER): Promise<readonly GuestPaper[]> =>
    (await graph.ask(INVITATION, { variables: { token }, now })).guestInvitation.papers
  const openBy = (token: string, versionId: string | null | undefined, now = LATER) =>
    runCommand(
      openPaperAsGuest,
      { token, documentVersionId: parseGlobalId(versionId ?? '')?.id },
      at(guest, now),
    ).then(
      () => 'opened',
      (error: { code?: string; extensions?: { code?: string } }) => error.code ?? error.extensions?.code,
    )

  it('reads the papers for members of its own meeting by its link, and that it has is noted', async () => {
    const { world, meetingId, version, itemIds } = await prepared()
    const { documentId } = await add(world, itemIds[1], '資料1', '第1版')
    await add(world, itemIds[0], '資料2')
    await sendNotice(world, meetingId, version)
    const { token } = await invited(world, meetingId)
    const [paper, ...more] = await readable(token)
    expect(more).toEqual([])
    expect(paper).toMatchObject({ item: 2, title: '資料1', openedAt: null })
    expect(await openBy(token, paper?.versionId)).toBe('opened')
    expect(await openBy(token, paper?.versionId)).toBe('opened')
    expect((await readable(token))[0]?.openedAt).toBe(LATER.toISOString())
    const { meeting } = await graph.ask(
      `query ($id: ID!) { meeting(id: $id) { guests(first: 5) { nodes { readings(first: 5) {
        nodes { openedAt version { number document { title } } } } } } } }`,
      { viewer: world.secretariat, variables: { id: meetingId } },
    )
    expect(meeting.guests.nodes).toEqual([
      {
        readings: {
          nodes: [
            { openedAt: '2026-11-23T03:01:00+00:00', version: { number: 1, document: { title: '資料1' } } },
          ],
        },
      },
    ])
    await put(world, documentId, '第2版')
    expect(await openBy(token, paper?.versionId)).toBe('NOT_FOUND')
    expect((await readable(token))[0]).toMatchObject({ title: '資料1', openedAt: null })
    const kept = await graph.db.$queryRawUnsafe<[{ count: number }]>(
      `select count(*)::int as count from audit_entry where input::text like '%' || $1 || '%'`,
      token,
    )
    expect(kept).toEqual([{ count: 0 }])
  })

  it('reads nothing of the officers, of another meeting, or once its link has ended', async () => {
    const { world, meetingId, version, itemIds } = await prepared()
    const { documentId } = await add(world, itemIds[0], '資料1', '第1版')
    await sendNotice(world, meetingId, version)
    const { token, guestId } = await invited(world, meetingId)
    const [paper] = await readable(token)
    const other = await prepared()
    await add(other.world, other.itemIds[0], '資料9', '別の会議')
    await sendNotice(other.world, other.meetingId, other.version)
    const [foreign] = await papersOf(other.meetingId, other.world.secretariat)
    expect(await openBy(token, foreign?.versionId)).toBe('NOT_FOUND')
    expect(await openBy(`${token}x`, paper?.versionId)).toBe('NOT_FOUND')
    const late = new Date('2026-12-31T00:00:00Z')
    expect(await readable(token, late)).toEqual([])
    expect(await openBy(token, paper?.versionId, late)).toBe('GUEST_LINK_EXPIRED')
    await graph.db.document.update({
      where: { id: parseGlobalId(documentId)?.id ?? '' },
      data: { audience: 'OFFICERS' },
    })
    expect(await readable(token)).toEqual([])
    expect(await openBy(token, paper?.versionId)).toBe('NOT_FOUND')
    await done(graph, 'revokeGuestLink', { meetingGuestId: guestId }, { viewer: world.secretariat })
    expect(await openBy(token, paper?.versionId)).toBe('GUEST_LINK_REVOKED')
  })
})
