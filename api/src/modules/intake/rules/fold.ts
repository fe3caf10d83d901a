import { entryText, needsOf, type CareNeed, type Destination, type Entry, type Field } from './entries.ts'
import { compareText, groupedBy } from './order.ts'
import type { Group, Person } from './people.ts'
import { referralsOf, type Referral } from './referrals.ts'
import { joined, type Clusters } from './same.ts'
import type { Conflict, Standing } from './standing.ts'

export interface IntakeState {
  readonly persons: readonly Person[]
  readonly groups: readonly Group[]
  /** People for whom another place is, or was, sought. */
  readonly referrals: readonly Referral[]
  readonly conflicts: readonly Conflict[]
  /** Two headcounts made in ignorance of each other: perhaps the same people. */
  readonly countedTwice: readonly (readonly [string, string])[]
  /** A person entered and a headcount made in ignorance of each other: perhaps the person was counted. */
  readonly perhapsCounted: readonly { readonly person: string; readonly group: string }[]
  /** Pairs of which somebody has said whether they are one, with what the next word on it is based on. */
  readonly decided: Readonly<Record<string, readonly Standing[]>>
  readonly heads: number
}

export const pairOf = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** One of each id; a device that says two things under one id is not believed the longer one. */
function distinct(entries: Iterable<Entry>): Entry[] {
  const byId = new Map<string, Entry>()
  for (const entry of entries) {
    const known = byId.get(entry.id)
    if (!known || (known !== entry && compareText(entryText(entry), entryText(known)) < 0))
      byId.set(entry.id, entry)
  }
  return [...byId.values()].toSorted((one, other) => compareText(one.id, other.id))
}

const isSameness = ({ kind }: Entry) => kind === 'MERGED' || kind === 'NOT_SAME'
const isPerson = ({ kind }: Entry) => kind === 'PERSON_ADDED' || kind === 'NAMED_FROM_HEADCOUNT'
const isGroupLeaving = ({ kind, people }: Entry) => kind === 'CHECKED_OUT' && people !== null
const isPresence = (entry: Entry) =>
  isPerson(entry) ||
  entry.kind === 'CAME_BACK' ||
  entry.kind === 'TRANSFERRED' ||
  (entry.kind === 'CHECKED_OUT' && !isGroupLeaving(entry))

interface Register {
  readonly entries: readonly Entry[]
  readonly value: (entry: Entry) => string
  /** Entries through which a replacement reaches on; none unless said. */
  readonly through?: (id: string) => Entry | undefined
}

/**
 * What nothing of the register replaces. A replacement reaches on through entries of the same kind that stand in another
 * register by now: of two persons who were one for a while, something may have been said under the other's id.
 */
function standing({ entries, value, through = () => undefined }: Register): Standing[] {
  const replaced = new Set<string>()
  const reach = entries.flatMap(({ basedOn }) => basedOn)
  for (let id = reach.pop(); id !== undefined; id = reach.pop()) {
    if (replaced.has(id)) continue
    replaced.add(id)
    reach.push(...(through(id)?.basedOn ?? []))
  }
  const heads = entries.filter(({ id }) => !replaced.has(id))
  return [...groupedBy(heads, value)]
    .map(([said, by]) => ({ value: said, entries: by.map(({ id }) => id).toSorted(compareText) }))
    .toSorted((one, other) => compareText(one.value, other.value))
}

const presenceValue = (entry: Entry): string =>
  isPerson(entry) || entry.kind === 'CAME_BACK' ? 'HERE' : `${entry.destination}:${entry.value ?? ''}`

/** Where a presence that is not `HERE` says that somebody went. */
export function destinationOf(value: string): { destination: Destination; note: string } | null {
  if (value === 'HERE') return null
  const colon = value.indexOf(':')
  return { destination: value.slice(0, colon) as Destination, note: value.slice(colon + 1) }
}

/**
 * What a set of entries says. It depends on the set alone: not on the order, on repetitions or on anybody's clock, so
 * whoever has the same entries sees the same.
 */
export function fold(given: Iterable<Entry>): IntakeState {
  const entries = distinct(given)
  const conflicts: Conflict[] = []

  const persons = new Set(entries.filter(isPerson).map(({ id }) => id))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const firstCounts = new Map(
    entries
      .filter(({ kind, id, subjects }) => kind === 'HEADCOUNT' && subjects[0] === id)
      .map((entry) => [entry.id, entry]),
  )
  const clusters = joined(entries.filter(isSameness), { persons, groups: new Set(firstCounts.keys()) })
  conflicts.push(...clusters.conflicts)

  const people = personsOf(entries, persons, clusters, conflicts)
  const groups = groupsOf(entries, firstCounts, clusters, conflicts)
  const namedFrom = new Map(
    entries.flatMap(({ kind, id, subjects: [, group = ''] }) =>
      kind === 'NAMED_FROM_HEADCOUNT' ? [[id, group] as const] : [],
    ),
  )
  const referrals = referralsOf(
    entries,
    {
      persons: people,
      groups,
      standing: (register, value) => standing({ entries: register, value }),
      namedFrom,
    },
    conflicts,
  )
  return {
    persons: people,
    groups,
    referrals,
    conflicts: conflicts.toSorted((one, other) => compareText(conflictKey(one), conflictKey(other))),
    countedTwice: countedTwice(groups, firstCounts, clusters),
    perhapsCounted: perhapsCounted(people, groups, byId, clusters),
    decided: clusters.decided,
    heads:
      people.filter(({ here }) => here).length + groups.reduce((sum, { remaining }) => sum + remaining, 0),
  }
}

