import { alikeIn } from '../../api/src/modules/intake/rules/alike.ts'
import type { Entry } from '../../api/src/modules/intake/rules/entries.ts'
import type { IntakeState } from '../../api/src/modules/intake/rules/fold.ts'
import type { Person } from '../../api/src/modules/intake/rules/people.ts'
import type { Conflict } from '../../api/src/modules/intake/rules/standing.ts'

// The truth beside the desks of intake-simulation.ts, and what must follow from it.

export interface Human {
  readonly number: number
  here: boolean
  /** Left without ever having been named. */
  goneUnnamed: boolean
  /** In some headcount. */
  counted: boolean
  /** Has been entered by name somewhere. */
  named: boolean
}

/** What the truth remembers of one entry. */
export interface Known {
  readonly entry: Entry
  /** Everything its device knew when it was written. */
  readonly knew: ReadonlySet<string>
  /** Whom its device took for the subject. */
  readonly meant: readonly string[]
}

const isPresence = ({ entry: { kind, people } }: Known) =>
  people === null && ['PERSON_ADDED', 'NAMED_FROM_HEADCOUNT', 'CHECKED_OUT', 'CAME_BACK'].includes(kind)

export const keyOf = ({ kind, subjects, field }: Conflict): string =>
  [kind, ...subjects, field ?? ''].join(' ').trim()

/**
 * What must be put to a person, found from who knew what when writing, without a look at what an entry says it is based
 * on: of a register, an entry counts unless another was written by somebody who knew it and meant the same subject.
 */
export function expectedConflicts(
  known: ReadonlyMap<string, Known>,
  humanOf: ReadonlyMap<string, Human>,
  inGroup: ReadonlyMap<string, readonly Human[]>,
): string[] {
  const all = [...known.values()]
  const last = (register: readonly Known[], covers: (later: Known, one: Known) => boolean) =>
    register.filter((one) => !register.some((later) => later.knew.has(one.entry.id) && covers(later, one)))
  const always = () => true
  const found: string[] = []

  const pairs = new Map<string, Known[]>()
  for (const one of all.filter(({ entry }) => entry.kind === 'MERGED' || entry.kind === 'NOT_SAME')) {
    const pair = one.entry.subjects.toSorted().join(' ')
    pairs.set(pair, [...(pairs.get(pair) ?? []), one])
  }
  const together = new Map<string, Set<string>>()
  const clusterOf = (id: string) => together.get(id) ?? new Set([id])
  const apart: string[] = []
  for (const [pair, register] of pairs) {
    const verdicts = new Set(last(register, always).map(({ entry }) => entry.kind))
    const [one = '', other = ''] = pair.split(' ')
    if (verdicts.size > 1) found.push(`SAMENESS ${pair}`)
    else if (verdicts.has('NOT_SAME')) apart.push(pair)
    else {
      const joined = new Set([...clusterOf(one), ...clusterOf(other)])
      for (const id of joined) together.set(id, joined)
    }
  }
  for (const pair of apart) {
    const [one = '', other = ''] = pair.split(' ')
    if (clusterOf(one).has(other)) found.push(`CONTRADICTION ${pair}`)
  }

  const referrals = new Map<string, Known[]>()
  for (const one of all.filter(({ entry }) => entry.kind === 'REFERRED' || entry.kind === 'REFERRAL_ENDED')) {
    const [id = ''] = one.entry.subjects
    referrals.set(id, [...(referrals.get(id) ?? []), one])
  }
  for (const [id, register] of referrals) {
    const said = new Set(
      last(register, always).map(({ entry: { kind, subjects, people, value, destination } }) =>
        [kind, ...subjects.toSorted(), people, value, destination].join(' '),
      ),
    )
    if (said.size > 1) found.push(`REFERRAL ${id}`)
  }

  const meantSame = (later: Known, one: Known) => later.meant.includes(one.entry.subjects[0] ?? '')
  /** Entries that nothing of the register replaces, directly or by something that replaces another of its sort. */
  const lastOf = (register: readonly Known[], sort: readonly Known[]) => {
    const replaced = new Set<Known>()
    const reach = [...register]
    for (let later = reach.pop(); later; later = reach.pop())
      for (const one of sort)
        if (!replaced.has(one) && later.knew.has(one.entry.id) && meantSame(later, one)) {
          replaced.add(one)
          reach.push(one)
        }
    return register.filter((one) => !replaced.has(one))
  }
  const clusters = new Set([...humanOf.keys()].map((id) => [...clusterOf(id)].toSorted().join(' ')))
  for (const cluster of clusters) {
    const members = cluster.split(' ')
    const [id = ''] = members
    const own = all.filter(({ entry }) => members.includes(entry.subjects[0] ?? ''))
    for (const field of ['BIRTH_YEAR', 'DIET', 'KANA', 'TOWN']) {
      const register = own.filter(({ entry }) => entry.field === field)
      const values = new Set(
        lastOf(
          register,
          all.filter(({ entry }) => entry.field === field),
        ).map(({ entry }) => entry.value),
      )
      if (values.size > 1) found.push(`FIELD ${id} ${field}`)
    }
    const presence = own.filter(isPresence)
    const where = new Set(
      lastOf(presence, all.filter(isPresence)).map(({ entry }) => entry.destination ?? 'HERE'),
    )
    if (where.size > 1) found.push(`PRESENCE ${id}`)
  }

  const rooms = new Set([...inGroup.keys()].map((id) => [...clusterOf(id)].toSorted().join(' ')))
  for (const room of rooms) {
    const members = room.split(' ')
    let counted = 0
    for (const member of members) {
      const register = all.filter(({ entry }) => entry.kind === 'HEADCOUNT' && entry.subjects[0] === member)
      const counts = new Set(last(register, always).map(({ entry }) => entry.people ?? 0))
      if (counts.size > 1) found.push(`COUNT ${member}`)
      counted = Math.max(counted, ...counts)
    }
    const named = new Set(
      all
        .filter(
          ({ entry }) => entry.kind === 'NAMED_FROM_HEADCOUNT' && members.includes(entry.subjects[1] ?? ''),
        )
        .map(({ entry }) => [...clusterOf(entry.id)].toSorted()[0]),
    )
    const left = all.filter(
      ({ entry }) =>
        entry.kind === 'CHECKED_OUT' && entry.people !== null && members.includes(entry.subjects[0] ?? ''),
    )
    if (named.size + left.length > counted) found.push(`OVERDRAWN ${members[0]}`)
  }
  return found.toSorted()
}

