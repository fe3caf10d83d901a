import { soughtValue, URGENCIES, type Entry } from '../../api/src/modules/intake/rules/entries.ts'
import type { IntakeState } from '../../api/src/modules/intake/rules/fold.ts'
import type { Person } from '../../api/src/modules/intake/rules/people.ts'
import { saidOfReferral } from '../../api/src/modules/intake/rules/referrals.ts'
import type { Standing } from '../../api/src/modules/intake/rules/standing.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'
import type { Device } from './intake-network.ts'
import type { Human } from './intake-oracle.ts'

// The part of intake-simulation.ts in which desks seek places for people, and what must be so of them in the end.

interface Desks {
  readonly stateOf: (device: Device) => IntakeState
  readonly penOf: (device: Device, step: number) => write.Pen
  readonly put: (device: Device, entry: Entry, meant?: readonly string[]) => Entry
  readonly behind: (person: Person) => ReadonlySet<Human>
  readonly pick: <T>(list: readonly T[]) => T | undefined
  readonly upTo: (n: number) => number
  readonly chance: (share: number) => boolean
}

export interface AtTheEnd {
  /** Humans for whom a place was sought, who are here, and for whom none is sought at the end; or for whom twice. */
  readonly forgotten: readonly number[]
  readonly soughtTwice: readonly number[]
  /** Named people for whom a place is sought. */
  readonly moving: number
}

export function referralActs({ stateOf, penOf, put, behind, pick, upTo, chance }: Desks) {
  /** Whom a referral names, and which were ended by anybody. */
  const referred = new Map<string, readonly Human[]>()
  const ended = new Set<string>()
  const isOneHuman = (person: Person) => behind(person).size === 1
  const place = () => ({
    urgency: pick(URGENCIES) ?? ('NORMAL' as const),
    needs: [],
    equipment: chance(0.3) ? ['酸素'] : [],
  })

  /** A place is sought for somebody and perhaps for others who go with them, by name or of a headcount. */
  function refer(device: Device, step: number): void {
    const state = stateOf(device)
    const persons = [
      ...new Set(
        [pick(state.persons), chance(0.4) ? pick(state.persons) : undefined].flatMap((person) =>
          person?.here && isOneHuman(person) ? [person] : [],
        ),
      ),
    ]
    const group = chance(0.4) ? pick(state.groups.filter(({ remaining }) => remaining > 0)) : undefined
    if (persons.length === 0 && !group) return
    const heads = group ? { group: group.id, people: 1 + upTo(group.remaining) } : null
    const movers = { persons: persons.map(({ id }) => id), heads }
    // Sometimes they are added to others who have to move.
    const others = chance(0.3)
      ? pick(state.referrals.filter(({ state: how }) => how === 'SOUGHT'))
      : undefined
    const { id } = put(device, write.refer(penOf(device, step), movers, place(), others?.id))
    referred.set(
      id,
      persons.flatMap((person) => [...behind(person)]),
    )
  }

  /** It is said more of a referral, or that no place is needed, or they move. */
  function sayMore(device: Device, step: number): void {
    const state = stateOf(device)
    const pen = penOf(device, step)
    const referral = pick(state.referrals.filter(({ state: how }) => how === 'SOUGHT'))
    const [id = '', standing = []] = Object.entries(referral?.said ?? {})[0] ?? []
    const said = saidOfReferral(standing[0]?.value ?? 'ENDED:')
    if (!referral || !said) return
    const what = upTo(4)
    if (what === 0)
      for (const entry of write.endReferral(pen, referral, null)) {
        put(device, entry)
        ended.add(entry.subjects[0] ?? '')
      }
    else if (what === 1 && referral.heads.length === 0) {
      const moving = state.persons.filter((person) => referral.persons.includes(person.id))
      const areHere = moving.every((person) => [...behind(person)].every(({ here }) => here))
      if (!moving.every(isOneHuman) || !areHere) return
      for (const entry of write.moveTo(pen, referral, state, '見本園')) {
        const person = moving.find((one) => one.id === entry.subjects[0])
        put(device, entry, person?.members ?? entry.subjects)
        if (entry.kind === 'REFERRAL_ENDED') ended.add(entry.subjects[0] ?? '')
        else for (const human of person ? behind(person) : []) human.here = false
      }
    } else {
      // The same people, another urgency.
      const value = [said.whom.join(','), said.people ?? '', soughtValue(place())].join('|')
      put(device, write.chooseReferral(pen, id, standing, value))
    }
  }

  /** Somebody chooses between what two desks have said of a referral. */
  function choose(
    device: Device,
    pen: write.Pen,
    id: string,
    values: readonly Standing[],
    value: string,
  ): void {
    const { kind } = put(device, write.chooseReferral(pen, id, values, value))
    if (kind === 'REFERRAL_ENDED') ended.add(id)
  }

  function atTheEnd({ referrals, persons, groups }: IntakeState): AtTheEnd {
    const times = new Map<Human, number>()
    const sought = referrals.flatMap((referral) => referral.persons)
    for (const person of persons)
      for (const human of behind(person)) {
        const found = sought.filter((id) => id === person.id).length
        if (found > 0) times.set(human, (times.get(human) ?? 0) + found)
      }
    for (const { id, counted, left } of groups) {
      const heads = referrals.flatMap((referral) => referral.heads.filter(({ group }) => group === id))
      if (heads.reduce((sum, { people }) => sum + people, 0) > counted - left)
        throw new Error('more are to move than were counted')
    }
    const mustMove = new Set([...referred].flatMap(([id, people]) => (ended.has(id) ? [] : people)))
    return {
      forgotten: [...mustMove].filter((human) => human.here && !times.has(human)).map(({ number }) => number),
      soughtTwice: [...times].flatMap(([{ number }, found]) => (found > 1 ? [number] : [])),
      moving: times.size,
    }
  }

  return { refer, sayMore, choose, atTheEnd }
}
