import type { ReadinessAnswerValue, ReadinessSource } from '../../../generated/prisma/enums.ts'

// How ready a facility is, with what nobody knows shown beside it. A word of each source stands per item: its latest.
// Where sources say yes and no of one item at once, nobody knows. An answer fades: it counts whole for the first half of
// its time, then less from day to day, and on the day after its last one nothing is left of it.

export interface ScoredChoice {
  readonly id: string
  readonly label: string
  readonly answer: ReadinessAnswerValue
  readonly implies: readonly { readonly itemKey: string; readonly answer: ReadinessAnswerValue }[]
}

export interface ScoredItem {
  readonly key: string
  readonly weight: number
  readonly hard: boolean
  /** Null = an answer stays. */
  readonly validMonths: number | null
  /** Without choices of its own, it takes yes and no. */
  readonly choices: readonly ScoredChoice[]
}

export interface GivenAnswer {
  readonly itemKey: string
  readonly source: ReadinessSource
  readonly answer: ReadinessAnswerValue
  readonly choiceId: string | null
  readonly answeredAt: Date
  /** Last day, as midnight of that day in universal time; null = it stays. */
  readonly expiresOn: Date | null
}

/** Why an item stands as it does. */
export type StandingReason =
  /** Nobody has said anything. */
  | 'NOT_ANSWERED'
  /** Somebody said so. */
  | 'ANSWERED'
  /** The last word was that nobody knows. */
  | 'SAID_UNKNOWN'
  /** It follows from the answer to another item. */
  | 'IMPLIED'
  /** What was said is too old. */
  | 'EXPIRED'
  /** One says yes, another no. */
  | 'CONTRADICTED'

export interface ItemStanding {
  readonly key: string
  readonly answer: ReadinessAnswerValue
  readonly reason: StandingReason
  /** 0 nobody knows … 1 as good as seen today. */
  readonly certainty: number
  /** The word it rests on; of an expired one, the word that expired. Null where nobody has spoken. */
  readonly word: GivenAnswer | null
  /** Item from which it follows. */
  readonly impliedBy: string | null
}

export interface Score {
  /** Share of what is certain to be ready: everything unknown counts as no. 0…1 */
  readonly lower: number
  /** Share of what may be ready: everything unknown counts as yes. 0…1 */
  readonly upper: number
  /** Share of the weight that nobody knows; `upper − lower`. */
  readonly unknownShare: number
  /** The part of it that is answers grown old, not items without an answer. */
  readonly agedShare: number
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly items: number
  readonly hard: number
  /** Hard items that are not a yes. */
  readonly hardOpen: number
}

const DAY = 86_400_000

/** Days in Japan, so that what expires on a day holds until its midnight there. */
const dayOf = (at: Date): number => Math.floor((at.getTime() + 9 * 3_600_000) / DAY)
const lastDayOf = (expiresOn: Date): number => Math.floor(expiresOn.getTime() / DAY)

/** How much an answer still says: whole during the first half of its time, then falling evenly to nothing. */
export function certaintyOf(answer: Pick<GivenAnswer, 'answeredAt' | 'expiresOn'>, now: Date): number {
  if (answer.expiresOn === null) return 1
  const age = Math.max(0, dayOf(now) - dayOf(answer.answeredAt))
  const span = lastDayOf(answer.expiresOn) + 1 - dayOf(answer.answeredAt)
  if (age >= span) return 0
  return age * 2 <= span ? 1 : (2 * (span - age)) / span
}

interface Word {
  readonly given: GivenAnswer
  readonly answer: ReadinessAnswerValue
  readonly impliedBy: string | null
}

