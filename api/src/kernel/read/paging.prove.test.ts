import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom, type Random } from '../../../../tests/bench/generate/random.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { promise, proveRuns, proveSeed } from '../../../../tests/support/prove.ts'
import { asker } from '../../../../tests/support/read/ask.ts'
import { sampleSchema, type FacilityOrder } from '../../../../tests/support/read/sample-graph.ts'
import { insertSampleRows } from '../../../../tests/support/read/sample-rows.ts'
import { globalId } from '../ids.ts'

let graph: ReturnType<typeof asker>

beforeAll(async () => {
  graph = asker(sampleSchema, await freshDatabase())
  await insertSampleRows(graph.readPool)
})

afterAll(() => graph.close())

const orders: FacilityOrder[] = ['KANA', 'MIXED', 'CAPACITY_BACK', 'UNKNOWN_LAST']

it('pages through a list that changes without missing or repeating what was there all along', async () => {
  const seed = proveSeed()
  const runs = proveRuns(4, 200)
  let changes = 0
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(seed + run)
    const order = random.pick(orders)
    const backward = random.chance(0.5)
    const before = await facilityIds()
    const writer = changeUntil(random)
    const seen = await readAll(order, backward, random.between(3, 9))
    const { passing, done } = writer.stop()
    changes += await done
    const stayed = seen.filter((id) => !passing.has(id))
    expect({ run, order, backward, seen: stayed.toSorted() }).toEqual({
      run,
      order,
      backward,
      seen: before.toSorted(),
    })
    expect(new Set(seen).size).toBe(seen.length)
    await graph.readPool.query(`DELETE FROM facility WHERE name LIKE '見本の通りすがり%'`)
  }
  expect(changes).toBeGreaterThan(runs)
  promise('paging', `${runs} lists read to the end during ${changes} inserts and deletes, from seed ${seed}`)
})

async function facilityIds(): Promise<string[]> {
  const { rows } = await graph.readPool.query<{ id: string }>('SELECT id FROM facility')
  return rows.map(({ id }) => globalId('Facility', id))
}

/** Inserts and deletes facilities all over the list until it is told to stop. */
function changeUntil(random: Random) {
  const passing = new Set<string>()
  const stopped = new AbortController()
  const work = async (): Promise<number> => {
    let changes = 0
    while (!stopped.signal.aborted) {
      const { rows } = await graph.readPool.query<{ id: string }>(
        `INSERT INTO facility (name, kana, capacity, address, municipality_code, sample, updated_at)
         VALUES ('見本の通りすがり' || $1, $2, $3, '見本市', (SELECT min(code) FROM municipality), true, now()) RETURNING id`,
        [changes, random.pick(['', 'あい', 'かすみ', 'ひまわり', 'わ']), random.pick([1, 20, 30, 999])],
      )
      for (const { id } of rows) passing.add(globalId('Facility', id))
      if (random.chance(0.5))
        await graph.readPool.query(
          `DELETE FROM facility WHERE id IN
             (SELECT id FROM facility WHERE name LIKE '見本の通りすがり%' ORDER BY md5(id::text || $1) LIMIT 1)`,
          [String(changes)],
        )
      changes++
    }
    return changes
  }
  const done = work()
  return {
    stop: () => {
      stopped.abort()
      return { passing, done }
    },
  }
}

async function readAll(order: FacilityOrder, backward: boolean, size: number): Promise<string[]> {
  const seen: string[] = []
  let place: string | null = null
  for (;;) {
    const { facilities } = await graph.askOnce(
      `query ($order: String, $first: Int, $last: Int, $after: String, $before: String) {
        facilities(order: $order, first: $first, last: $last, after: $after, before: $before) {
          nodes { id }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }`,
      backward ? { order, last: size, before: place } : { order, first: size, after: place },
    )
    const { nodes, pageInfo } = facilities
    seen.push(...nodes.map(({ id }: { id: string }) => id))
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen
    place = backward ? pageInfo.startCursor : pageInfo.endCursor
  }
}
