import { describe, expect, it } from 'vitest'
import type { ReadinessSource } from '../../../generated/prisma/enums.ts'
import {
  bestQuestion,
  certaintyOf,
  lastDayOfAnswer,
  readinessOn,
  type GivenAnswer,
  type ScoredItem,
} from './score.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-23T03:00:00Z')
const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
const later = (days: number) => new Date(NOW.getTime() + days * DAY)

/** Random numbers that are the same in every run. */
function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, below: (n: number) => Math.floor(next() * n) }
}

const item = (key: string, more: Partial<ScoredItem> = {}): ScoredItem => ({
  key,
  weight: 1,
  hard: false,
  validMonths: 12,
  choices: [],
  ...more,
})
const said = (
  itemKey: string,
  answer: GivenAnswer['answer'],
  more: Partial<GivenAnswer> = {},
): GivenAnswer => {
  const answeredAt = more.answeredAt ?? NOW
  return {
    itemKey,
    answer,
    source: 'FACILITY',
    choiceId: null,
    answeredAt,
    expiresOn: lastDayOfAnswer(12, answeredAt),
    ...more,
  }
}
const of = (items: readonly ScoredItem[], answers: readonly GivenAnswer[], now = NOW) =>
  readinessOn(items, answers, now)

describe('an answer', () => {
  it('counts whole for half its time, then falls evenly to nothing on the day after its last', () => {
    const given = said('A', 'YES', { answeredAt: ago(0), expiresOn: new Date('2026-12-22') })
    const days = [0, 1, 14, 15, 16, 20, 29, 30, 400]
    expect(days.map((age) => Number(certaintyOf(given, later(age)).toFixed(3)))).toEqual([
      1, 1, 1, 1, 0.933, 0.667, 0.067, 0, 0,
    ])
    expect(certaintyOf({ ...given, expiresOn: null }, later(9_999))).toBe(1)
  })

  it('holds until midnight of its last day in Japan, at the end of a short month too', () => {
    expect(lastDayOfAnswer(3, new Date('2026-11-30T03:00:00Z'))).toEqual(new Date('2027-02-28'))
    // 23:30 in Japan is the same day there, though the day after has not begun in universal time either.
    expect(lastDayOfAnswer(1, new Date('2026-11-30T15:30:00Z'))).toEqual(new Date('2027-01-01'))
    expect(lastDayOfAnswer(null, NOW)).toBeNull()
  })

  it('that expired is no longer one, and says that it was', () => {
    const { standings, score } = of([item('A')], [said('A', 'YES', { answeredAt: ago(400) })])
    expect(standings[0]).toMatchObject({ answer: 'UNKNOWN', reason: 'EXPIRED', certainty: 0 })
    expect(score).toMatchObject({ lower: 0, upper: 1, unknownShare: 1, unknown: 1, agedShare: 0 })
  })

  it('of the same source takes the place of its earlier one; that nobody knows is one too', () => {
    const [first, second] = [said('A', 'YES', { answeredAt: ago(9) }), said('A', 'NO')]
    expect(of([item('A')], [second, first]).standings[0]).toMatchObject({ answer: 'NO', reason: 'ANSWERED' })
    expect(of([item('A')], [first, said('A', 'UNKNOWN')]).standings[0]).toMatchObject({
      reason: 'SAID_UNKNOWN',
    })
  })

  it('against another source’s leaves nobody knowing, until somebody speaks again', () => {
    const words = [
      said('A', 'YES', { answeredAt: ago(20) }),
      said('A', 'NO', { source: 'MENTOR', answeredAt: ago(10) }),
    ]
    expect(of([item('A')], words).standings[0]).toMatchObject({ answer: 'UNKNOWN', reason: 'CONTRADICTED' })
    // Not even when the one that was said first has expired.
    expect(of([item('A')], words, later(350)).standings[0]?.reason).toBe('CONTRADICTED')
    expect(of([item('A')], [...words, said('A', 'NO')]).standings[0]).toMatchObject({ answer: 'NO' })
    // What had expired before the other spoke contradicts nobody.
    const old = said('A', 'YES', { answeredAt: ago(500) })
    expect(of([item('A')], [old, said('A', 'NO', { source: 'MENTOR' })]).standings[0]?.answer).toBe('NO')
  })
})