/** How every item stands at a moment. */
function standingsOf(
  items: readonly ScoredItem[],
  answers: readonly GivenAnswer[],
  now: Date,
): ItemStanding[] {
  const latest = latestWords(answers, now)
  const choices = new Map(items.flatMap(({ choices: list }) => list.map((choice) => [choice.id, choice])))
  const implied = new Map<string, Word[]>()
  for (const given of latest) {
    const choice = given.choiceId === null ? undefined : choices.get(given.choiceId)
    for (const { itemKey, answer } of choice?.implies ?? []) {
      const words = implied.get(itemKey) ?? []
      words.push({ given, answer, impliedBy: given.itemKey })
      implied.set(itemKey, words)
    }
  }
  return items.map(({ key }) => {
    const own = latest
      .filter(({ itemKey }) => itemKey === key)
      .map((given): Word => ({ given, answer: given.answer, impliedBy: null }))
    return standingOf(key, own, implied.get(key) ?? [], now)
  })
}

function latestWords(answers: readonly GivenAnswer[], now: Date): GivenAnswer[] {
  const latest = new Map<string, GivenAnswer>()
  for (const answer of answers) {
    const key = `${answer.itemKey} ${answer.source}`
    const before = latest.get(key)
    if (answer.answeredAt <= now && (!before || before.answeredAt <= answer.answeredAt))
      latest.set(key, answer)
  }
  return [...latest.values()]
}

function standingOf(key: string, own: readonly Word[], implied: readonly Word[], now: Date): ItemStanding {
  const telling = [...own, ...implied].filter(({ answer }) => answer !== 'UNKNOWN')
  const alive = telling.filter(({ given }) => certaintyOf(given, now) > 0)
  const stands = (
    answer: ReadinessAnswerValue,
    reason: StandingReason,
    word: Word | undefined,
  ): ItemStanding => ({
    key,
    answer,
    reason,
    certainty: answer === 'UNKNOWN' || !word ? 0 : certaintyOf(word.given, now),
    word: word?.given ?? null,
    impliedBy: word?.impliedBy ?? null,
  })
  const [first, ...others] = alive
  if (first) {
    if (contradict(telling)) return stands('UNKNOWN', 'CONTRADICTED', newest(alive))
    const surest = others.reduce(
      (best, word) => (certaintyOf(best.given, now) >= certaintyOf(word.given, now) ? best : word),
      first,
    )
    return stands(surest.answer, surest.impliedBy === null ? 'ANSWERED' : 'IMPLIED', surest)
  }
  const expired = newest(telling)
  const unknown = newest(own.filter(({ answer }) => answer === 'UNKNOWN'))
  if (expired && (!unknown || expired.given.answeredAt > unknown.given.answeredAt))
    return stands('UNKNOWN', 'EXPIRED', expired)
  return stands('UNKNOWN', unknown ? 'SAID_UNKNOWN' : 'NOT_ANSWERED', unknown)
}

/**
 * Whether two words say different things of one item, the later one while the earlier one still held. That does not
 * heal by waiting until one of them is old: somebody has to speak again.
 */
const contradict = (words: readonly Word[]): boolean =>
  words.some(({ given, answer }) =>
    words.some(
      (other) =>
        other.answer !== answer &&
        other.given.answeredAt >= given.answeredAt &&
        certaintyOf(given, other.given.answeredAt) > 0,
    ),
  )

const newest = (words: readonly Word[]): Word | undefined =>
  words.toSorted((one, other) => other.given.answeredAt.getTime() - one.given.answeredAt.getTime())[0]

/** The interval in which the true share of what is ready lies, as far as the answers are true. */
function scoreOf(items: readonly ScoredItem[], standings: readonly ItemStanding[]): Score {
  const of = new Map(standings.map((standing) => [standing.key, standing]))
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  const share = (part: (standing: ItemStanding) => number): number =>
    total === 0
      ? 0
      : items.reduce((sum, { key, weight }) => {
          const standing = of.get(key)
          return sum + weight * (standing ? part(standing) : 0)
        }, 0) / total
  const lower = share(({ answer, certainty }) => (answer === 'YES' ? certainty : 0))
  const no = share(({ answer, certainty }) => (answer === 'NO' ? certainty : 0))
  const agedShare = share(({ answer, certainty }) => (answer === 'UNKNOWN' ? 0 : 1 - certainty))
  const count = (wanted: ReadinessAnswerValue) => standings.filter(({ answer }) => answer === wanted).length
  const hard = items.filter((item) => item.hard)
  const upper = total === 0 ? 0 : 1 - no
  return {
    lower,
    upper,
    unknownShare: upper - lower,
    agedShare,
    yes: count('YES'),
    no: count('NO'),
    unknown: count('UNKNOWN'),
    items: items.length,
    hard: hard.length,
    hardOpen: hard.filter(({ key }) => of.get(key)?.answer !== 'YES').length,
  }
}

