import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { calledMeeting, done, draftMeeting, meetingWorld } from '../../../../tests/support/meeting-world.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'

// What is called stands in the calendar of the network, which people read in their own calendars too.

const graph = await openTestGraph()

/** The days of a network's calendar, as somebody sees them. */
async function calendarOf(platformId: string, viewer: Viewer) {
  const { calendar } = await graph.ask(
    `query Calendar($id: ID!) { calendar(platformId: $id, from: "2026-11-01", until: "2027-03-31") {
      kind title place link startsOn startMinute endMinute cancelled } }`,
    { viewer, variables: { id: globalId('Platform', platformId) } },
  )
  return calendar
}

const PLAN = {
  title: '見本の総会',
  number: 1,
  startsAt: '2026-12-03T05:00:00.000Z',
  endsAt: '2026-12-03T07:00:00.000Z',
  place: '見本会館',
  onlineUrl: null,
  answerBy: '2026-12-02T08:00:00.000Z',
}

describe('a meeting', () => {
  it('stands in the calendar once it is called, where it is held, until it is called off', async () => {
    const world = await meetingWorld(graph, 3)
    const { platformId, secretariat: viewer } = world
    const member = world.members[0]?.director ?? guest
    await draftMeeting(graph, world, [{}], { title: '準備中の総会' })
    expect(await calendarOf(platformId, viewer)).toEqual([])

    const { meetingId } = await calledMeeting(graph, world, [{}], PLAN)
    const shown = {
      kind: 'MEETING',
      title: '見本の総会',
      place: '見本会館',
      link: `/network/meetings/${meetingId}`,
      startsOn: '2026-12-03',
      startMinute: 840,
      endMinute: 960,
      cancelled: false,
    }
    for (const who of [viewer, member]) expect(await calendarOf(platformId, who)).toEqual([shown])
    const elsewhere = await meetingWorld(graph, 1)
    expect(await calendarOf(platformId, elsewhere.secretariat)).toEqual([])

    const { version } = await graph.db.meeting.findFirstOrThrow({ where: { platformId, state: 'NOTICED' } })
    const moved = { ...PLAN, place: '見本集会所', endsAt: '2026-12-03T06:30:00.000Z' }
    await done(graph, 'editMeetingPlan', { meetingId, version, ...moved }, { viewer })
    expect(await calendarOf(platformId, member)).toEqual([{ ...shown, place: '見本集会所', endMinute: 930 }])
    await done(graph, 'cancelMeeting', { meetingId, version: version + 1, reason: '大雪のため' }, { viewer })
    expect(await calendarOf(platformId, member)).toMatchObject([{ title: '見本の総会', cancelled: true }])
  })

  it('in writing stands there on the day on which its vote ends', async () => {
    const world = await meetingWorld(graph, 3)
    const plan = { ...PLAN, form: 'WRITTEN', title: '見本の書面議決', startsAt: '2026-11-24T00:00:00.000Z' }
    await calledMeeting(graph, world, [{}], plan)
    expect(await calendarOf(world.platformId, world.secretariat)).toMatchObject([
      { kind: 'DEADLINE', title: '見本の書面議決', startsOn: '2026-12-02', startMinute: null },
    ])
  })
})
