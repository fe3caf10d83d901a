import { describe, expect, it } from 'vitest'
import type { ItemState } from './agenda.ts'
import { newsOf, refusalOfPaper } from './papers.ts'

const ITEM_STATES = [
  'UPCOMING',
  'OPEN',
  'VOTING',
  'DECIDED',
  'REPORTED',
  'WITHDRAWN',
  'CARRIED_OVER',
] as const
const OPEN: readonly ItemState[] = ['UPCOMING', 'OPEN', 'VOTING']

describe('a paper can be laid', () => {
  it.each(['DRAFT', 'NOTICED', 'OPEN'] as const)('%s: before what is not settled', (state) => {
    expect(ITEM_STATES.filter((item) => refusalOfPaper(state, item) === null)).toEqual(OPEN)
    expect(refusalOfPaper(state, 'DECIDED')).toBe('ITEM_IS_SETTLED')
  })

  it.each(['CLOSED', 'CANCELLED'] as const)('%s: before nothing', (state) => {
    expect(ITEM_STATES.map((item) => refusalOfPaper(state, item))).toEqual(
      ITEM_STATES.map(() => 'MEETING_IS_OVER'),
    )
  })
})

describe('what is new about a paper', () => {
  const day = (of: number) => new Date(Date.UTC(2026, 10, of))
  const notice = day(10)
  it.each([
    ['nothing before the notice', day(1), day(2), day(3), null, null],
    ['nothing if all came before it', day(1), day(2), day(3), notice, null],
    ['nothing if it came with it', notice, notice, notice, notice, null],
    ['a version that came after it', day(1), day(2), day(11), notice, 'RENEWED'],
    ['a first file that came after it', day(1), day(11), day(11), notice, 'ADDED'],
    ['one that was laid after it', day(11), day(2), day(3), notice, 'ADDED'],
    ['one that was laid and renewed after it', day(11), day(11), day(12), notice, 'ADDED'],
    ['nothing while it has no file', day(11), null, null, notice, null],
  ] as const)('%s', (_what, attachedAt, firstAt, arrivedAt, noticeSentAt, news) => {
    expect(newsOf({ attachedAt, firstAt, arrivedAt }, noticeSentAt)).toBe(news)
  })
})
