import { expect, it } from 'vitest'
import { globalId, newId, parseGlobalId } from './ids.ts'

it('makes ids in the form of uuidv7: time first, version 7, never twice', () => {
  const at = new Date('2026-11-23T03:00:00.123Z')
  const ids = Array.from({ length: 100 }, () => newId(at))
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(at.getTime())
  }
})

it('puts ids of one moment in the order in which they were made', () => {
  const at = new Date('2026-11-23T03:00:00.123Z')
  const ids = Array.from({ length: 1_000 }, () => newId(at))
  expect(ids.toSorted()).toEqual(ids)
})

it('reads a global id back to type and key', () => {
  expect(parseGlobalId(globalId('Municipality', '062014'))).toEqual({ model: 'Municipality', id: '062014' })
  for (const none of ['', 'x', Buffer.from('Facility:').toString('base64url')])
    expect(parseGlobalId(none)).toBeNull()
})