/** Score and standings in one. */
export function readinessOn(items: readonly ScoredItem[], answers: readonly GivenAnswer[], now: Date) {
  const standings = standingsOf(items, answers, now)
  return { standings, score: scoreOf(items, standings) }
}

/** Last day of an answer given now; null = it stays. */
export function lastDayOfAnswer(validMonths: number | null, now: Date): Date | null {
  if (validMonths === null) return null
  const today = new Date(dayOf(now) * DAY)
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + validMonths, today.getUTCDate()]
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, daysInMonth)))
}

/** The question whose answer, whatever it is, leaves the least unknown. */
export interface BestQuestion {
  readonly key: string
  readonly unknownBefore: number
  /** Items unknown after it, by the least and by the most telling answer. */
  readonly unknownAfterMost: number
  readonly unknownAfterLeast: number
  /** Other items that some answer to it settles. */
  readonly settles: readonly string[]
}

const YES_AND_NO: readonly Pick<ScoredChoice, 'id' | 'answer'>[] = [
  { id: '', answer: 'YES' },
  { id: '', answer: 'NO' },
]

/**
 * Which item to ask next: the one whose answer takes the most from the unknown share even in the worst case; among
 * equals the one that takes more on average, then a hard one, then the first of the list. Null when nothing is unknown.
 */
export function bestQuestion(
  items: readonly ScoredItem[],
  answers: readonly GivenAnswer[],
  now: Date,
  source: ReadinessSource = 'FACILITY',
): BestQuestion | null {
  const before = readinessOn(items, answers, now)
  const standing = new Map(before.standings.map((one) => [one.key, one]))
  const asked = items.filter(({ key }) => (standing.get(key)?.certainty ?? 0) < 1)
  const judged = asked.map((item) => {
    const ways =
      item.choices.length > 0 ? item.choices.filter(({ answer }) => answer !== 'UNKNOWN') : YES_AND_NO
    const outcomes = ways.map(({ id, answer }) =>
      readinessOn(
        items,
        [
          ...answers,
          {
            itemKey: item.key,
            source,
            answer,
            choiceId: id === '' ? null : id,
            answeredAt: now,
            expiresOn: lastDayOfAnswer(item.validMonths, now),
          },
        ],
        now,
      ),
    )
    const gains = outcomes.map(({ score }) => before.score.unknownShare - score.unknownShare)
    const unknowns = outcomes.map(({ score }) => score.unknown)
    const settles = items
      .filter(
        ({ key }) =>
          key !== item.key &&
          standing.get(key)?.answer === 'UNKNOWN' &&
          outcomes.some(({ standings }) => standings.find((one) => one.key === key)?.answer !== 'UNKNOWN'),
      )
      .map(({ key }) => key)
    return {
      item,
      settles,
      least: Math.min(...gains),
      mean: gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length),
      unknownAfterMost: Math.max(...unknowns),
      unknownAfterLeast: Math.min(...unknowns),
    }
  })
  const [best] = judged.toSorted(
    (one, other) =>
      other.least - one.least || other.mean - one.mean || Number(other.item.hard) - Number(one.item.hard),
  )
  if (!best || best.least <= 0) return null
  return {
    key: best.item.key,
    unknownBefore: before.score.unknown,
    unknownAfterMost: best.unknownAfterMost,
    unknownAfterLeast: best.unknownAfterLeast,
    settles: best.settles,
  }
}
