import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import {
  calledMeeting,
  done,
  meetingWorld,
  send,
  type MeetingWorld,
} from '../../../../../tests/support/meeting-world.ts'
import { globalId, parseGlobalId } from '../../../kernel/ids.ts'
import { guest } from '../../../kernel/viewer.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const AGENDA = [
  { kind: 'REPORT', title: '前回からの報告', text: '', resolutionKind: null },
  { kind: 'RESOLUTION', title: '次回の日程', text: '次回の日程を決める。', resolutionKind: 'ORDINARY' },
]

/** A series of the general meeting, or of a committee. */
async function series({ platformId, secretariat }: MeetingWorld, over: object = {}): Promise<string> {
  const { meetingSeries } = (await done(
    graph,
    'planMeetingSeries',
    {
      platformId: globalId('Platform', platformId),
      organ: 'GENERAL_MEETING',
      committeeId: null,
      title: '見本の定例会',
      everyMonths: 1,
      agenda: AGENDA,
      ...over,
    },
    { viewer: secretariat, select: 'meetingSeries { id }' },
  )) as unknown as { meetingSeries: { id: string } }
  return meetingSeries.id
}

const plan = (day: string, over: object = {}) => ({
  title: `見本の定例会 ${day}`,
  number: null,
  startsAt: `${day}T05:00:00.000Z`,
  endsAt: null,
  place: '見本会館',
  onlineUrl: null,
  answerBy: `${day}T01:00:00.000Z`,
  ...over,
})

const plannedOf = (seriesId: string) =>
  graph.db.meeting.findMany({
    where: { seriesId: parseGlobalId(seriesId)?.id ?? '' },
    include: { items: { orderBy: { position: 'asc' } } },
    orderBy: { startsAt: 'asc' },
  })

describe('the meetings of a series', () => {
  it('are prepared at once, each with the usual agenda, and what waits comes into the first', async () => {
    const world = await meetingWorld(graph, 2)
    const seriesId = await series(world)
    await graph.db.agendaItem.create({
      data: {
        seriesId: parseGlobalId(seriesId)?.id ?? '',
        position: 1,
        kind: 'REPORT',
        title: '前の会議から送られた報告',
      },
    })
    await done(
      graph,
      'planSeriesMeetings',
      { meetingSeriesId: seriesId, meetings: [plan('2026-12-09'), plan('2027-01-13'), plan('2027-04-14')] },
      { viewer: world.secretariat },
    )
    const planned = await plannedOf(seriesId)
    expect(planned.map(({ state, fiscalYear, items }) => [state, fiscalYear, items.length])).toEqual([
      ['DRAFT', 2026, 3],
      ['DRAFT', 2026, 2],
      ['DRAFT', 2027, 2],
    ])
    expect(planned[0]?.items.at(-1)?.title).toBe('前の会議から送られた報告')
    expect(planned.map(({ recordOn }) => recordOn.toISOString().slice(0, 10))).toEqual([
      '2026-12-09',
      '2027-01-13',
      '2027-04-14',
    ])
    const { meetingSeries } = await graph.ask(
      `query ($id: ID!) { meetingSeries(id: $id) { meetings(first: 10) { totalCount } viewerCan { edit { allowed } } } }`,
      { viewer: world.members[0]?.director ?? guest, variables: { id: seriesId } },
    )
    // Members see the series, and no draft.
    expect(meetingSeries).toEqual({ meetings: { totalCount: 0 }, viewerCan: { edit: { allowed: false } } })
  })

  it('are prepared all or none', async () => {
    const world = await meetingWorld(graph, 1)
    const seriesId = await series(world)
    const late = plan('2027-01-13', { answerBy: '2027-01-13T06:00:00.000Z' })
    expect(
      await send(
        graph,
        'planSeriesMeetings',
        { meetingSeriesId: seriesId, meetings: [plan('2026-12-09'), late] },
        { viewer: world.secretariat },
      ),
    ).toMatchObject({ code: 'ANSWERS_AFTER_THE_MEETING' })
    expect(await plannedOf(seriesId)).toEqual([])
  })

  it('come to an end, and no member, auditor or other network prepares them', async () => {
    const world = await meetingWorld(graph, 1)
    const seriesId = await series(world)
    const input = {
      meetingSeriesId: seriesId,
      meetings: [plan('2026-12-09')],
      idempotencyKey: crypto.randomUUID(),
    }
    const stranger = await meetingWorld(graph, 1)
    for (const viewer of [guest, world.auditor, world.members[0]?.director ?? guest, stranger.secretariat]) {
      const { errors } = await graph.request(
        `mutation ($input: PlanSeriesMeetingsInput!) { planSeriesMeetings(input: $input) { __typename } }`,
        { viewer, variables: { input } },
      )
      expect(errors?.[0]?.extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN|NOT_FOUND/)
    }
    await done(
      graph,
      'editMeetingSeries',
      {
        meetingSeriesId: seriesId,
        version: 1,
        title: '見本の定例会',
        everyMonths: 1,
        agenda: [],
        endedOn: '2026-11-23',
      },
      { viewer: world.secretariat },
    )
    expect(
      await send(
        graph,
        'planSeriesMeetings',
        { meetingSeriesId: seriesId, meetings: [plan('2026-12-09')] },
        { viewer: world.secretariat },
      ),
    ).toMatchObject({ code: 'SERIES_IS_OVER' })
    expect(await plannedOf(seriesId)).toEqual([])
  })

  it('are of the committee of the series: a meeting of another one does not join it', async () => {
    const world = await meetingWorld(graph, 1)
    const { platformId } = world
    const [training, transport] = await Promise.all(
      ['研修部会', '車両部会'].map((name) =>
        graph.db.committee.create({
          data: { platformId, name: `見本${name}`, startsOn: new Date('2020-04-01') },
        }),
      ),
    )
    const seriesId = await series(world, {
      organ: 'COMMITTEE',
      committeeId: globalId('Committee', training?.id ?? ''),
    })
    const planIn = (committeeId: string) =>
      send(
        graph,
        'planMeeting',
        {
          platformId: globalId('Platform', platformId),
          organ: 'COMMITTEE',
          committeeId: globalId('Committee', committeeId),
          seriesId,
          form: 'ASSEMBLY',
          ...plan('2026-12-09'),
        },
        { viewer: world.secretariat, select: 'meeting { committee { name } series { committee { name } } }' },
      )
    expect(await planIn(transport?.id ?? '')).toMatchObject({ code: 'SERIES_UNKNOWN' })
    expect(await planIn(training?.id ?? '')).toMatchObject({
      meeting: { committee: { name: '見本研修部会' }, series: { committee: { name: '見本研修部会' } } },
    })
  })
})

it('a called meeting names the version of the rulebook it is judged by, a draft none', async () => {
  const world = await meetingWorld(graph, 2)
  const { meetingId } = await calledMeeting(graph, world)
  const asked = (viewer = guest) =>
    graph.request(`query ($id: ID!) { meeting(id: $id) { rulebookVersion { number } committee { id } } }`, {
      viewer,
      variables: { id: meetingId },
    })
  expect((await asked(world.members[1]?.director)).data).toEqual({
    meeting: { rulebookVersion: { number: 1 }, committee: null },
  })
  const stranger = await meetingWorld(graph, 1)
  expect((await asked(stranger.secretariat)).data).toEqual({ meeting: null })
})