/** Humans who are counted more than once where no queue and no conflict names what could be the reason. */
export function unexplainedDoubles(
  state: IntakeState,
  humanOf: ReadonlyMap<string, Human>,
  inGroup: ReadonlyMap<string, readonly Human[]>,
): number[] {
  const inQuestion = new Set([
    ...alikeIn(state).flatMap(({ persons }) => persons),
    ...state.countedTwice.flat(),
    ...state.perhapsCounted.flatMap(({ person, group }) => [person, group]),
    ...state.conflicts.flatMap(({ subjects }) => subjects),
    // What somebody has said of a pair was said by a person, and may be wrong.
    ...Object.keys(state.decided).flatMap((pair) => pair.split(' ')),
  ])
  const named = new Map<Human, Person[]>()
  for (const person of state.persons)
    for (const human of new Set(person.members.flatMap((id) => humanOf.get(id) ?? [])))
      named.set(human, [...(named.get(human) ?? []), person])
  const open = new Set<number>()
  for (const [human, persons] of named) {
    const isAsked = (person: Person) => person.members.some((id) => inQuestion.has(id))
    if (persons.length > 1 && !persons.some(isAsked)) open.add(human.number)
    const rooms = state.groups.filter(({ members }) => members.some((id) => inGroup.get(id)?.includes(human)))
    const unasked = rooms.filter(
      ({ members, remaining }) => remaining > 0 && !members.some((id) => inQuestion.has(id)),
    )
    if (rooms.length > 1 && unasked.length > 1) open.add(human.number)
  }
  return [...open]
}