const NIGHT: ScoredItem = item('NIGHT', {
  choices: [
    {
      id: 'none',
      label: '0人',
      answer: 'NO',
      implies: [
        { itemKey: 'SHIFT', answer: 'NO' },
        { itemKey: 'OPEN', answer: 'NO' },
      ],
    },
    {
      id: 'some',
      label: '5人以上',
      answer: 'YES',
      implies: [
        { itemKey: 'SHIFT', answer: 'YES' },
        { itemKey: 'OPEN', answer: 'YES' },
      ],
    },
  ],
})

describe('the score', () => {
  const items = [item('A', { weight: 2, hard: true }), item('B'), item('C', { hard: true }), item('D')]

  it('is an interval: what nobody knows is no at its lower end and yes at its upper', () => {
    expect(of(items, [said('A', 'YES'), said('B', 'NO')]).score).toEqual({
      lower: 0.4,
      upper: 0.8,
      unknownShare: expect.closeTo(0.4) as number,
      agedShare: 0,
      yes: 1,
      no: 1,
      unknown: 2,
      items: 4,
      hard: 2,
      hardOpen: 1,
    })
  })

  it('of no items at all is nothing, and no division by it', () => {
    expect(of([], []).score).toMatchObject({ lower: 0, upper: 0, unknownShare: 0, items: 0 })
  })

  it('takes one answer for several items where it says something of them', () => {
    const all = [NIGHT, item('SHIFT'), item('OPEN'), item('E')]
    const { standings, score } = of(all, [said('NIGHT', 'YES', { choiceId: 'some' })])
    expect(score).toMatchObject({ yes: 3, unknown: 1 })
    expect(standings[1]).toMatchObject({ answer: 'YES', reason: 'IMPLIED', impliedBy: 'NIGHT' })
    // One's own word against it: nobody knows.
    expect(
      of(all, [said('NIGHT', 'YES', { choiceId: 'some' }), said('OPEN', 'NO')]).standings[2]?.reason,
    ).toBe('CONTRADICTED')
  })

  it('asks first what leaves the least unknown, whatever the answer is', () => {
    const all = [item('E', { weight: 2 }), item('SHIFT'), item('OPEN'), NIGHT]
    expect(bestQuestion(all, [], NOW)).toEqual({
      key: 'NIGHT',
      unknownBefore: 4,
      unknownAfterMost: 1,
      unknownAfterLeast: 1,
      settles: ['SHIFT', 'OPEN'],
    })
    const rest = [said('NIGHT', 'YES', { choiceId: 'some' })]
    expect(bestQuestion(all, rest, NOW)?.key).toBe('E')
    expect(bestQuestion(all, [...rest, said('E', 'NO')], NOW)).toBeNull()
    // What has grown old is asked again.
    expect(bestQuestion(all, [...rest, said('E', 'NO')], later(300))?.key).toBe('NIGHT')
  })
})

