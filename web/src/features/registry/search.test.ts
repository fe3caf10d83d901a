import { describe, expect, it } from 'vitest'
import { conditionsOf, countConditions, fromStart, pageOf, readSearch, toggled } from './search.ts'

describe('readSearch', () => {
  it.each([
    [{}, {}],
    [{ q: ' ' }, {}],
    [{ q: 670100718 }, { q: '670100718' }],
    [{ q: '0670100718' }, { q: '0670100718' }],
    [{ q: { a: 1 }, m: {}, s: null, f: 'x', w: 'yes', only: 'all' }, {}],
    [{ m: '062014' }, { m: ['062014'] }],
    [{ m: ['062014', 62022, ''] }, { m: ['062014', '62022'] }],
    [{ f: ['STALE', 'x'] }, { f: ['STALE'] }],
    [
      { w: true, only: 'sample', after: 'a' },
      { w: true, only: 'sample', after: 'a' },
    ],
  ])('reads %j', (given, search) => expect(readSearch(given)).toEqual(search))
})

it('takes a cursor whole, however long the reading it holds', () => {
  expect(readSearch({ after: 'a'.repeat(300) })).toEqual({ after: 'a'.repeat(300) })
})

describe('toggled', () => {
  it('puts a condition on and takes it off again, on the first page', () => {
    const on = toggled({ q: '荘', after: 'x' }, 'm', '062014')
    expect(on).toEqual({ q: '荘', m: ['062014'] })
    expect(toggled(on, 'm', '062014')).toEqual({ q: '荘' })
  })
})

it('counts conditions without the words', () => {
  expect(countConditions({ q: '荘', m: ['a', 'b'], f: ['STALE'], w: true, only: 'real' })).toBe(5)
})

it('asks for what the address says', () => {
  expect(conditionsOf({ q: '荘', only: 'real' })).toMatchObject({ text: '荘', sample: false })
  expect(conditionsOf({})).toMatchObject({ sample: undefined })
})

it('asks for a page forward or back', () => {
  expect(pageOf({ after: 'a' }, 5)).toEqual({ first: 5, after: 'a' })
  expect(pageOf({ before: 'b' }, 5)).toEqual({ last: 5, before: 'b' })
  expect(fromStart({ q: '荘', after: 'a', before: 'b' })).toEqual({ q: '荘' })
})
