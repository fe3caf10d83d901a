import { describe, expect, it } from 'vitest'
import { lessonsOf, type Witnessed } from './lessons.ts'

/** A moment of a day of drill, by the clock in Japan. */
const at = (clock: string, day = 23) => new Date(`2026-11-${day}T${clock.padStart(5, '0')}:00+09:00`)

const seen = (more: Partial<Witnessed> = {}): Witnessed => ({
  startedAt: at('10:00'),
  clockRate: 1,
  firstReportMinutes: 30,
  endedAt: at('17:00'),
  reports: [],
  opening: null,
  ...more,
})
const report = (clock: string, power = 'ON', staff = 'UNKNOWN', day = 23) =>
  ({ at: at(clock, day), power, staff }) as Witnessed['reports'][number]
const opening = (more: object): NonNullable<Witnessed['opening']> => ({
  requestedAt: null,
  answeredAt: null,
  cannotReason: null,
  decidedByMunicipalityAt: null,
  openedAt: null,
  closedAt: null,
  ...more,
})
const shown = (witnessed: Witnessed) =>
  Object.fromEntries(
    lessonsOf(witnessed).map(({ itemKey, answer, evidence }) => [itemKey, `${answer} ${evidence}`]),
  )

describe('what a drill has shown', () => {
  it('is that somebody took part, and that nobody reported or too late', () => {
    expect(shown(seen())).toEqual({ CALL_LIST: 'NO 状況の報告がなかった（期限は開始から30分）' })
    expect(shown(seen({ reports: [report('10:20')] }))).toEqual({ DRILL_DONE: 'YES 状況を1回報告' })
    expect(shown(seen({ reports: [report('11:15'), report('12:00')] }))).toEqual({
      DRILL_DONE: 'YES 状況を2回報告',
      CALL_LIST: 'NO 最初の報告まで1時間15分（期限は開始から30分）',
    })
  })

  it('is how long emergency power held: the longest time, and whether it ended', () => {
    const power = (...reports: Witnessed['reports']) => shown(seen({ reports })).POWER_TESTED
    expect(power(report('10:10', 'EMERGENCY'))).toBeUndefined()
    expect(power(report('10:10', 'EMERGENCY'), report('13:30', 'EMERGENCY'), report('15:00'))).toBe(
      'YES 非常用電源が3時間20分動いた（報告から）',
    )
    expect(power(report('10:10', 'EMERGENCY'), report('12:15', 'OUT'))).toBe(
      'YES 非常用電源が2時間5分動いたあと、止まった（報告から）',
    )
    expect(power(report('10:10', 'OUT'), report('12:15', 'OUT'))).toBeUndefined()
    expect(
      power(
        report('10:00', 'EMERGENCY'),
        report('10:30', 'ON'),
        report('11:00', 'EMERGENCY'),
        report('12:00', 'EMERGENCY'),
      ),
    ).toBe('YES 非常用電源が1時間動いた（報告から）')
  })

  it('is how soon a shelter opened, with whom the city talked, and whether staff could take turns', () => {
    const opened = opening({
      requestedAt: at('10:20'),
      answeredAt: at('10:25'),
      decidedByMunicipalityAt: at('10:40'),
      openedAt: at('11:02'),
      closedAt: at('16:00'),
    })
    const reports = [
      report('10:10', 'ON', 'ENOUGH'),
      report('12:00', 'ON', 'ENOUGH'),
      report('15:00', 'ON', 'ENOUGH'),
    ]
    expect(shown(seen({ reports, opening: opened }))).toEqual({
      DRILL_DONE: 'YES 状況を3回報告、依頼から42分で開設',
      SHIFT: 'YES 開設中の報告2回とも、職員は足りていた',
      CITY_CONTACT: 'YES 依頼から市町村の決定まで20分で連絡がついた',
    })
    const short = [...reports.slice(0, 2), report('15:00', 'ON', 'SHORT')]
    expect(shown(seen({ reports: short, opening: opened })).SHIFT).toBe(
      'NO 開設中の報告2回のうち1回で、職員が足りなかった',
    )
    // The council wrote it down: with the city nobody has talked.
    expect(
      shown(seen({ reports, opening: { ...opened, decidedByMunicipalityAt: null } })).CITY_CONTACT,
    ).toBeUndefined()
  })

  it('of a night is who was there in half an hour, and that it opened or had too few staff to', () => {
    const night = { startedAt: at('22:10'), endedAt: at('6:00', 24) }
    expect(shown(seen({ ...night, reports: [report('22:35', 'ON', 'ENOUGH')] })).NIGHT_STAFF).toBe(
      'YES 夜22:10の開始から25分で、職員は足りていた',
    )
    expect(shown(seen({ ...night, reports: [report('22:35', 'ON', 'CRITICAL')] })).NIGHT_STAFF).toMatch(
      /^NO /,
    )
    expect(shown(seen({ ...night, reports: [report('22:45', 'ON', 'ENOUGH')] })).NIGHT_STAFF).toBeUndefined()
    expect(shown(seen({ reports: [report('10:20', 'ON', 'ENOUGH')] })).NIGHT_STAFF).toBeUndefined()
    const requestedAt = at('23:05')
    expect(
      shown(
        seen({
          ...night,
          opening: opening({ requestedAt, answeredAt: requestedAt, openedAt: at('0:10', 24) }),
        }),
      ).NIGHT_OPENING,
    ).toBe('YES 23:05の依頼から1時間5分で開設')
    expect(
      shown(
        seen({ ...night, opening: opening({ requestedAt, answeredAt: at('23:15'), cannotReason: 'STAFF' }) }),
      ),
    ).toMatchObject({ NIGHT_OPENING: 'NO 夜23:15に、職員が足りないため開設できないと答えた' })
    expect(
      shown(seen({ opening: opening({ answeredAt: at('11:00'), cannotReason: 'STAFF' }) })).SHIFT,
    ).toMatch(/^NO /)
    // That the power was out was played.
    expect(
      Object.keys(
        shown(
          seen({
            reports: [report('10:05')],
            opening: opening({ answeredAt: at('11:00'), cannotReason: 'POWER' }),
          }),
        ),
      ),
    ).toEqual(['DRILL_DONE'])
  })

  it('in compressed time says nothing of real hours, and tells other times as the drill’s', () => {
    const night = seen({
      startedAt: at('22:10'),
      clockRate: 6,
      firstReportMinutes: 60,
      reports: [report('22:15', 'EMERGENCY', 'ENOUGH'), report('22:45', 'EMERGENCY', 'ENOUGH')],
      opening: opening({ requestedAt: at('22:20'), answeredAt: at('22:21'), openedAt: at('22:40') }),
    })
    expect(shown(night)).toEqual({
      DRILL_DONE: 'YES 状況を2回報告、依頼から訓練の時計で2時間で開設',
    })
  })
})