describe('on any checklist', () => {
  const SOURCES: readonly ReadinessSource[] = ['FACILITY', 'MENTOR', 'NETWORK', 'DRILL']
  const VALUES = ['YES', 'NO', 'UNKNOWN'] as const

  /** A checklist and what was said to it, at random. */
  function world(seed: number) {
    const { next, below } = seeded(seed)
    const items = Array.from({ length: 1 + below(12) }, (_, n) =>
      item(`I${n}`, {
        weight: 1 + below(3),
        hard: next() < 0.2,
        validMonths: [1, 3, 12, null][below(4)] ?? null,
      }),
    )
    const answers = Array.from({ length: below(30) }, () => {
      const one = items[below(items.length)] ?? item('I0')
      const answeredAt = ago(below(500))
      return said(one.key, VALUES[below(3)] ?? 'YES', {
        source: SOURCES[below(4)] ?? 'FACILITY',
        answeredAt,
        expiresOn: lastDayOfAnswer(one.validMonths, answeredAt),
      })
    })
    return { items, answers, random: { next, below } }
  }
  const SEEDS = Array.from({ length: 400 }, (_, n) => n + 1)
  const TINY = 1e-9

  it('evidence that agrees never raises the unknown share; one that contradicts always does', () => {
    let [agreed, contradicted] = [0, 0]
    for (const seed of SEEDS) {
      const { items, answers, random } = world(seed)
      const { standings, score } = of(items, answers)
      for (const { key, answer } of standings.filter((one) => one.answer !== 'UNKNOWN')) {
        const validMonths = items.find((one) => one.key === key)?.validMonths ?? null
        const expiresOn = lastDayOfAnswer(validMonths, NOW)
        const source = SOURCES[random.below(4)] ?? 'FACILITY'
        const more = of(items, [...answers, said(key, answer, { source, expiresOn })])
        expect(more.score.unknownShare).toBeLessThanOrEqual(score.unknownShare + TINY)
        agreed++
        // Of whoever has not spoken: who has, changes their mind.
        const silent = SOURCES.find(
          (one) => !answers.some((word) => word.itemKey === key && word.source === one),
        )
        if (!silent) continue
        const against = said(key, answer === 'YES' ? 'NO' : 'YES', { source: silent, expiresOn })
        expect(of(items, [...answers, against]).score.unknownShare).toBeGreaterThan(score.unknownShare)
        contradicted++
      }
    }
    expect(Math.min(agreed, contradicted)).toBeGreaterThan(300)
  })

  it('waiting never makes it known: the unknown share only grows, the interval only widens', () => {
    for (const seed of SEEDS) {
      const { items, answers } = world(seed)
      let before = of(items, answers).score
      for (const days of [1, 5, 20, 40, 90, 200, 500]) {
        const { score } = of(items, answers, later(days))
        expect(score.unknownShare).toBeGreaterThanOrEqual(before.unknownShare - TINY)
        expect(score.lower).toBeLessThanOrEqual(before.lower + TINY)
        expect(score.upper).toBeGreaterThanOrEqual(before.upper - TINY)
        before = score
      }
    }
  })

  it('the ends are in order, and the unknown share is what lies between them', () => {
    for (const seed of SEEDS) {
      const { items, answers } = world(seed)
      const { score } = of(items, answers)
      expect(score.lower).toBeGreaterThanOrEqual(0)
      expect(score.upper).toBeLessThanOrEqual(1)
      expect(score.upper - score.lower).toBeCloseTo(score.unknownShare)
      expect(score.yes + score.no + score.unknown).toBe(items.length)
    }
  })
})

describe('a replay of 39 designated facilities', () => {
  // As in Noto: 39 are designated, each has answered some of its 24 items at some time, and since then things have
  // changed without anybody saying so: of a hundred answers, twenty are no longer true at the end of their time.
  const CHANGED_AT_THE_END = 0.2
  const STATED = 0.95
  const ITEMS = Array.from({ length: 24 }, (_, n) =>
    item(`I${n}`, { validMonths: [3, 6, 12, null][n % 4] ?? null }),
  )

  /** How often the true score lies in the interval, over all facilities of many seeds, and how wide it is. */
  function replay(fading: boolean) {
    let [inside, wide] = [0, 0]
    const runs = 120
    for (let seed = 1; seed <= runs; seed++) {
      const { next, below } = seeded(seed)
      for (let facility = 0; facility < 39; facility++) {
        const answers: GivenAnswer[] = []
        let ready = 0
        for (const { key, validMonths } of ITEMS) {
          const then = next() < 0.6
          const months = validMonths ?? 12
          const age = below(months * 45)
          const flipped = validMonths !== null && next() < (CHANGED_AT_THE_END * age) / (months * 30)
          ready += then === flipped ? 0 : 1
          if (next() < 0.25) continue
          const answeredAt = ago(age)
          const expiresOn = lastDayOfAnswer(validMonths, answeredAt)
          if (fading || (expiresOn ?? NOW) >= ago(1))
            answers.push(said(key, then ? 'YES' : 'NO', { answeredAt, expiresOn: fading ? expiresOn : null }))
        }
        const { score } = of(ITEMS, answers)
        const truth = ready / ITEMS.length
        if (score.lower - 1e-9 <= truth && truth <= score.upper + 1e-9) inside++
        wide += score.unknownShare
      }
    }
    return { inside: inside / (39 * runs), width: wide / (39 * runs) }
  }

  it('the interval holds the true score of at least 95 of 100, and says something', () => {
    const { inside, width } = replay(true)
    expect(inside).toBeGreaterThanOrEqual(STATED)
    expect(width).toBeLessThan(0.65)
    // Answers that do not fade would claim more than is so.
    expect(replay(false).inside).toBeLessThan(inside)
  })
})
