import { expect, test } from 'vitest'
import { lostOf, mergeTyped, typedSince } from './merge-typed.ts'

const base = { note: 'a', rules: { days: '7', years: '2' }, articles: [{ text: '一' }] }
const rows = [
  [
    'untouched, it takes what the record holds now',
    { current: base, sent: undefined },
    ['note', 'rules.days'],
    [],
  ],
  [
    'sent, it takes the answer',
    { current: { ...base, note: 'b' }, sent: { ...base, note: 'b' } },
    ['note', 'rules.days'],
    [],
  ],
  [
    'typed after it was sent, it stays',
    { current: { ...base, note: 'bc' }, sent: { ...base, note: 'b' } },
    ['rules.days'],
    ['note'],
  ],
  [
    'typed where nobody changed anything, it is not in dispute',
    { current: { ...base, rules: { days: '7', years: '4' } }, sent: undefined },
    ['note', 'rules.days'],
    [],
  ],
  [
    'typed where somebody changed it, it stays',
    { current: { ...base, rules: { days: '9', years: '2' } }, sent: undefined },
    ['note'],
    ['rules.days'],
  ],
] as const

test.each(rows)('%s', (_, { current, sent }, taken, kept) => {
  const next = { ...base, note: 'B', rules: { days: '14', years: '2' } }
  const merged = mergeTyped({ base, sent, current, next })
  expect(merged.taken.map(({ path }) => path)).toEqual(taken)
  expect(merged.kept).toEqual(kept)
})

test('a list is one field: rows that moved are never mixed with rows that were typed', () => {
  const next = { ...base, articles: [{ text: '二' }, { text: '一' }] }
  expect(mergeTyped({ base, sent: undefined, current: base, next }).taken).toEqual([
    { path: 'articles', value: next.articles },
  ])
  const current = { ...base, articles: [{ text: '一の二' }] }
  expect(mergeTyped({ base, sent: undefined, current, next })).toEqual({ taken: [], kept: ['articles'] })
})

test('what was typed since is known, what a field tidied is not typed, and what fell out is found', () => {
  const sent = { phone: '０２３', name: '山' }
  expect(typedSince(sent, { phone: '023', name: '山' }, () => (typed) => typed.normalize('NFKC'))).toEqual([])
  const since = typedSince(sent, { phone: '０２３', name: '山形' })
  expect(since).toEqual([{ path: 'name', value: '山形' }])
  expect(lostOf(since, { phone: '', name: '' })).toEqual(since)
  expect(lostOf(since, { phone: '', name: '山形' })).toEqual([])
})
