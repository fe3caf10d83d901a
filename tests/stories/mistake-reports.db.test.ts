import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { guest, systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { facility } from '../../api/src/modules/registry/fixtures.ts'
import {
  forgetMistakeReports,
  oldMistakesWait,
} from '../../api/src/modules/registry/commands/forget-mistake-reports.ts'
import { reportMistake } from '../../api/src/modules/registry/commands/report-mistake.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { networkWorld, somebody } from '../support/network-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// The public says that a page is wrong; whoever may correct it sees it, is asked in turn, and says what came of it.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const days = (count: number) => new Date(TODAY.getTime() + count * 86_400_000)

async function report(
  place: { facilityId?: string; corporationId?: string },
  text = `見本${randomUUID()}`,
  now = TODAY,
): Promise<string> {
  const { mistakeReportId } = await runCommand(
    reportMistake,
    {
      facilityId: place.facilityId ? globalId('Facility', place.facilityId) : null,
      corporationId: place.corporationId ? globalId('Corporation', place.corporationId) : null,
      topic: 'CONTACT',
      text,
    },
    { db: graph.db, viewer: guest, clock: { now: () => now }, requestId: null },
  )
  return globalId('MistakeReport', mistakeReportId)
}

const LIST = '{ mistakeReports(first: 100) { nodes { id } } }'
const sees = async (viewer: Viewer, id: string): Promise<boolean> => {
  const { mistakeReports } = await graph.ask(LIST, { viewer })
  return mistakeReports.nodes.some((one: { id: string }) => one.id === id)
}

const TODOS = '{ todos { id code params dueOn link } }'
const asked = async (viewer: Viewer, now = TODAY) =>
  (await graph.ask(TODOS, { viewer, now })).todos.filter(
    ({ code }: { code: string }) => code === 'MISTAKES_TO_LOOK_AT',
  )

const SETTLE = `mutation ($input: SettleMistakeReportInput!) { settleMistakeReport(input: $input) {
  __typename
  ... on SettleMistakeReportPayload { mistakeReport { outcome outcomeNote settledAt settledBy { name } facility { mistakeReportCount } } }
  ... on Problem { code }
  ... on ValidationProblem { issues { path code } } } }`
const settle = async (viewer: Viewer, mistakeReportId: string, given: object) =>
  (await graph.ask(SETTLE, { viewer, variables: { input: { mistakeReportId, version: 1, ...given } } }))
    .settleMistakeReport

const operator = async () => viewerActingAs((await somebody(graph, '見本 ゆい')).id, 'SYSTEM_OPERATOR')

describe('a reported mistake', () => {
  it('is seen by whoever may correct the facts, and by nobody else', async () => {
    const there = await networkWorld(graph)
    const elsewhere = await networkWorld(graph)
    const { id: userId } = await somebody(graph)
    const administrator = viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: there.corporationId })
    const ofFacility = await report({ facilityId: there.one.id })
    const ofCorporation = await report({ corporationId: there.corporationId })

    for (const viewer of [there.directing(there.one.id), administrator, there.secretariat, await operator()])
      expect(await sees(viewer, ofFacility)).toBe(true)
    for (const viewer of [administrator, there.secretariat, await operator()])
      expect(await sees(viewer, ofCorporation)).toBe(true)
    const strangers = [
      there.directing(there.other.id),
      elsewhere.secretariat,
      elsewhere.directing(elsewhere.one.id),
      viewerActingAs(userId, 'CORPORATION_REPORTER', { corporationId: there.corporationId }),
    ]
    for (const viewer of strangers) expect(await sees(viewer, ofFacility)).toBe(false)
    for (const viewer of [there.directing(there.one.id), ...strangers])
      expect(await sees(viewer, ofCorporation)).toBe(false)
    const count = '{ facility(id: $id) { mistakeReportCount } }'
    const counted = async (viewer?: Viewer) =>
      (
        await graph.ask(`query ($id: ID!) ${count}`, {
          ...(viewer ? { viewer } : {}),
          variables: { id: globalId('Facility', there.one.id) },
        })
      ).facility.mistakeReportCount
    expect([await counted(), await counted(there.directing(there.one.id))]).toEqual([0, 1])
    await expect(settle(elsewhere.secretariat, ofFacility, { outcome: 'CORRECTED' })).rejects.toThrow(
      'NOT_FOUND',
    )
  })

  it('is asked of its own people first, of the secretariat once they leave it, of the operator where nobody is', async () => {
    const there = await networkWorld(graph)
    await report({ facilityId: there.one.id })
    await report({ facilityId: there.one.id })
    expect(await asked(there.directing(there.one.id))).toEqual([
      {
        id: 'registry.mistakes',
        code: 'MISTAKES_TO_LOOK_AT',
        params: { count: 2 },
        dueOn: '2026-12-07',
        link: '/mistakes',
      },
    ])
    expect(await asked(there.directing(there.other.id))).toEqual([])
    expect(await asked(there.secretariat, days(13))).toEqual([])
    expect(await asked(there.secretariat, days(15))).toMatchObject([{ params: { count: 2 } }])
    // Nobody answers for the corporation's own page, so its secretariat is asked at once.
    await report({ corporationId: there.corporationId })
    expect(await asked(there.secretariat)).toMatchObject([{ params: { count: 1 } }])

    const system = await operator()
    const before = (await asked(system))[0]?.params.count ?? 0
    const { id: ofNobody } = await facility(graph.db, {})
    await report({ facilityId: ofNobody })
    expect(await asked(system)).toMatchObject([{ params: { count: before + 1 } }])
  })

  it('is settled once, with a reason where nothing was corrected', async () => {
    const there = await networkWorld(graph)
    const director = there.directing(there.one.id)
    const [first, second] = [
      await report({ facilityId: there.one.id }),
      await report({ facilityId: there.one.id }),
    ]
    expect(await settle(director, first, { outcome: 'UNCHANGED' })).toMatchObject({
      __typename: 'ValidationProblem',
      issues: [{ path: ['note'], code: 'REQUIRED' }],
    })
    expect(
      await settle(director, first, { outcome: 'UNCHANGED', note: '番号は合っています。' }),
    ).toMatchObject({
      mistakeReport: {
        outcome: 'UNCHANGED',
        outcomeNote: '番号は合っています。',
        settledBy: { name: '見本 花子' },
        facility: { mistakeReportCount: 1 },
      },
    })
    expect(await settle(director, first, { outcome: 'CORRECTED', version: 2 })).toMatchObject({
      code: 'MISTAKE_SETTLED_ALREADY',
    })
    expect(await settle(there.secretariat, second, { outcome: 'CORRECTED' })).toMatchObject({
      mistakeReport: { outcome: 'CORRECTED', outcomeNote: null, facility: { mistakeReportCount: 0 } },
    })
    expect(await asked(director)).toEqual([])
  })

  it('goes with the facility when two records of it are made one', async () => {
    const there = await networkWorld(graph)
    const id = await report({ facilityId: there.other.id })
    const viewer = await operator()
    const ids = {
      keptFacilityId: globalId('Facility', there.one.id),
      absorbedFacilityId: globalId('Facility', there.other.id),
    }
    const { mergePreview } = await graph.ask(
      'query ($kept: ID!, $absorbed: ID!) { mergePreview(keptId: $kept, absorbedId: $absorbed) { key moves { relation count } } }',
      { viewer, variables: { kept: ids.keptFacilityId, absorbed: ids.absorbedFacilityId } },
    )
    expect(mergePreview.moves).toContainEqual({ relation: 'mistake_report', count: 1 })
    await graph.ask(
      'mutation ($input: MergeFacilitiesInput!) { mergeFacilities(input: $input) { __typename } }',
      {
        viewer,
        variables: { input: { ...ids, previewKey: mergePreview.key } },
      },
    )
    expect(await sees(there.directing(there.one.id), id)).toBe(true)
  })

  it('is forgotten a year after it was settled, and not before', async () => {
    const there = await networkWorld(graph)
    const [settled, open] = [
      await report({ facilityId: there.one.id }),
      await report({ facilityId: there.one.id }),
    ]
    await settle(there.directing(there.one.id), settled, { outcome: 'CORRECTED' })
    const forget = (now: Date) =>
      runCommand(
        forgetMistakeReports,
        {},
        {
          db: graph.db,
          viewer: systemViewer,
          clock: { now: () => now },
          requestId: null,
        },
      )
    await forget(days(364))
    expect(await sees(there.secretariat, settled)).toBe(true)
    expect(await oldMistakesWait(graph.db, days(366))).toBe(true)
    await forget(days(366))
    expect(await oldMistakesWait(graph.db, days(366))).toBe(false)
    expect([await sees(there.secretariat, settled), await sees(there.secretariat, open)]).toEqual([
      false,
      true,
    ])
  })
})
