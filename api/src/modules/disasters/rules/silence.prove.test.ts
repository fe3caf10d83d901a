import { expect, it } from 'vitest'
import { promise, proveRuns, proveSeed } from '../../../../../tests/support/prove.ts'
import { silencesAt, type Listened, type Silence, type SilenceOwner, type SilenceRules } from './silence.ts'

const FACILITIES = 200
/** A night. */
const MINUTES = 720

it('gives every late facility one owner at every minute, whoever is silent', { timeout: 900_000 }, () => {
  const runs = proveRuns(4, 1_000)
  const seed = proveSeed()
  let lateMinutes = 0
  const owned: Record<SilenceOwner, number> = { BUDDY: 0, COUNCIL: 0, MUNICIPALITY: 0 }
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run)
    const rules = someRules(random)
    const facilities = someFacilities(random)
    const desk = new Desk(rules, facilities)
    for (let minute = 0; minute < MINUTES; minute += 1) {
      desk.tick(minute)
      const now = silencesAt(rules, facilities, minute)
      for (const { id } of facilities) {
        const silence = now.get(id)
        if (!silence) throw new Error(`seed ${seed + run}: ${id} is unknown at minute ${minute}`)
        const owners = desk.ownersOf(id)
        if (owners.length !== (isLate(silence) ? 1 : 0) || owners[0] !== (silence.owner ?? undefined))
          throw new Error(
            `seed ${seed + run}: at minute ${minute} ${id} is owned by ${owners.join()} at the desk, ${JSON.stringify(silence)}`,
          )
        if (silence.owner) {
          lateMinutes += 1
          owned[silence.owner] += 1
        }
      }
    }
  }
  expect(Object.values(owned).every((minutes) => minutes > 0)).toBe(true)
  promise(
    'silence',
    `${runs} nights of ${FACILITIES} facilities, seed ${seed}: ${lateMinutes} late minutes, each with one owner ` +
      `(buddy ${owned.BUDDY}, council ${owned.COUNCIL}, municipality ${owned.MUNICIPALITY}), none without`,
  )
})

const isLate = ({ state }: Silence) => state === 'LATE' || state === 'PRESUMED_SERIOUS'

/**
 * The same told another way: somebody at a desk who keeps a list of who was asked about whom, goes through it every
 * minute, and knows nothing but what has happened up to then.
 */
class Desk {
  readonly #due = new Map<string, number>()
  readonly #ownDue = new Map<string, number>()
  readonly #asked = new Map<string, { readonly owner: SilenceOwner; readonly since: number }[]>()
  readonly #rules: SilenceRules
  readonly #facilities: readonly Listened[]

  constructor(rules: SilenceRules, facilities: readonly Listened[]) {
    this.#rules = rules
    this.#facilities = facilities
    for (const { id } of facilities) {
      this.#due.set(id, rules.firstReportMinutes)
      this.#ownDue.set(id, rules.firstReportMinutes)
    }
  }

  tick(minute: number): void {
    const { reportEveryMinutes, buddyMinutes, councilMinutes } = this.#rules
    for (const { id, reports, confirmations } of this.#facilities) {
      const reported = reports.includes(minute)
      if (reported) this.#ownDue.set(id, minute + reportEveryMinutes)
      if (reported || confirmations.includes(minute)) {
        this.#due.set(id, minute + reportEveryMinutes)
        this.#asked.delete(id)
      }
    }
    for (const { id, buddyId } of this.#facilities) {
      if (minute < (this.#due.get(id) ?? 0)) continue
      const buddyAnswers = buddyId !== null && minute < (this.#ownDue.get(buddyId) ?? -1)
      const [current] = this.#asked.get(id) ?? []
      const ask = (owner: SilenceOwner) => this.#asked.set(id, [{ owner, since: minute }])
      if (!current) ask(buddyAnswers ? 'BUDDY' : 'COUNCIL')
      else if (current.owner === 'BUDDY' && (!buddyAnswers || minute - current.since >= buddyMinutes))
        ask('COUNCIL')
      else if (current.owner === 'COUNCIL' && minute - current.since >= councilMinutes) ask('MUNICIPALITY')
    }
  }

  ownersOf(id: string): SilenceOwner[] {
    return (this.#asked.get(id) ?? []).map(({ owner }) => owner)
  }
}

type Random = () => number

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

const someRules = (random: Random): SilenceRules => ({
  firstReportMinutes: between(random, 10, 60),
  reportEveryMinutes: between(random, 20, 180),
  presumedSeriousMinutes: between(random, 10, 120),
  buddyMinutes: between(random, 1, 40),
  councilMinutes: between(random, 1, 60),
})

/** Some report in time, some late, some never; buddies are none, each other's, in rings, or not called at all. */
function someFacilities(random: Random): Listened[] {
  const silentShare = random()
  const pace = between(random, 20, 240)
  return Array.from({ length: FACILITIES }, (_, place) => {
    const silent = random() < silentShare
    const count = silent ? between(random, 0, 1) : between(random, 1, 8)
    const start = between(random, 0, MINUTES)
    return {
      id: String(place),
      buddyId: someBuddy(random, place),
      reports: Array.from(
        { length: count },
        (_report, number) => (start % 60) + number * between(random, 1, pace),
      ),
      confirmations: Array.from({ length: between(random, 0, 2) }, () => between(random, 0, MINUTES)),
    }
  })
}

function someBuddy(random: Random, place: number): string | null {
  const kind = random()
  if (kind < 0.1) return null
  if (kind < 0.15) return 'not called'
  if (kind < 0.5) return String(place ^ 1)
  if (kind < 0.8) return String((place + 1) % FACILITIES)
  const other = between(random, 0, FACILITIES - 1)
  return other === place ? null : String(other)
}