/** The same for the same conflict, whoever looks. */
export const conflictKey = ({ kind, subjects, field }: Conflict): string =>
  [kind, ...subjects, field ?? ''].join(' ')

function personsOf(
  entries: readonly Entry[],
  known: ReadonlySet<string>,
  { rootOf }: Clusters,
  conflicts: Conflict[],
): Person[] {
  const members = groupedBy([...known], rootOf)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const amongst = (isAlike: (entry: Entry) => boolean) => (id: string) => {
    const entry = byId.get(id)
    return entry && isAlike(entry) ? entry : undefined
  }
  const presences = groupedBy(entries.filter(isPresence), ({ subjects: [person = ''] }) => rootOf(person))
  const sets = groupedBy(
    entries.filter(({ field }) => field !== null),
    ({ subjects: [person = ''] }) => rootOf(person),
  )
  return [...members]
    .map(([root, ids]) => {
      const all = ids.toSorted(compareText)
      const id = all[0] ?? root
      const presence = standing({
        entries: presences.get(root) ?? [],
        value: presenceValue,
        through: amongst(isPresence),
      })
      if (presence.length > 1)
        conflicts.push({ kind: 'PRESENCE', subjects: [id], field: null, values: presence })
      const byField = [...groupedBy(sets.get(root) ?? [], ({ field }) => field ?? '')].toSorted(
        ([one], [other]) => compareText(one, other),
      )
      const fields: Partial<Record<Field, readonly Standing[]>> = {}
      for (const [name, register] of byField) {
        const field = name as Field
        const values = standing({
          entries: register,
          value: ({ value }) => value ?? '',
          through: amongst((entry) => entry.field === field),
        })
        fields[field] = values
        if (values.length > 1) conflicts.push({ kind: 'FIELD', subjects: [id], field, values })
      }
      // Nobody is lost while people disagree: one word that somebody is here is enough to count them.
      return { id, members: all, here: presence.some(({ value }) => value === 'HERE'), presence, fields }
    })
    .toSorted((one, other) => compareText(one.id, other.id))
}

function groupsOf(
  entries: readonly Entry[],
  first: ReadonlyMap<string, Entry>,
  { rootOf }: Clusters,
  conflicts: Conflict[],
): Group[] {
  const members = groupedBy([...first.keys()], rootOf)
  const counts = groupedBy(
    entries.filter(({ kind }) => kind === 'HEADCOUNT'),
    ({ subjects: [group = ''] }) => group,
  )
  const leavings = groupedBy(entries.filter(isGroupLeaving), ({ subjects: [group = ''] }) => rootOf(group))
  const namings = groupedBy(
    entries.filter(({ kind }) => kind === 'NAMED_FROM_HEADCOUNT'),
    ({ subjects: [, group = ''] }) => rootOf(group),
  )
  return [...members]
    .map(([root, ids]) => {
      const all = ids.toSorted(compareText)
      const id = all[0] ?? root
      const each = all.map((member) => {
        const values = standing({
          entries: counts.get(member) ?? [],
          value: ({ people }) => String(people ?? 0),
        })
        if (values.length > 1) conflicts.push({ kind: 'COUNT', subjects: [member], field: null, values })
        return values
      })
      const highest = (values: readonly Standing[]) =>
        Math.max(0, ...values.map(({ value }) => Number(value)))
      // Counts of the same people do not add up; while they differ, nobody is left out.
      const counted = Math.max(0, ...each.map(highest))
      const named = new Set((namings.get(root) ?? []).map((entry) => rootOf(entry.id))).size
      const left = (leavings.get(root) ?? []).reduce((sum, { people }) => sum + (people ?? 0), 0)
      if (named + left > counted)
        conflicts.push({
          kind: 'OVERDRAWN',
          subjects: [id],
          field: null,
          values: [
            { value: String(counted), entries: all },
            { value: String(named + left), entries: [] },
          ],
        })
      const entry = first.get(id)
      return {
        id,
        members: all,
        need: entry?.need ?? null,
        byDay: entry?.stay === 'DAY',
        counted,
        named,
        left,
        remaining: Math.max(0, counted - named - left),
        counts: each.flat(),
      }
    })
    .toSorted((one, other) => compareText(one.id, other.id))
}

