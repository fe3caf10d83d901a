import {
  soughtValue,
  type CareNeed,
  type Destination,
  type Entry,
  type EntryKind,
  type Field,
  type Sought,
  type Stay,
} from './entries.ts'
import { pairOf, type IntakeState } from './fold.ts'
import type { Group, Person } from './people.ts'
import { saidOfReferral, endedWith, sharesOf, type Referral } from './referrals.ts'
import type { Standing } from './standing.ts'

/** Who writes: a device with its next number. Ids come from outside, because making them is no rule. */
export interface Pen {
  readonly deviceId: string
  readonly next: () => { readonly id: string; readonly sequence: number; readonly at: string }
}

type Said = Partial<Omit<Entry, 'id' | 'deviceId' | 'sequence' | 'at' | 'kind'>>

function written({ deviceId, next }: Pen, kind: EntryKind, said: (id: string) => Said): Entry {
  const { id, sequence, at } = next()
  return {
    id,
    deviceId,
    sequence,
    at,
    kind,
    subjects: [],
    basedOn: [],
    field: null,
    value: null,
    people: null,
    need: null,
    stay: null,
    destination: null,
    ...said(id),
  }
}

const basesOf = (standing: readonly Standing[] = []) => standing.flatMap(({ entries }) => entries)

/**
 * So many have come, nobody asked for names yet. It says whom the writer knew already, so that it is noticed when the same
 * people are written down twice in ignorance of each other.
 */
export const countHeads = (
  pen: Pen,
  { groups, persons }: IntakeState,
  { people, need, stay }: { people: number; need: CareNeed | null; stay: Stay },
): Entry =>
  written(pen, 'HEADCOUNT', (id) => ({
    subjects: [id],
    basedOn: [...groups, ...persons].flatMap(({ members }) => members),
    people,
    need,
    stay,
  }))

/** A headcount was wrong, or its counts disagree. */
export const correctHeads = (pen: Pen, { members, counts, need, byDay }: Group, people: number): Entry[] =>
  members.map((member) =>
    written(pen, 'HEADCOUNT', () => ({
      subjects: [member],
      basedOn: basesOf(counts),
      people,
      need,
      stay: byDay ? 'DAY' : 'NIGHT',
    })),
  )

/** Somebody comes who was not counted, as far as the writer knows. */
export const addPerson = (pen: Pen, { groups }: IntakeState): Entry =>
  written(pen, 'PERSON_ADDED', (id) => ({
    subjects: [id],
    basedOn: groups.flatMap(({ members }) => members),
  }))

/** A person who was entered in ignorance of a headcount was in it: counted once from now on. */
export function wasCounted(pen: Pen, state: IntakeState, personId: string, groupId: string): Entry[] {
  const named = nameFromHeadcount(pen, groupId)
  return [named, sayWhether(pen, state, [personId, named.id], true)]
}

/** One of the counted gets a name: the number without names goes down by one. */
export const nameFromHeadcount = (pen: Pen, groupId: string): Entry =>
  written(pen, 'NAMED_FROM_HEADCOUNT', (id) => ({ subjects: [id, groupId] }))

/** What a person is said to be, have or want. `decided` marks a choice between values that stood beside each other. */
export const setField = (
  pen: Pen,
  person: Pick<Person, 'id' | 'fields'>,
  field: Field,
  value: string,
): Entry =>
  written(pen, (person.fields[field]?.length ?? 0) > 1 ? 'RESOLVED' : 'FIELD_SET', () => ({
    subjects: [person.id],
    basedOn: basesOf(person.fields[field]),
    field,
    value,
  }))

export const checkOut = (
  pen: Pen,
  { id, presence }: Pick<Person, 'id' | 'presence'>,
  destination: Destination,
  note: string | null,
): Entry =>
  written(pen, 'CHECKED_OUT', () => ({
    subjects: [id],
    basedOn: basesOf(presence),
    destination,
    value: note,
  }))

