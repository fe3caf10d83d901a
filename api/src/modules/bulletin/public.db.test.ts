import { beforeAll, describe, expect, it } from 'vitest'
import { command, runCommand } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/verdict.ts'
import { systemViewer, type Viewer } from '../../kernel/viewer.ts'
import { cancelEntry, putEntry, readersOf, storeDocument, storeVersion } from './public.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { networkWorld } from '../../../../tests/support/network-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { z } from 'zod'

// A network's calendar: what people put in, what other parts of the portal put in, and what other calendars read.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

async function world() {
  const there = await networkWorld(graph)
  const { director, corporationId, platformId, one } = there
  return {
    ...there,
    reader: viewerActingAs(director.id, 'FACILITY_DIRECTOR', {
      corporationId,
      facilityId: one.id,
      platformIds: [platformId],
    }),
    id: globalId('Platform', platformId),
  }
}
type World = Awaited<ReturnType<typeof world>>

const ADD = `mutation ($input: AddCalendarEntryInput!) { addCalendarEntry(input: $input) { __typename
  ... on AddCalendarEntryPayload { calendarEntry { id version } } ... on Problem { code } } }`
const meeting = {
  kind: 'MEETING',
  title: '施設長連絡会',
  place: '見本会館',
  note: null,
  audience: 'MEMBERS',
  startsOn: '2026-11-10',
  endsOn: '2026-11-10',
  startMinute: 810,
  endMinute: 930,
  repeat: 'MONTHLY_WEEKDAY',
  repeatUntil: '2027-03-31',
}
async function add({ id, secretariat }: World, over: object = {}) {
  const { addCalendarEntry } = await graph.ask(ADD, {
    viewer: secretariat,
    variables: { input: { platformId: id, ...meeting, ...over } },
  })
  return addCalendarEntry
}

const YEAR = `query ($id: ID!) { calendar(platformId: $id, from: "2026-04-01", until: "2027-03-31") {
  entryId title startsOn startMinute cancelled } }`
const year = async ({ id }: World, viewer: Viewer): Promise<{ startsOn: string; title: string }[]> =>
  (await graph.ask(YEAR, { viewer, variables: { id } })).calendar

/** Another module's act. */
const act = command({
  name: 'calendarStoryAct',
  description: 'Does something of another module.',
  input: z.object({
    platformId: z.uuid(),
    step: z.enum(['PUT', 'MOVE', 'CANCEL', 'STORE']),
    key: z.string(),
  }),
  subject: (_tx, input) => input,
  may: () => allow,
  async run(args) {
    const { platformId, step, key } = args.input
    const source = { source: 'stories', sourceKey: key }
    if (step === 'CANCEL') await cancelEntry(args, source)
    if (step === 'PUT' || step === 'MOVE') {
      const day = new Date(step === 'PUT' ? '2026-12-01' : '2026-12-08')
      await putEntry(args, {
        ...source,
        platformId,
        kind: 'DEADLINE',
        title: '見本の提出期限',
        place: null,
        note: null,
        link: '/network',
        audience: 'MEMBERS',
        startsOn: day,
        endsOn: day,
        startMinute: null,
        endMinute: null,
      })
    }
    if (step !== 'STORE') return { platformId, documentId: null }
    const file = { fileName: '議事録.pdf', bytes: Buffer.from('%PDF-1.7 見本'), addedByUserId: null }
    const spec = {
      platformId,
      title: '見本の議事録',
      kind: 'MINUTES',
      audience: 'MEMBERS',
      source: 'stories',
    } as const
    const { documentId } = await storeDocument(args, { ...spec, retainFrom: new Date('2026-06-01') }, file)
    await storeVersion(args, documentId, { ...file, note: '署名後' })
    return { platformId, documentId }
  },
})
const doAct = (platformId: string, step: string, key: string) =>
  runCommand(
    act,
    { platformId, step, key },
    {
      db: graph.db,
      viewer: systemViewer,
      clock: { now: () => TODAY },
      requestId: null,
    },
  )

describe('the year calendar', () => {
  it('tells a series day by day to members, and what is the officers’ to officers', async () => {
    const there = await world()
    await add(there)
    await add(there, { title: '事務局の打合せ', audience: 'OFFICERS', repeat: 'NONE', repeatUntil: null })
    expect((await year(there, there.reader)).map(({ startsOn }) => startsOn)).toEqual([
      '2026-11-10',
      '2026-12-08',
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
    ])
    expect(await year(there, there.secretariat)).toHaveLength(6)
    const other = await world()
    expect(await year(there, other.reader)).toEqual([])
    expect(await year(there, other.secretariat)).toEqual([])
  })

  it('refuses what ends before it begins', async () => {
    const there = await world()
    expect(await add(there, { endMinute: 800 })).toMatchObject({ code: 'ENTRY_ENDS_BEFORE_START' })
    expect(await add(there, { repeatUntil: '2026-11-09' })).toMatchObject({ code: 'ENTRY_ENDS_BEFORE_START' })
  })

  it('shows what other parts of the portal put in, moved and called off, one entry each', async () => {
    const there = await world()
    const { platformId } = there
    await doAct(platformId, 'PUT', platformId)
    await doAct(platformId, 'MOVE', platformId)
    expect(await year(there, there.reader)).toMatchObject([{ startsOn: '2026-12-08', cancelled: false }])
    await doAct(platformId, 'CANCEL', platformId)
    expect(await year(there, there.reader)).toMatchObject([{ startsOn: '2026-12-08', cancelled: true }])
    const [entry] = await graph.db.calendarEntry.findMany({ where: { platformId } })
    expect(entry?.sequence).toBe(2)
    const { errors } = await graph.request(
      `mutation ($input: CancelCalendarEntryInput!) { cancelCalendarEntry(input: $input) { __typename } }`,
      {
        viewer: there.secretariat,
        variables: { input: { calendarEntryId: globalId('CalendarEntry', entry?.id ?? ''), version: 3 } },
      },
    )
    expect(errors?.[0]?.extensions.reason).toBe('ENTRY_IS_KEPT_ELSEWHERE')
  })
})

it('another part of the portal puts a document with its versions on the shelf in its own transaction', async () => {
  const there = await world()
  const { documentId } = await doAct(there.platformId, 'STORE', 'x')
  const document = await graph.db.document.findUniqueOrThrow({
    where: { id: documentId ?? '' },
    include: { versions: { orderBy: { number: 'asc' }, include: { chunks: true } } },
  })
  expect(document).toMatchObject({ latestNumber: 2, retentionYears: 10, source: 'stories' })
  expect(document.retainUntil).toEqual(new Date('2036-06-01'))
  expect(document.versions.map(({ number, note, chunks }) => [number, note, chunks.length])).toEqual([
    [1, null, 1],
    [2, '署名後', 1],
  ])
  expect(await graph.db.$transaction((tx) => readersOf(tx, document.versions[0]?.id ?? ''))).toEqual([])
})