const saidOf = ({ decided }: Clusters, one: readonly string[], other: readonly string[]): boolean =>
  one.some((a) => other.some((b) => decided[pairOf(a, b)] !== undefined))

/** Headcounts of one kind by two devices, neither of which knew of the other's. */
function countedTwice(
  groups: readonly Group[],
  first: ReadonlyMap<string, Entry>,
  clusters: Clusters,
): [string, string][] {
  return groups.flatMap((one, index) =>
    groups.slice(index + 1).flatMap((other): [string, string][] => {
      if (one.remaining + other.remaining === 0 || one.need !== other.need || one.byDay !== other.byDay)
        return []
      const unaware = one.members.some((a) =>
        other.members.some((b) => inIgnorance(first.get(a), first.get(b))),
      )
      return unaware && !saidOf(clusters, one.members, other.members) ? [[one.id, other.id]] : []
    }),
  )
}

const inIgnorance = (one: Entry | undefined, other: Entry | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.deviceId !== other.deviceId &&
  !one.basedOn.includes(other.id) &&
  !other.basedOn.includes(one.id)

function perhapsCounted(
  persons: readonly Person[],
  groups: readonly Group[],
  byId: ReadonlyMap<string, Entry>,
  clusters: Clusters,
): { person: string; group: string }[] {
  const open = groups.filter(({ remaining }) => remaining > 0)
  return persons.flatMap(({ id, members }) => {
    const entries = members.flatMap((member) => byId.get(member) ?? [])
    // Whoever was named from a headcount has been taken out of one already.
    if (entries.some(({ kind }) => kind === 'NAMED_FROM_HEADCOUNT')) return []
    return open
      .filter((group) => !saidOf(clusters, members, group.members))
      .filter((group) =>
        group.members.some((member) => entries.some((entry) => inIgnorance(entry, byId.get(member)))),
      )
      .map((group) => ({ person: id, group: group.id }))
  })
}

/** Persons of each kind of need, and of all kinds; somebody whose stay nobody knows is taken to stay the night. */
export interface Count {
  readonly need: CareNeed | null
  readonly day: number
  readonly night: number
}

/** How many are here, in all (`need` null) and by kind of need. Somebody with two needs is in two lines. */
export function countsIn({ persons, groups }: IntakeState): Count[] {
  const sums = new Map<CareNeed | null, { day: number; night: number }>([[null, { day: 0, night: 0 }]])
  const add = (need: CareNeed | null, people: number, byDay: boolean) => {
    const sum = sums.get(need) ?? { day: 0, night: 0 }
    sums.set(need, { day: sum.day + people, night: sum.night + (byDay ? 0 : people) })
  }
  for (const { here, fields } of persons) {
    if (!here) continue
    const byDay = fields.STAY?.every(({ value }) => value === 'DAY') ?? false
    const needs = new Set((fields.NEEDS ?? []).flatMap(({ value }) => needsOf(value)))
    for (const need of [null, ...needs]) add(need, 1, byDay)
  }
  for (const { remaining, need, byDay } of groups) {
    if (remaining === 0) continue
    add(null, remaining, byDay)
    if (need) add(need, remaining, byDay)
  }
  return [...sums]
    .map(([need, sum]) => ({ need, ...sum }))
    .toSorted((one, other) => compareText(one.need ?? '', other.need ?? ''))
}

/** How many came and how many of them have left since, in all (`need` null) and by kind of need. */
export interface Passage {
  readonly need: CareNeed | null
  readonly came: number
  readonly left: number
}

/** Who came, whether they are here still or not: people with a name, and the counted who never gave one. */
export function passageIn({ persons, groups }: IntakeState): Passage[] {
  const sums = new Map<CareNeed | null, { came: number; left: number }>([[null, { came: 0, left: 0 }]])
  const add = (need: CareNeed | null, came: number, left: number) => {
    const sum = sums.get(need) ?? { came: 0, left: 0 }
    sums.set(need, { came: sum.came + came, left: sum.left + left })
  }
  for (const { here, fields } of persons) {
    const needs = new Set((fields.NEEDS ?? []).flatMap(({ value }) => needsOf(value)))
    for (const need of [null, ...needs]) add(need, 1, here ? 0 : 1)
  }
  for (const { counted, named, left, need } of groups) {
    // While more have left than were counted, as many came as have left.
    const came = Math.max(counted - named, left)
    add(null, came, left)
    if (need && came > 0) add(need, came, left)
  }
  return [...sums]
    .map(([need, sum]) => ({ need, ...sum }))
    .toSorted((one, other) => compareText(one.need ?? '', other.need ?? ''))
}

/** The state as one text, for comparing replicas byte by byte. */
export const stateText = (state: IntakeState): string => JSON.stringify(state)
