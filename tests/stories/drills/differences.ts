import { MARK } from './outlets.ts'

type Json = null | string | number | boolean | Json[] | { readonly [name: string]: Json }
type Dict = { readonly [name: string]: Json }

const isDict = (value: Json | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** What makes a line of a list the same line as before: its id, or that of the item it is about. */
const identity = (item: Json): Json | undefined => (isDict(item) ? (item['id'] ?? item['itemId']) : undefined)

/** What is no fact: whether the asker may act, and where the log stands. */
const NO_FACTS = new Set([MARK, 'seq', 'head'])

/** Whether a record says of itself that it is of a drill: by its flag, its event's, or the word people read. */
function saysSo(record: Dict): boolean {
  if (record['drill'] === true || JSON.stringify(record[MARK] ?? null).includes('true')) return true
  return Object.entries(record).some(
    ([name, value]) =>
      (typeof value === 'string' && value.includes('訓練')) ||
      // The words that a notice or a task puts into its sentence.
      (name === 'params' && /訓練|"drill":1|"drill","value":"?1/.test(JSON.stringify(value))),
  )
}

/**
 * Where an answer after the drill is other than the one before, and nothing at or above that place says that it is of a
 * drill. The number of a list may grow by what is marked in it.
 */
export function unmarked(
  before: Json | undefined,
  after: Json,
  at: readonly string[] = [],
  matters: (leaf: Json) => boolean = () => true,
): string[] {
  if (same(before, after)) return []
  if (Array.isArray(after)) {
    const known = Array.isArray(before) ? [...before] : []
    const isAsLong = known.length === after.length
    const fresh = after.filter((item) => {
      const place = known.findIndex((other) => same(other, item))
      if (place >= 0) known.splice(place, 1)
      return place < 0
    })
    const rest = fresh.flatMap((item) => {
      const id = identity(item)
      // Lines without a name of their own are the same lines where none came or went.
      const place = id === undefined && !isAsLong ? -1 : known.findIndex((other) => identity(other) === id)
      const [twin] = place >= 0 ? known.splice(place, 1) : []
      return unmarked(twin, item, at, matters)
    })
    return [...rest, ...known.map(() => `${at.join('.')} lost one`)]
  }
  if (isDict(after)) {
    if (saysSo(after)) return []
    const { nodes, totalCount } = after
    const old = isDict(before) ? before : {}
    const names = Object.keys(after).filter((name) => !NO_FACTS.has(name))
    if (Array.isArray(nodes) && typeof totalCount === 'number') {
      const grown = totalCount - (typeof old['totalCount'] === 'number' ? old['totalCount'] : 0)
      const had = Array.isArray(old['nodes']) ? old['nodes'] : []
      const fresh = nodes.filter(
        (node) => isDict(node) && saysSo(node) && !had.some((other) => same(other, node)),
      )
      const counted = grown === fresh.length ? ['totalCount'] : []
      return names
        .filter((name) => !counted.includes(name))
        .flatMap((name) => unmarked(old[name], after[name] ?? null, [...at, name], matters))
    }
    return names.flatMap((name) => unmarked(old[name], after[name] ?? null, [...at, name], matters))
  }
  return matters(after) ? [at.join('.')] : []
}
