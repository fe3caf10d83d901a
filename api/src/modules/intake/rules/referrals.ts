import {
  needsOf,
  needsValue,
  soughtOf,
  URGENCIES,
  type CareNeed,
  type Entry,
  type Sought,
  type Urgency,
} from './entries.ts'
import type { Group, Person } from './people.ts'
import { compareText, groupedBy } from './order.ts'
import type { Conflict, Standing } from './standing.ts'

/** People for whom another place is sought: they move together, and stay counted here until they have left. */
export interface Referral extends Sought {
  /** The smallest of the ids it was written under. */
  readonly id: string
  /** Referrals that name the same person are one, so that nobody is sought a place for twice. */
  readonly members: readonly string[]
  /** Named people who are here still. */
  readonly persons: readonly string[]
  /** Counted people of it who are here still, by headcount. */
  readonly heads: readonly { readonly group: string; readonly people: number }[]
  readonly state: 'SOUGHT' | 'MOVED' | 'WITHDRAWN'
  /** What stands of each of its members, for whoever corrects or ends it. */
  readonly said: Readonly<Record<string, readonly Standing[]>>
  /** What each of its members asks for by itself; `sharesOf` deals the people out to them. */
  readonly parts: readonly Part[]
}

/** What one referral says of those who move: people who are in two of them stand in both. */
interface Part extends Sought {
  readonly id: string
  readonly persons: readonly string[]
  readonly heads: readonly { readonly group: string; readonly people: number }[]
  /** Whom it named went to another shelter. */
  readonly moved: boolean
}

/** Some members of a referral with those people of it who are theirs. */
export interface Share extends Sought {
  readonly persons: readonly string[]
  readonly heads: readonly { readonly group: string; readonly people: number }[]
  readonly state: Referral['state']
}

/** What a standing value of a referral says: whom, how many of the counted, and what place; null = it was ended. */
export interface SaidOfReferral {
  readonly whom: readonly string[]
  readonly people: number | null
  readonly value: string
}

const ENDED = 'ENDED:'

const referralText = ({ kind, subjects, people, value, destination }: Entry): string =>
  kind === 'REFERRAL_ENDED'
    ? `${ENDED}${destination ?? ''}`
    : [subjects.slice(1).toSorted(compareText).join(','), people ?? '', value ?? ''].join('|')

export function saidOfReferral(text: string): SaidOfReferral | null {
  if (text.startsWith(ENDED)) return null
  const [whom = '', people = '', ...value] = text.split('|')
  return { whom: whom.split(','), people: people === '' ? null : Number(people), value: value.join('|') }
}

export const endedWith = (text: string): string => text.slice(ENDED.length)

interface Known {
  readonly persons: readonly Person[]
  readonly groups: readonly Group[]
  readonly standing: (entries: readonly Entry[], value: (entry: Entry) => string) => Standing[]
  /** The headcount from which somebody was named, by the id of the person. */
  readonly namedFrom: ReadonlyMap<string, string>
}

/**
 * For whom a place is sought. While people disagree about a referral, everybody whom one of them names is sought a place
 * for, as soon as the most urgent says: nobody is forgotten until a person has chosen. Who is added to a referral has one
 * of their own that names it, so that two desks may add somebody at once, and what was decided for the others stands.
 */
