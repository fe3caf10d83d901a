import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { mergeRecords, previewMerge, standOf, undoMerge } from '../../../../../tests/support/merging.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility } from '../fixtures.ts'

let graph: TestGraph
let operator: Viewer
beforeAll(async () => {
  graph = await openTestGraph()
  operator = await person('SYSTEM_OPERATOR')
})

const somebody = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })

async function person(role: Parameters<typeof viewerActingAs>[1], body = {}): Promise<Viewer> {
  return viewerActingAs((await somebody()).id, role, body)
}

type Model = 'Facility' | 'Corporation'
const preview = (model: Model, kept: string, absorbed: string) =>
  previewMerge(graph, model, kept, absorbed, operator)
const merge = (model: Model, kept: string, absorbed: string, viewer = operator, more: object = {}) =>
  mergeRecords(graph, model, kept, absorbed, { operator, viewer, more })
const undo = (id: string, version = 1, viewer = operator) => undoMerge(graph, id, viewer, version)

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('what is never merged', () => {
  it.each([
    [
      'two 法人番号',
      'MERGE_TWO_NUMBERS',
      { corporateNumber: '3010405001696', name: '社会福祉法人甲', sample: false },
      { corporateNumber: '2390005001102', name: '社会福祉法人乙', sample: false },
    ],
    [
      'a numbered corporation into one without',
      'MERGE_KEEP_THE_NUMBERED',
      { name: '社会福祉法人丙', sample: false },
      { corporateNumber: '6390005000546', name: '社会福祉法人丁', sample: false },
    ],
    ['an invented and a real one', 'MERGE_SAMPLE_AND_REAL', { name: '社会福祉法人戊', sample: false }, {}],
  ])('%s', async (_what, code, one, other) => {
    const kept = await corporation(graph.db, one)
    const absorbed = await corporation(graph.db, other)
    const { data } = await preview('Corporation', kept.id, absorbed.id)
    expect(data.mergePreview).toMatchObject({ obstacle: code, moves: [] })
    expect(await merge('Corporation', kept.id, absorbed.id)).toMatchObject({ code })
    const stand = await graph.db.corporation.findMany({ where: { id: { in: [kept.id, absorbed.id] } } })
    expect(stand.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE'])
  })
})

describe('two records of one corporation', () => {
  async function twoCorporations() {
    const { db } = graph
    const kept = await corporation(db, { name: `社会福祉法人 見本${randomUUID()}会` })
    const absorbed = await corporation(db, { name: `（福）見本${randomUUID()}会`, phone: '000-000-0002' })
    const place = await facility(db, { corporationId: absorbed.id })
    const admin = await somebody()
    for (const { id: corporationId } of [kept, absorbed]) {
      await db.procurementLimit.create({
        data: { corporationId, position: 1, upToYen: 1_000_000n, method: 'DIRECT', approver: '施設長' },
      })
      await db.corporationContact.create({
        data: { corporationId, position: 1, roleTitle: `本部${corporationId}` },
      })
    }
    await db.roleAssignment.create({
      data: {
        userId: admin.id,
        role: 'CORPORATION_ADMIN',
        corporationId: absorbed.id,
        startsOn: day('2024-04-01'),
      },
    })
    const platforms = await Promise.all(
      [1, 2].map(() =>
        db.platform.create({ data: { name: `見本${randomUUID()}連絡会`, kind: 'OTHER', sample: true } }),
      ),
    )
    const [both, only] = platforms.map(({ id }) => id) as [string, string]
    await db.platformMembership.createMany({
      data: [
        { platformId: both, corporationId: kept.id, startsOn: day('2022-04-01'), endsOn: day('2026-12-31') },
        { platformId: both, corporationId: absorbed.id, startsOn: day('2020-04-01') },
        { platformId: only, corporationId: absorbed.id, startsOn: day('2021-04-01') },
      ],
    })
    return { kept, absorbed, place, admin, both, only }
  }

  it('become one with facilities, people and memberships, and nothing stands twice', async () => {
    const { kept, absorbed, place, both, only } = await twoCorporations()
    const { data } = await preview('Corporation', kept.id, absorbed.id)
    expect(data.mergePreview.stays.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'MEMBERSHIP_TWICE',
      'PROCUREMENT_LIMITS_OF_KEPT_COUNT',
    ])
    expect(await merge('Corporation', kept.id, absorbed.id)).toMatchObject({
      typename: 'MergeCorporationsPayload',
    })
    const { db } = graph
    expect(await db.corporation.findUnique({ where: { id: absorbed.id } })).toMatchObject({
      status: 'MERGED',
      successorId: kept.id,
    })
    expect(await db.corporation.findUnique({ where: { id: kept.id } })).toMatchObject({
      phone: '000-000-0002',
      otherSpellings: [absorbed.name],
    })
    expect(await db.facility.findUnique({ where: { id: place.id } })).toMatchObject({
      corporationId: kept.id,
      handSet: ['corporationId'],
    })
    const memberships = await db.platformMembership.findMany({
      where: { platformId: { in: [both, only] } },
      orderBy: { startsOn: 'asc' },
    })
    expect(memberships.map(({ corporationId, endsOn }) => [corporationId, endsOn])).toEqual([
      [absorbed.id, day('2026-11-22')],
      [kept.id, null],
      [kept.id, null],
    ])
  })

  it('are two again, to the last row, when the merge is undone', async () => {
    const { kept, absorbed, place } = await twoCorporations()
    const ids = [kept.id, absorbed.id, place.id]
    const before = await standOf(graph, ids)
    const { payload } = await merge('Corporation', kept.id, absorbed.id)
    expect(await undo(payload.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await standOf(graph, ids)).toEqual(before)
  })

  it('cannot be parted by an undoing while the kept one has been merged further', async () => {
    const { kept, absorbed } = await twoCorporations()
    const { payload: first } = await merge('Corporation', kept.id, absorbed.id)
    const last = await corporation(graph.db)
    const { payload: second } = await merge('Corporation', last.id, kept.id)
    expect(await undo(first.registryMerge.id)).toMatchObject({ code: 'MERGE_BUILT_ON' })
    expect(await undo(second.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await undo(first.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
  })
})