/** Some of those who were only counted leave. */
export const headsLeave = (
  pen: Pen,
  groupId: string,
  people: number,
  destination: Destination,
  note: string | null = null,
): Entry => written(pen, 'CHECKED_OUT', () => ({ subjects: [groupId], people, destination, value: note }))

/** Who has to move together: named people, and so many of a headcount. */
export interface Movers {
  readonly persons: readonly string[]
  readonly heads: { readonly group: string; readonly people: number } | null
}

/** A place is sought elsewhere for people who are here: they stay together, and with those whom they are added to. */
export const refer = (pen: Pen, { persons, heads }: Movers, sought: Sought, addedTo?: string): Entry =>
  written(pen, 'REFERRED', (id) => ({
    subjects: [id, ...persons, ...(heads ? [heads.group] : []), ...(addedTo === undefined ? [] : [addedTo])],
    people: heads?.people ?? null,
    value: soughtValue(sought),
  }))

/** They need no place any more, or (`SHELTER`) have left for theirs; all of a referral, or some members of it. */
export const endReferral = (
  pen: Pen,
  { said }: Pick<Referral, 'said'>,
  destination: 'SHELTER' | null,
  members: readonly string[] = Object.keys(said),
): Entry[] =>
  members.flatMap((id) =>
    said[id]
      ? [written(pen, 'REFERRAL_ENDED', () => ({ subjects: [id], basedOn: basesOf(said[id]), destination }))]
      : [],
  )

/** Of what two people have written of a referral, somebody chooses one. */
export function chooseReferral(pen: Pen, id: string, values: readonly Standing[], value: string): Entry {
  const said = saidOfReferral(value)
  const basedOn = basesOf(values)
  return said
    ? written(pen, 'REFERRED', () => ({
        subjects: [id, ...said.whom],
        basedOn,
        people: said.people,
        value: said.value,
      }))
    : written(pen, 'REFERRAL_ENDED', () => ({
        subjects: [id],
        basedOn,
        destination: endedWith(value) === 'SHELTER' ? 'SHELTER' : null,
      }))
}

/** Everybody of a referral, or of some members of it, leaves for the shelter that was found, in one go. */
export function moveTo(
  pen: Pen,
  referral: Referral,
  { persons }: Pick<IntakeState, 'persons'>,
  shelter: string,
  members: readonly string[] = referral.members,
): Entry[] {
  const [share] = sharesOf(referral, [members])
  return [
    ...(share?.persons ?? []).flatMap((id) => {
      const person = persons.find((one) => one.id === id)
      return person ? [checkOut(pen, person, 'SHELTER', shelter)] : []
    }),
    ...(share?.heads ?? []).map(({ group, people }) => headsLeave(pen, group, people, 'SHELTER', shelter)),
    ...endReferral(pen, referral, 'SHELTER', members),
  ]
}

export const comeBack = (pen: Pen, { id, presence }: Pick<Person, 'id' | 'presence'>): Entry =>
  written(pen, 'CAME_BACK', () => ({ subjects: [id], basedOn: basesOf(presence) }))

/** Another shelter has taken the person in. */
export const transferred = (
  pen: Pen,
  { id, presence }: Pick<Person, 'id' | 'presence'>,
  shelter: string,
): Entry =>
  written(pen, 'TRANSFERRED', () => ({
    subjects: [id],
    basedOn: basesOf(presence),
    destination: 'SHELTER',
    value: shelter,
  }))

/** Whether two are one: persons, or headcounts of the same people. */
export const sayWhether = (
  pen: Pen,
  { decided }: IntakeState,
  [one, other]: readonly [string, string],
  same: boolean,
): Entry =>
  written(pen, same ? 'MERGED' : 'NOT_SAME', () => ({
    subjects: [one, other].toSorted(),
    basedOn: basesOf(decided[pairOf(one, other)]),
  }))
