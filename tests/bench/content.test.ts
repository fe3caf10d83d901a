import { expect, it } from 'vitest'
import { contentOf, firstDifference } from './content.ts'

const key = '019a0000-0000-7000-8000-000000000001'
const answer = (id: string, confirmedAt: string, endCursor: string) =>
  JSON.stringify({
    data: { facility: { id, confirmedAt, offices: { pageInfo: { endCursor } } } },
    extensions: {},
  })

it('sees through the forms of ids, instants and cursors', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const ours = contentOf(answer(base64(`Facility:${key}`), '2026-10-01T00:00:00.000Z', 'a'))
  const theirs = contentOf(answer(base64(`["facilities","${key}"]`), '2026-10-01T09:00:00+09:00', 'b'))
  expect(ours).toEqual({
    facility: {
      id: key,
      confirmedAt: '2026-10-01T00:00:00.000Z',
      offices: { pageInfo: { endCursor: 'cursor' } },
    },
  })
  expect(firstDifference(ours, theirs)).toBeUndefined()
})

it('names the first place where two answers differ', () => {
  expect(firstDifference({ rows: [1, 2] }, { rows: [1, 3] })).toBe('answer.rows.1: 2 ≠ 3')
  expect(firstDifference({ rows: [1] }, { rows: [1, 2] })).toBe('answer.rows.1: undefined ≠ 2')
  expect(firstDifference({ name: null }, { name: {} })).toBe('answer.name: null ≠ {}')
  expect(firstDifference({}, { name: 'a' })).toBe('answer.name: undefined ≠ "a"')
})
