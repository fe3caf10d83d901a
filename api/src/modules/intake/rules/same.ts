import type { Entry } from './entries.ts'
import { compareText, groupedBy } from './order.ts'
import type { Conflict, Standing } from './standing.ts'

export interface Clusters {
  /** Of all ids that are one and the same, the one that stands for them. */
  readonly rootOf: (id: string) => string
  readonly conflicts: readonly Conflict[]
  readonly decided: Readonly<Record<string, readonly Standing[]>>
}

interface Known {
  readonly persons: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

/** Who is who, by what people have said of pairs. As long as they disagree about a pair, it stays two. */
export function joined(entries: readonly Entry[], { persons, groups }: Known): Clusters {
  const conflicts: Conflict[] = []
  const decided: [string, readonly Standing[]][] = []
  const apart: [string, string][] = []
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }

  const pairs = groupedBy(entries, ({ subjects }) => subjects.toSorted(compareText).join(' '))
  for (const [pair, register] of [...pairs].toSorted(([one], [other]) => compareText(one, other))) {
    const [one = '', other = ''] = pair.split(' ')
    const isKnown = [one, other].every((id) => persons.has(id) || groups.has(id))
    // Somebody nobody has entered here yet is waited for.
    if (!isKnown) continue
    const replaced = new Set(register.flatMap(({ basedOn }) => basedOn))
    const heads = register.filter(({ id }) => !replaced.has(id))
    const values = [...groupedBy(heads, ({ kind }) => kind)]
      .map(([value, by]) => ({ value, entries: by.map(({ id }) => id).toSorted(compareText) }))
      .toSorted((a, b) => compareText(a.value, b.value))
    decided.push([pair, values])
    // A person and a headcount are never one: of them it is only said that the person was not in it.
    if (persons.has(one) !== persons.has(other)) continue
    if (values.length > 1) conflicts.push({ kind: 'SAMENESS', subjects: [one, other], field: null, values })
    else if (values[0]?.value === 'NOT_SAME') apart.push([one, other])
    else {
      const [a, b] = [rootOf(one), rootOf(other)]
      if (a !== b) parents.set(a < b ? b : a, a < b ? a : b)
    }
  }
  for (const [one, other] of apart) {
    if (rootOf(one) !== rootOf(other)) continue
    const values = decided.find(([pair]) => pair === `${one} ${other}`)?.[1] ?? []
    conflicts.push({ kind: 'CONTRADICTION', subjects: [one, other], field: null, values })
  }
  return { rootOf, conflicts, decided: Object.fromEntries(decided) }
}
