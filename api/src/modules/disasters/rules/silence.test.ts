import { describe, expect, it } from 'vitest'
import { eventMinute, momentOf, silenceOf, silencesAt, type Listened, type SilenceRules } from './silence.ts'

const rules: SilenceRules = {
  firstReportMinutes: 30,
  reportEveryMinutes: 120,
  presumedSeriousMinutes: 90,
  buddyMinutes: 15,
  councilMinutes: 30,
}
const facility = (given: Partial<Listened> = {}): Listened => ({
  id: 'one',
  buddyId: 'other',
  reports: [],
  confirmations: [],
  ...given,
})
const heardEarly = facility({ id: 'other', buddyId: null, reports: [20] })
const at = (minute: number, given: Partial<Listened> = {}, buddy: Listened | undefined = heardEarly) =>
  silenceOf(rules, facility(given), buddy, minute)

describe('how a facility stands', () => {
  it.each([
    // minute, reports, confirmations, state, deadline, late
    [0, [], [], 'DUE', 30, 0],
    [29, [], [], 'DUE', 30, 0],
    [30, [], [], 'LATE', 30, 0],
    [119, [], [], 'LATE', 30, 89],
    [120, [], [], 'PRESUMED_SERIOUS', 30, 90],
    [12, [12], [], 'NOT_DUE', 132, 0],
    [121, [12], [], 'NOT_DUE', 132, 0],
    [122, [12], [], 'DUE', 132, 0],
    [132, [12], [], 'LATE', 132, 0],
    [70, [], [70], 'CONFIRMED', 190, 0],
    [190, [], [70], 'LATE', 190, 0],
    // A report after the confirmation speaks for itself again.
    [80, [75], [70], 'NOT_DUE', 195, 0],
    // What comes later is not known yet.
    [40, [50], [60], 'LATE', 30, 10],
  ])(
    'at minute %i, with reports at %j and findings at %j: %s',
    (minute, reports, confirmations, state, deadline, late) => {
      expect(at(minute, { reports, confirmations })).toMatchObject({ state, deadline, late })
    },
  )

  it('runs a drill by its own clock', () => {
    const drill = { startedAt: new Date('2026-11-20T01:00:00Z'), clockRate: 12 }
    expect(eventMinute(drill, new Date('2026-11-20T01:05:00Z'))).toBe(60)
    expect(momentOf(drill, 60)).toEqual(new Date('2026-11-20T01:05:00Z'))
  })
})

describe('who has to find out', () => {
  it.each([
    [29, null, null],
    [30, 'BUDDY', 45],
    [44, 'BUDDY', 45],
    [45, 'COUNCIL', 75],
    [74, 'COUNCIL', 75],
    [75, 'MUNICIPALITY', 105],
    [105, 'MUNICIPALITY', 135],
    [999, 'MUNICIPALITY', 1005],
  ])('at minute %i: %s', (minute, owner, ownerUntil) => {
    expect(at(minute)).toMatchObject({ owner, ownerUntil })
  })

  it.each([
    ['is not there', undefined],
    ['is silent itself', facility({ id: 'other' })],
    ['was only found out about', facility({ id: 'other', confirmations: [20] })],
  ])('begins with the council when the buddy %s', (_what, buddy) => {
    expect(silenceOf(rules, facility(), buddy, 30)).toMatchObject({ owner: 'COUNCIL', ownerUntil: 60 })
    expect(silenceOf(rules, facility(), buddy, 60)).toMatchObject({ owner: 'MUNICIPALITY' })
  })

  it('goes on to the council when the buddy falls silent, and never back', () => {
    // The buddy's next report is due at 140, in the middle of its turn from 132 on.
    const before = facility({ id: 'other', reports: [20] })
    const late = { reports: [12] }
    expect(at(139, late, before)).toMatchObject({ owner: 'BUDDY', ownerUntil: 147 })
    expect(at(140, late, before)).toMatchObject({ owner: 'COUNCIL', ownerUntil: 170 })
    const again = facility({ id: 'other', reports: [20, 142] })
    expect(at(143, late, again)).toMatchObject({ owner: 'COUNCIL', ownerUntil: 170 })
  })

  it('leaves nobody out when neighbours are each other’s buddies and all are silent', () => {
    const ring = ['a', 'b', 'c'].map((id, place, all) =>
      facility({ id, buddyId: all[(place + 1) % 3] ?? null }),
    )
    const owners = [...silencesAt(rules, ring, 31).values()].map(({ owner }) => owner)
    expect(owners).toEqual(['COUNCIL', 'COUNCIL', 'COUNCIL'])
  })
})