export function referralsOf(
  entries: readonly Entry[],
  { persons, groups, standing, namedFrom }: Known,
  conflicts: Conflict[],
): Referral[] {
  const begun = new Set(
    entries.filter(({ kind, id, subjects }) => kind === 'REFERRED' && subjects[0] === id).map(({ id }) => id),
  )
  const registers = groupedBy(
    entries.filter(
      ({ kind, subjects: [id = ''] }) => (kind === 'REFERRED' || kind === 'REFERRAL_ENDED') && begun.has(id),
    ),
    ({ subjects: [id = ''] }) => id,
  )
  const personOf = new Map(persons.flatMap((person) => person.members.map((id) => [id, person] as const)))
  const groupOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const)))

  const each = [...registers]
    .map(([id, register]) => {
      const said = standing(register, referralText)
      if (said.length > 1) conflicts.push({ kind: 'REFERRAL', subjects: [id], field: null, values: said })
      return { id, said, sought: said.flatMap(({ value }) => saidOfReferral(value) ?? []) }
    })
    .toSorted((one, other) => compareText(one.id, other.id))

  // Whoever is named by two is moved once, with everybody both name; so is who is added to others.
  const rootOf = new Map(each.map(({ id }) => [id, id]))
  const join = (id: string, other: string) => {
    const [from, to] = [rootOf.get(id) ?? id, rootOf.get(other) ?? other].toSorted(compareText).toReversed()
    if (from !== undefined && to !== undefined)
      for (const [member, root] of rootOf) if (root === from) rootOf.set(member, to)
  }
  const byPerson = new Map<string, string>()
  for (const { id, sought } of each)
    for (const one of sought.flatMap(({ whom }) => whom)) {
      if (rootOf.has(one)) join(id, one)
      const person = personOf.get(one)
      if (!person?.here) continue
      const first = byPerson.get(person.id)
      if (first === undefined) byPerson.set(person.id, id)
      else join(id, first)
    }
  const named = new Set(byPerson.keys())
  // Of a headcount as many may move as are here of it and are not named in a referral of their own.
  const free = new Map(groups.map(({ id, remaining }) => [id, remaining]))
  for (const person of persons) {
    if (!person.here || named.has(person.id)) continue
    const from = person.members.flatMap((id) => groupOf.get(namedFrom.get(id) ?? '')?.id ?? [])[0]
    if (from !== undefined) free.set(from, (free.get(from) ?? 0) + 1)
  }

  return [...groupedBy(each, ({ id }) => rootOf.get(id) ?? id)]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([id, members]) => {
      const sought = members.flatMap((member) => member.sought)
      const meant = sought.flatMap(({ whom }) => whom.flatMap((one) => personOf.get(one) ?? []))
      const here = [...new Set(meant.filter((person) => person.here).map((person) => person.id))]
      const parts = members.map((member): Part => {
        const named = member.sought.flatMap(({ whom }) => whom.flatMap((one) => personOf.get(one) ?? []))
        const most = new Map<string, number>()
        for (const { whom, people } of member.sought) {
          const group = whom.flatMap((one) => groupOf.get(one) ?? [])[0]
          if (group && people !== null) most.set(group.id, Math.max(most.get(group.id) ?? 0, people))
        }
        return {
          id: member.id,
          persons: [...new Set(named.filter((person) => person.here).map((person) => person.id))].toSorted(
            compareText,
          ),
          heads: [...most].map(([group, people]) => ({ group, people })),
          ...placeOf(member.sought),
          moved: hasMoved([member], named),
        }
      })
      const wanted = new Map<string, number>()
      for (const { group, people } of parts.flatMap((part) => part.heads))
        wanted.set(group, (wanted.get(group) ?? 0) + people)
      const heads = [...wanted]
        .toSorted(([one], [other]) => compareText(one, other))
        .flatMap(([group, people]) => {
          const there = Math.min(people, free.get(group) ?? 0)
          free.set(group, (free.get(group) ?? 0) - there)
          return there > 0 ? [{ group, people: there }] : []
        })
      const isSought = here.length + heads.length > 0
      return {
        id,
        members: members.map((member) => member.id),
        persons: here.toSorted(compareText),
        heads,
        ...placeOf(sought),
        state: isSought
          ? ('SOUGHT' as const)
          : hasMoved(members, meant)
            ? ('MOVED' as const)
            : ('WITHDRAWN' as const),
        said: Object.fromEntries(members.map((member) => [member.id, member.said])),
        parts,
      }
    })
}

/** What all that is said asks of a place: as soon as the most urgent, with everything that one of them needs. */
const placeOf = (sought: readonly SaidOfReferral[]): Sought =>
  oneOf(sought.flatMap(({ value }) => soughtOf(value) ?? []))

