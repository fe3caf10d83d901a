import { runCommand } from '../../api/src/kernel/command.ts'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { guest, type Viewer } from '../../api/src/kernel/viewer.ts'
import { openDocumentVersion } from '../../api/src/modules/bulletin/commands/open-document-version.ts'
import { receiveVersion } from '../../api/src/modules/bulletin/files.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { done, draftMeeting, meetingWorld, type MeetingWorld } from './meeting-world.ts'

/** Files come and go a moment after what the test has done, as they do outside. */
export const LATER = new Date(TODAY.getTime() + 60_000)
export interface Paper {
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

/** A meeting with papers before it, and what is done with them. */
export function paperBench(graph: () => TestGraph) {
  const at = (viewer: Viewer, now = LATER) => ({
    db: graph().db,
    viewer,
    clock: { now: () => now },
    requestId: null,
  })

  async function papersOf(meetingId: string, viewer: Viewer): Promise<readonly Paper[]> {
    const { meetingPapers } = await graph().ask(
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
      graph(),
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
    done(graph(), 'sendNotice', { meetingId, version, lateNoticeReason: null }, { viewer: world.secretariat })

  /** A draft with two items; its members' directors can be told. */
  async function prepared(size = 3) {
    const world = await meetingWorld(graph(), size)
    for (const { corporationId, director } of world.members)
      await graph().db.roleAssignment.create({
        data: {
          role: 'CORPORATION_ADMIN',
          corporationId,
          userId: director.userId ?? '',
          startsOn: new Date('2020-04-01'),
        },
      })
    const meeting = await draftMeeting(graph(), world, [{ title: '見本の予算' }, { title: '見本の計画' }])
    const director = (n: number) => world.members[n]?.director ?? guest
    return { world, director, ...meeting }
  }

  return { at, add, put, open, papersOf, prepared, sendNotice }
}
