type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const same = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, n) => same(value, other[n]))
  if (isTree(one) && isTree(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
      same(one[name], other[name]),
    )
  return Object.is(one, other)
}

/** One field and its value; a list, such as the articles of a rulebook, is one field. */
export interface Leaf {
  path: string
  value: unknown
}

function leavesOf(values: unknown, path = ''): Leaf[] {
  if (!isTree(values)) return [{ path, value: values }]
  return Object.entries(values).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name))
}

const at = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (isTree(found) ? found[name] : undefined), values)

interface Sides {
  /** What the form was filled with. */
  base: unknown
  /** What was last sent, if its answer is what comes now. */
  sent: unknown
  /** What stands on the screen. */
  current: unknown
  /** What the record holds now. */
  next: unknown
}

/** Which fields take what the record holds now; `kept` are those where something else was typed meanwhile. */
export function mergeTyped({ base, sent, current, next }: Sides): { taken: Leaf[]; kept: string[] } {
  const taken: Leaf[] = []
  const kept: string[] = []
  for (const leaf of leavesOf(next)) {
    const shown = at(current, leaf.path)
    if (same(shown, leaf.value)) continue
    const untouched = same(shown, at(base, leaf.path)) || same(shown, at(sent, leaf.path))
    if (untouched) taken.push(leaf)
    else if (!same(leaf.value, at(base, leaf.path))) kept.push(leaf.path)
  }
  return { taken, kept }
}

type Tidy = ((typed: string) => string) | undefined

/** What was typed after the form was sent; what a field only tidied by itself was not typed. */
export const typedSince = (
  sent: unknown,
  current: unknown,
  tidyOf: (path: string) => Tidy = () => undefined,
): Leaf[] =>
  leavesOf(current).filter(({ path, value }) => {
    const before = at(sent, path)
    if (same(value, before)) return false
    const tidy = tidyOf(path)
    return !tidy || typeof before !== 'string' || tidy(before) !== value
  })

/** What of it no longer stands in the form. */
export const lostOf = (typed: readonly Leaf[], current: unknown): Leaf[] =>
  typed.filter(({ path, value }) => !same(value, at(current, path)))