const oneOf = (places: readonly Sought[]): Sought => ({
  urgency: mostUrgent(places),
  needs: needsOf(needsValue(places.flatMap(({ needs }) => needs))),
  equipment: [...new Set(places.flatMap(({ equipment }) => equipment))].toSorted(compareText),
})

const mostUrgent = (places: readonly Sought[]): Urgency =>
  URGENCIES.findLast((urgency) => places.some((place) => place.urgency === urgency)) ?? 'NORMAL'

/**
 * Deals the people of a referral out to some of its members at a time. Whoever is in an earlier share is not in a later one,
 * so those for whom something was decided come first.
 */
export function sharesOf(referral: Referral, members: readonly (readonly string[])[]): Share[] {
  const given = new Set<string>()
  const left = new Map(referral.heads.map(({ group, people }) => [group, people]))
  return members.map((keys) => {
    const parts = referral.parts.filter(({ id }) => keys.includes(id))
    const named = [...new Set(parts.flatMap(({ persons }) => persons))].toSorted(compareText)
    const persons = named.filter((id) => !given.has(id))
    for (const id of persons) given.add(id)
    const heads = [
      ...groupedBy(
        parts.flatMap((part) => part.heads),
        ({ group }) => group,
      ),
    ]
      .toSorted(([one], [other]) => compareText(one, other))
      .flatMap(([group, wanted]) => {
        const people = Math.min(
          wanted.reduce((sum, each) => sum + each.people, 0),
          left.get(group) ?? 0,
        )
        left.set(group, (left.get(group) ?? 0) - people)
        return people > 0 ? [{ group, people }] : []
      })
    const isSought = persons.length + heads.length > 0
    return {
      ...oneOf(parts),
      persons,
      heads,
      state: isSought ? 'SOUGHT' : parts.some(({ moved }) => moved) ? 'MOVED' : 'WITHDRAWN',
    }
  })
}

/** Whether those of whom nobody is here any more went to another shelter. */
function hasMoved(
  members: readonly { readonly said: readonly Standing[] }[],
  meant: readonly Person[],
): boolean {
  const ends = members.flatMap(({ said }) =>
    said.flatMap(({ value }) => (saidOfReferral(value) ? [] : endedWith(value))),
  )
  if (ends.length > 0) return ends.includes('SHELTER')
  return (
    meant.length > 0 &&
    meant.every(({ presence }) => presence.some(({ value }) => value.startsWith('SHELTER:')))
  )
}

/** People of a referral who need the same, as they are told to who looks for a place: numbers, never who. */
export interface Moving {
  readonly persons: number
  readonly needs: readonly CareNeed[]
  readonly equipment: readonly string[]
}

/** The household that moves. What must be there for one of them is asked of the place, so one row carries the equipment. */
export function movingIn(
  { persons: ids, heads, needs, equipment }: Share,
  { persons, groups }: { readonly persons: readonly Person[]; readonly groups: readonly Group[] },
): Moving[] {
  const rows = new Map<string, number>()
  const add = (kinds: readonly CareNeed[], people: number) =>
    rows.set(needsValue(kinds), (rows.get(needsValue(kinds)) ?? 0) + people)
  for (const id of ids) {
    const person = persons.find((one) => one.id === id)
    // While two values stand beside each other, nothing that one of them says is left out.
    add(
      (person?.fields.NEEDS ?? []).flatMap(({ value }) => needsOf(value)),
      1,
    )
  }
  for (const { group, people } of heads) {
    const need = groups.find(({ id }) => id === group)?.need
    add(needs.length > 0 ? needs : need ? [need] : [], people)
  }
  // Who has needs goes first, so that the equipment stands beside them.
  return [...rows]
    .toSorted(([one], [other]) => Number(one === '') - Number(other === '') || compareText(one, other))
    .map(([value, people], index) => ({
      persons: people,
      needs: needsOf(value),
      equipment: index === 0 ? equipment : [],
    }))
}
