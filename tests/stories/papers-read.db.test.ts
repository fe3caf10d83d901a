import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../api/src/kernel/command.ts'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { openPaperAsGuest } from '../../api/src/modules/meetings/commands/open-paper-as-guest.ts'
import { LATER, paperBench } from '../support/agenda-papers.ts'
import { openTestGraph, type TestGraph } from '../support/graph.ts'
import { done, send, type MeetingWorld } from '../support/meeting-world.ts'

// The order of papers, that screens hear of their being opened, and invited bodies that read them by a link.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { at, add, put, open, papersOf, prepared, sendNotice } = paperBench(() => graph)

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
    await expect(arrange([one.paperId, two.paperId, three.paperId], director(0))).rejects.toThrow('FORBIDDEN')
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
