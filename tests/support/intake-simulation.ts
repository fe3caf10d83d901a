import { alikeIn } from '../../api/src/modules/intake/rules/alike.ts'
import { faultOf, type Entry } from '../../api/src/modules/intake/rules/entries.ts'
import { fold, stateText, type IntakeState } from '../../api/src/modules/intake/rules/fold.ts'
import type { Person } from '../../api/src/modules/intake/rules/people.ts'
import type { Conflict } from '../../api/src/modules/intake/rules/standing.ts'
import { networkOf, type Device } from './intake-network.ts'
import { referralActs, type AtTheEnd } from './intake-simulation-referrals.ts'
import { expectedConflicts, keyOf, unexplainedDoubles, type Human, type Known } from './intake-oracle.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'

// Several desks of one shelter without a steady network. What happens when is decided by a seed, and beside the desks
// stands the truth: who really came, was really counted and really left. Mistakes of people are made too.

export interface Outcome extends AtTheEnd {
  readonly humansHere: number
  /** In the middle of everything, after all have heard of everything. */
  readonly before: {
    readonly heads: number
    readonly conflicts: readonly string[]
    readonly expected: readonly string[]
  }
  /** Humans counted more than once whose second entry no queue names. */
  readonly unexplained: readonly number[]
  /** Humans here or gone who were entered and whom no record of the end holds. */
  readonly lost: readonly number[]
  readonly heads: number
  readonly open: number
  readonly texts: ReadonlySet<string>
  readonly entries: number
  readonly repeated: number
  readonly dropped: number
  readonly wrongMerges: number
  readonly kinds: ReadonlySet<string>
}

