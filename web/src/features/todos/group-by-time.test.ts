import { expect, test } from 'vitest'
import { groupByTime } from './group-by-time.ts'

const due = (dueOn: string | null) => ({ dueOn })

test('a week ends on Sunday, and today is not late', () => {
  const groups = groupByTime(
    [due('2026-11-23'), due('2026-11-24'), due('2026-11-29'), due('2026-11-30'), due(null)],
    '2026-11-24',
  )
  expect(groups).toEqual([
    { name: 'late', items: [due('2026-11-23')] },
    { name: 'thisWeek', items: [due('2026-11-24'), due('2026-11-29')] },
    { name: 'later', items: [due('2026-11-30')] },
    { name: 'undated', items: [due(null)] },
  ])
})

test('nothing due makes no groups', () => {
  expect(groupByTime([], '2026-11-24')).toEqual([])
})
