import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { facilityWorld } from '../../../../../tests/support/facility-world.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { globalId } from '../../../kernel/ids.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const world = () => facilityWorld(graph.db)

describe('the history of edits', () => {
  interface Piece {
    readonly item: string
    readonly state: string
  }
  const STATES = ['YES', 'NO', 'UNKNOWN']

  it('says for every moment exactly what stood then, whatever the edits', async () => {
    const steps = fc.array(
      fc.uniqueArray(
        fc.record({ item: fc.constantFrom('ア', 'イ', 'ウ', 'エ'), state: fc.constantFrom(...STATES) }),
        {
          selector: ({ item }) => item,
          maxLength: 4,
        },
      ),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (lists) => {
        const { id, facilityId, director } = await world()
        const stood: { at: Date; pieces: Piece[] }[] = []
        for (const [n, pieces] of lists.entries()) {
          const standing = await graph.db.facilityEquipment.findMany({ where: { facilityId } })
          const equipment = pieces.map((piece) => {
            const row = standing.find(({ item }) => item === piece.item)
            return { ...piece, id: row ? globalId('FacilityEquipment', row.id) : null, note: null }
          })
          const sent = await send(
            graph,
            'editFacilityEquipment',
            { facilityId: id, version: n + 1, equipment },
            { viewer: director },
          )
          expect(sent.typename).toBe('EditFacilityEquipmentPayload')
          const [clock] = await graph.db.$queryRaw<
            [{ now: Date }]
          >`select clock_timestamp() + interval '1 ms' as now`
          stood.push({ at: clock.now, pieces })
        }
        for (const { at, pieces } of stood) {
          const revisions = await graph.db.registryRevision.findMany({
            where: {
              facilityId,
              record: 'FACILITY_EQUIPMENT',
              validFrom: { lte: at },
              OR: [{ validTo: null }, { validTo: { gt: at } }],
              kind: { not: 'REMOVED' },
            },
          })
          const read = revisions
            .map(({ content }) => content as unknown as Piece & { position: number })
            .toSorted((a, b) => a.position - b.position)
            .map(({ item, state }) => ({ item, state }))
          expect(read).toEqual(pieces)
        }
        // Each change leads from what stood before to what stood after it.
        const all = await graph.db.registryRevision.findMany({
          where: { facilityId, record: 'FACILITY_EQUIPMENT' },
          orderBy: [{ recordId: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
        })
        for (const [n, revision] of all.entries()) {
          const previous = all[n - 1]
          if (revision.kind !== 'CHANGED') continue
          expect(previous?.recordId).toBe(revision.recordId)
          const [before, content] = [revision.before, previous?.content] as Record<string, unknown>[]
          for (const column of revision.changed) expect(before?.[column]).toEqual(content?.[column])
        }
      }),
      { numRuns: 12 },
    )
  })
})