function randomBy(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Readings that are far from one another, so that two humans are never taken for one by their readings alone. */
const SOUNDS = [
  'アカサ',
  'イキシ',
  'ウクス',
  'エケセ',
  'オコソ',
  'タチツ',
  'ナニヌ',
  'ハヒフ',
  'マミム',
  'ヤユヨ',
  'ラリル',
  'ワヲン',
]
const kanaOf = ({ number }: Human) =>
  `${SOUNDS[number % 12]}${SOUNDS[Math.floor(number / 12) % 12]}${SOUNDS[(number * 5 + 1) % 12]}`

/** The acts below, each as often as it is done; most is done to those who are there already. */
const HOW_OFTEN = [0, 0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 8, 8, 8, 8, 9, 9, 10, 10, 10, 10, 11, 11]

export function simulate(seed: number): Outcome {
  const random = randomBy(seed)
  const upTo = (n: number) => Math.floor(random() * n)
  const chance = (share: number) => random() < share
  const pick = <T>(list: readonly T[]): T | undefined => list[upTo(list.length)]
  let ids = 0
  const newId = () => {
    const hex = (digits: number) => Array.from({ length: digits }, () => upTo(16).toString(16)).join('')
    return `${hex(8)}-${(ids++).toString(16).padStart(4, '0')}-7${hex(3)}-8${hex(3)}-${hex(12)}`
  }

  const humans: Human[] = []
  const humanOf = new Map<string, Human>()
  const inGroup = new Map<string, Human[]>()
  const miscounted = new Set<string>()
  const wrongPairs = new Map<string, readonly [string, string, boolean]>()
  let wrongMerges = 0
  const known = new Map<string, Known>()
  const devices: Device[] = Array.from({ length: 2 + upTo(3) }, (_, number) => ({
    id: newId(),
    number,
    skew: (random() - 0.5) * 86_400_000 * 3,
    sequence: 0,
    online: chance(0.75),
    cursor: 0,
    entries: new Map(),
    outbox: [],
    state: null,
  }))

  const { log, push, pull, deliverOne, settle, counts } = networkOf(devices, random)

  const stateOf = (device: Device): IntakeState => (device.state ??= fold(device.entries.values()))
  const penOf = (device: Device, step: number): write.Pen => ({
    deviceId: device.id,
    next: () => ({
      id: newId(),
      sequence: ++device.sequence,
      at: new Date(1_800_000_000_000 + step * 60_000 + device.skew).toISOString(),
    }),
  })
  const put = (device: Device, entry: Entry, meant: readonly string[] = entry.subjects): Entry => {
    const fault = faultOf(entry)
    if (fault) throw new Error(`seed ${seed}: ${entry.kind} is refused with ${fault}`)
    known.set(entry.id, { entry, knew: new Set(device.entries.keys()), meant })
    device.entries.set(entry.id, entry)
    device.outbox.push(entry)
    device.state = null
    return entry
  }
  const newHuman = (): Human => {
    const human = { number: humans.length, here: true, goneUnnamed: false, counted: false, named: false }
    humans.push(human)
    return human
  }
  const setField = (
    device: Device,
    step: number,
    person: Person,
    field: 'TOWN' | 'DIET' | 'KANA' | 'BIRTH_YEAR',
    value: string,
  ) => put(device, write.setField(penOf(device, step), person, field, value), person.members)
  const describe = (device: Device, step: number, id: string, human: Human) => {
    humanOf.set(id, human)
    human.named = true
    const bare = { id, members: [id], here: true, presence: [], fields: {} }
    setField(device, step, bare, 'KANA', kanaOf(human))
    setField(device, step, bare, 'BIRTH_YEAR', String(1930 + (human.number % 60)))
  }
  /** Humans behind a person as a device sees it. */
  const behind = ({ members }: Person) => new Set(members.flatMap((member) => humanOf.get(member) ?? []))
  const ofOneHuman = (person: Person) => behind(person).size === 1

  const referring = referralActs({ stateOf, penOf, put, behind, pick, upTo, chance })

  const acts: readonly ((device: Device, step: number) => void)[] = [
    // Somebody comes and is entered.
    (device, step) => {
      const human = newHuman()
      describe(device, step, put(device, write.addPerson(penOf(device, step), stateOf(device))).id, human)
    },
    // Several come and are counted, now and then wrongly.
    (device, step) => {
      const group = Array.from({ length: 1 + upTo(4) }, newHuman)
      for (const human of group) human.counted = true
      const people = chance(0.15) ? Math.max(0, group.length + (chance(0.5) ? 1 : -1)) : group.length
      const said = { people, need: chance(0.5) ? ('OLDER_PERSON' as const) : null, stay: 'NIGHT' as const }
      const { id } = put(device, write.countHeads(penOf(device, step), stateOf(device), said))
      if (people !== group.length) miscounted.add(id)
      inGroup.set(id, group)
    },
    // The same room is counted by a desk that has not heard that it was.
    (device, step) => {
      const other = pick([...inGroup].filter(([id]) => !device.entries.has(id)))
      if (!other) return
      const first = known.get(other[0])?.entry
      // A desk that counts a second time is one that knows nobody in the room.
      if (other[1].some((human) => [...humanOf].some(([id, one]) => one === human && device.entries.has(id))))
        return
      if (
        [...inGroup].some(
          ([id, group]) => device.entries.has(id) && group.some((human) => other[1].includes(human)),
        )
      )
        return
      const group = other[1].filter(({ here }) => here)
      if (group.length === 0 || !first) return
      const said = { people: group.length, need: first.need, stay: 'NIGHT' as const }
      const { id } = put(device, write.countHeads(penOf(device, step), stateOf(device), said))
      inGroup.set(id, group)
    },
    // One of the counted gives a name.
    (device, step) => {
      const group = pick(stateOf(device).groups)
      if (!group) return
      const nameless = group.members
        .flatMap((member) => inGroup.get(member) ?? [])
        .filter(
          (human) => human.here && ![...humanOf].some(([id, one]) => one === human && device.entries.has(id)),
        )
      const human = pick(nameless)
      if (!human) return
      const member = group.members.find((id) => inGroup.get(id)?.includes(human)) ?? group.id
      describe(device, step, put(device, write.nameFromHeadcount(penOf(device, step), member)).id, human)
    },
    // Somebody is entered a second time, at a desk that does not know it.
    (device, step) => {
      const human = pick(
        humans.filter(
          (one) =>
            one.here &&
            ![...humanOf].some(([id, known]) => known === one && device.entries.has(id)) &&
            ![...inGroup].some(([id, group]) => group.includes(one) && device.entries.has(id)),
        ),
      )
      if (!human) return
      describe(device, step, put(device, write.addPerson(penOf(device, step), stateOf(device))).id, human)
    },
    // Something is said of a person.
    (device, step) => {
      const person = pick(stateOf(device).persons)
      if (!person) return
      const field = chance(0.5) ? 'TOWN' : 'DIET'
      setField(device, step, person, field, `${field}${upTo(3)}`)
    },
    // Somebody leaves, or comes back.
    (device, step) => {
      const person = pick(stateOf(device).persons.filter(ofOneHuman))
      const [human] = person ? behind(person) : []
      if (!person || !human) return
      if (human.here && person.here) {
        const destination = chance(0.5) ? 'HOME' : 'HOSPITAL'
        put(device, write.checkOut(penOf(device, step), person, destination, null), person.members)
        human.here = false
      } else if (!human.here && !person.here && chance(0.3)) {
        put(device, write.comeBack(penOf(device, step), person), person.members)
        human.here = true
      } else if (!human.here && person.here) {
        // Two desks saw the same person go, and heard different things.
        put(device, write.checkOut(penOf(device, step), person, 'RELATIVES', null), person.members)
      }
    },
    // One of the counted leaves without a name.
    (device, step) => {
      const group = pick(stateOf(device).groups)
      const human = pick(
        (group?.members ?? []).flatMap((id) => inGroup.get(id) ?? []).filter((one) => one.here && !one.named),
      )
      if (!group || !human) return
      const member = group.members.find((id) => inGroup.get(id)?.includes(human)) ?? group.id
      put(device, write.headsLeave(penOf(device, step), member, 1, 'HOME'))
      human.here = false
      human.goneUnnamed = true
    },
    // Somebody looks at a pair, mostly rightly.
    (device, step) => {
      const state = stateOf(device)
      const pair = pick(alikeIn(state))?.persons ?? (chance(0.6) ? anyPair(state) : undefined)
      if (!pair) return
      const [one, other] = pair.map((id) => state.persons.find((person) => person.id === id))
      if (!one || !other || !ofOneHuman(one) || !ofOneHuman(other)) return
      const truth = [...behind(one)][0] === [...behind(other)][0]
      const said = chance(0.25) ? !truth : truth
      put(device, write.sayWhether(penOf(device, step), state, pair, said))
      if (said !== truth) {
        wrongPairs.set([...pair].toSorted().join(' '), [pair[0], pair[1], truth])
        if (said) wrongMerges++
      }
    },
    referring.refer,
    referring.sayMore,
    // Somebody counts again.
    (device, step) => {
      const group = pick(stateOf(device).groups.filter(({ members }) => members.length === 1))
      if (!group) return
      const people = (inGroup.get(group.id)?.length ?? 0) + (chance(0.3) ? 1 : 0)
      for (const entry of write.correctHeads(penOf(device, step), group, people)) put(device, entry)
      if (people !== inGroup.get(group.id)?.length) miscounted.add(group.id)
    },
  ]
  const anyPair = ({ persons }: IntakeState): readonly [string, string] | undefined => {
    const [one, other] = [pick(persons), pick(persons)]
    return one && other && one.id !== other.id ? [one.id, other.id] : undefined
  }

  const steps = 90 + upTo(180)
  for (let step = 0; step < steps; step++) {
    const device = pick(devices)
    if (!device) break
    const what = random()
    if (what < 0.38) acts[pick(HOW_OFTEN) ?? 0]?.(device, step)
    else if (what < 0.48) push(device)
    else if (what < 0.61) pull(device)
    else if (what < 0.96) for (let count = 1 + upTo(3); count > 0; count--) deliverOne()
    else device.online = !device.online
  }

  settle()
  const [desk] = devices
  if (!desk) throw new Error('there is no desk')
  const middle = stateOf(desk)
  const before = {
    heads: middle.heads,
    conflicts: middle.conflicts.map(keyOf).toSorted(),
    expected: expectedConflicts(known, humanOf, inGroup),
  }
  const unexplained = unexplainedDoubles(middle, humanOf, inGroup)
  const texts = new Set<string>()
  const compare = () => {
    texts.clear()
    for (const device of devices) texts.add(stateText(fold(device.entries.values())))
    // The server's order is another one, and an order by chance is a third.
    texts.add(stateText(fold(log)))
    texts.add(stateText(fold(log.toSorted(() => random() - 0.5))))
  }
  compare()
  const sameInTheMiddle = texts.size

  // One desk, with the truth before it, goes through the lists until they are empty.
  for (let round = 0; round < 200 && settleOne(); round++);
  function settleOne(): boolean {
    const device = desk as Device
    const state = stateOf(device)
    const pen = penOf(device, steps)
    for (const [key, [one, other, truth]] of wrongPairs) {
      wrongPairs.delete(key)
      const said = state.decided[key]
      if (said?.length === 1 && (said[0]?.value === 'MERGED') !== truth) {
        put(device, write.sayWhether(pen, state, [one, other], truth))
        return true
      }
    }
    const sameness = state.conflicts.find(({ kind }) => kind === 'SAMENESS' || kind === 'CONTRADICTION')
    if (sameness) {
      const [one = '', other = ''] = sameness.subjects
      put(device, write.sayWhether(pen, state, [one, other], isSame(one, other)))
      return true
    }
    const [alike] = alikeIn(state)
    if (alike) {
      put(device, write.sayWhether(pen, state, alike.persons, isSame(...alike.persons)))
      return true
    }
    const [twice] = state.countedTwice
    if (twice) {
      const [one, other] = twice.map((id) => peopleOf(state, id))
      put(
        device,
        write.sayWhether(
          pen,
          state,
          twice,
          (one ?? []).some((human) => other?.includes(human)),
        ),
      )
      return true
    }
    const [perhaps] = state.perhapsCounted
    if (perhaps) {
      const human = humanOf.get(perhaps.person)
      const was = human !== undefined && peopleOf(state, perhaps.group).includes(human)
      for (const entry of was
        ? write.wasCounted(pen, state, perhaps.person, perhaps.group)
        : [write.sayWhether(pen, state, [perhaps.person, perhaps.group], false)]) {
        if (entry.kind === 'NAMED_FROM_HEADCOUNT' && human) humanOf.set(entry.id, human)
        put(device, entry)
      }
      return true
    }
    for (const conflict of state.conflicts) if (decide(device, state, pen, conflict)) return true
    for (const id of miscounted) {
      miscounted.delete(id)
      const group = state.groups.find(({ members }) => members.includes(id))
      if (!group || group.counted === peopleOf(state, group.id).length) continue
      for (const entry of write.correctHeads(pen, group, peopleOf(state, group.id).length)) put(device, entry)
      return true
    }
    return false
  }
  function isSame(one: string, other: string): boolean {
    const group = inGroup.get(one)
    if (group) return group.some((human) => inGroup.get(other)?.includes(human))
    return humanOf.get(one) === humanOf.get(other)
  }
  function peopleOf({ groups }: IntakeState, id: string): Human[] {
    const members = groups.find((group) => group.members.includes(id))?.members ?? []
    return [...new Set(members.flatMap((member) => inGroup.get(member) ?? []))]
  }
  function decide(
    device: Device,
    state: IntakeState,
    pen: write.Pen,
    { kind, subjects, field, values }: Conflict,
  ): boolean {
    const [subject = ''] = subjects
    if (kind === 'REFERRAL') {
      const [{ value } = { value: '' }] = values
      referring.choose(device, pen, subject, values, value)
      return true
    }
    const person = state.persons.find(({ id }) => id === subject)
    if (kind === 'FIELD' && person && field) {
      put(device, write.setField(pen, person, field, values[0]?.value ?? ''), person.members)
      return true
    }
    if (kind === 'PRESENCE' && person) {
      const here = [...behind(person)].some((human) => human.here)
      put(
        device,
        here ? write.comeBack(pen, person) : write.checkOut(pen, person, 'HOME', null),
        person.members,
      )
      return true
    }
    const group = state.groups.find(({ members }) => members.includes(subject))
    if (!group) return false
    for (const entry of write.correctHeads(pen, group, peopleOf(state, group.id).length)) put(device, entry)
    return true
  }

  settle()
  compare()
  const end = stateOf(desk)
  const found = new Set(end.persons.flatMap((person) => [...behind(person)]))
  return {
    ...referring.atTheEnd(end),
    humansHere: humans.filter(({ here }) => here).length,
    before,
    unexplained,
    lost: humans.filter((human) => human.named && !found.has(human)).map(({ number }) => number),
    heads: end.heads,
    open: end.conflicts.length + alikeIn(end).length + end.countedTwice.length + end.perhapsCounted.length,
    texts: sameInTheMiddle === 1 ? texts : new Set([...texts, 'replicas differed in the middle']),
    entries: log.length,
    ...counts(),
    wrongMerges,
    kinds: new Set(middle.conflicts.map(({ kind }) => kind)),
  }
}
