import { describe, expect, it } from 'vitest'
import { MENTORING_STAGES, medianOf, objectionTo, paceOf, type PacedMentorship } from './mentoring.ts'

describe('a stage', () => {
  const gate = {
    stage: 'SITE_VISIT',
    visits: 1,
    cityTalkOn: null,
    designated: false,
    lastDay: '2026-07-03',
  } as const
  const today = '2026-11-23'
  it.each([
    ['PREPARATION', '2026-09-25', gate, null],
    ['PREPARATION', '2026-09-25', { ...gate, visits: 0 }, 'NO_VISIT_YET'],
    ['CITY_TALK', '2026-09-25', gate, 'STAGE_OUT_OF_ORDER'],
    ['SITE_VISIT', '2026-09-25', gate, 'STAGE_OUT_OF_ORDER'],
    ['PREPARATION', '2026-11-24', gate, 'STAGE_IN_THE_FUTURE'],
    ['PREPARATION', '2026-07-02', gate, 'STAGE_BEFORE_THE_LAST'],
    ['CITY_TALK', '2026-11-20', { ...gate, stage: 'PREPARATION' }, 'NO_CITY_TALK_YET'],
    [
      'CITY_TALK',
      '2026-11-20',
      { ...gate, stage: 'PREPARATION', cityTalkOn: '2026-12-08' },
      'NO_CITY_TALK_YET',
    ],
    ['CITY_TALK', '2026-11-20', { ...gate, stage: 'PREPARATION', cityTalkOn: '2026-11-18' }, null],
    ['DESIGNATION', '2026-11-20', { ...gate, stage: 'CITY_TALK' }, 'NOT_DESIGNATED_YET'],
    ['DESIGNATION', '2026-11-20', { ...gate, stage: 'CITY_TALK', designated: true }, null],
    ['CONSULTATION', '2026-11-20', { ...gate, stage: 'DESIGNATION' }, 'STAGE_OUT_OF_ORDER'],
  ] as const)('%s on %s', (to, onDay, there, objection) => {
    expect(objectionTo(to, onDay, today, there)?.code ?? null).toBe(objection)
  })
})

describe('the pace', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 9, 6], 5],
  ])('the median of %j is %j', (numbers, median) => {
    expect(medianOf(numbers)).toBe(median)
  })

  const one = (
    startedOn: string,
    days: readonly (string | undefined)[],
    more: Partial<PacedMentorship> = {},
  ): PacedMentorship => ({
    startedOn,
    endedOn: null,
    dropped: false,
    steps: days.flatMap((onDay, n) => {
      const stage = MENTORING_STAGES[n]
      return onDay && stage ? [{ stage, onDay }] : []
    }),
    ...more,
  })

  it('matches what is counted by hand', () => {
    const cohort = [
      // 100, 200 and 340 days to the designation: the median is 200.
      one('2025-01-01', ['2025-01-01', '2025-01-11', '2025-02-10', '2025-03-12', '2025-04-11'], {
        endedOn: '2025-04-11',
      }),
      one('2025-01-01', ['2025-01-01', '2025-01-21', '2025-03-02', '2025-05-01', '2025-07-20'], {
        endedOn: '2025-07-20',
      }),
      one('2025-01-01', ['2025-01-01', '2025-01-31', '2025-04-01', '2025-08-01', '2025-12-07'], {
        endedOn: '2025-12-07',
      }),
      // Given up after the visit, and two under way.
      one('2025-06-01', ['2025-06-01', '2025-07-11'], { endedOn: '2025-12-01', dropped: true }),
      one('2026-05-12', ['2026-05-12', '2026-07-03', '2026-09-25']),
      one('2026-11-01', ['2026-11-01']),
    ]
    expect(paceOf(cohort)).toEqual({
      underWay: 2,
      designated: 3,
      dropped: 1,
      medianDaysToDesignation: 200,
      stages: [
        // 10, 20, 30, 40, 52
        { stage: 'CONSULTATION', there: 1, dropped: 0, medianDays: 30 },
        // 30, 40, 60, 84
        { stage: 'SITE_VISIT', there: 0, dropped: 1, medianDays: 50 },
        // 30, 60, 122
        { stage: 'PREPARATION', there: 1, dropped: 0, medianDays: 60 },
        // 30, 80, 128
        { stage: 'CITY_TALK', there: 0, dropped: 0, medianDays: 80 },
        { stage: 'DESIGNATION', there: 0, dropped: 0, medianDays: null },
      ],
    })
  })

  it('of nobody is empty', () => {
    expect(paceOf([])).toMatchObject({
      underWay: 0,
      designated: 0,
      dropped: 0,
      medianDaysToDesignation: null,
    })
  })
})
