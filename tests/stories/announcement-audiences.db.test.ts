import { beforeAll, describe, expect, it } from 'vitest'
import { memoryMailer } from '../../api/src/kernel/adapters/mail.ts'
import { globalId, parseGlobalId } from '../../api/src/kernel/ids.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { announcingBench, PUBLISH } from '../support/announcing.ts'
import { endingBench } from '../support/endings.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { somebody } from '../support/network-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// To whom an announcement goes: corrected while it is still to come, a committee alone, a successor after a merger.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { world, publish, committee, context, worked, send, codes, titlesFor, morning } = announcingBench(
  () => graph,
)

const EDIT = `mutation ($input: EditAnnouncementInput!) { editAnnouncement(input: $input) { __typename
  ... on EditAnnouncementPayload { announcement { title state version viewerCan { edit { allowed } } } }
  ... on Problem { code } } }`

describe('an announcement', () => {
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
