import { beforeAll, describe, expect, it } from 'vitest'
import { memoryMailer } from '../../api/src/kernel/adapters/mail.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { addDocument } from '../../api/src/modules/bulletin/commands/add-document.ts'
import { deleteDocument } from '../../api/src/modules/bulletin/commands/delete-document.ts'
import { openDocumentVersion } from '../../api/src/modules/bulletin/commands/open-document-version.ts'
import { receiveVersion } from '../../api/src/modules/bulletin/files.ts'
import { announcingBench, type AnnouncingWorld } from '../support/announcing.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'

// What is new on a network's shelf, and who hears of it in the morning.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { world, context, morning } = announcingBench(() => graph)

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
  async function shelved({ platformId, secretariat }: AnnouncingWorld, over: object = {}): Promise<string> {
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
  const put = ({ secretariat }: AnnouncingWorld, documentId: string) =>
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
    (
      await graph.db.notification.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
    ).map(({ kind, params }) => [kind, params])

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
