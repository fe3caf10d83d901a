import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { device, wipe } from './device.ts'
import { keep, recall } from './kept.ts'

const reading = (seat = 'FACILITY:1', userId = randomUUID()) => ({ userId, seat, key: 'board:{}' })

afterEach(() => vi.useRealTimers())

test('the last answer is there with its moment, for the same person and body only', async () => {
  const hers = reading()
  await keep(hers, { name: '見本 1' })
  await keep(hers, { name: '見本 2' })
  expect(await recall(hers)).toMatchObject({ data: { name: '見本 2' }, keptAt: expect.any(Date) })
  expect(await recall({ ...hers, seat: 'FACILITY:2' })).toBeUndefined()
  expect(await recall({ ...hers, userId: randomUUID() })).toBeUndefined()
  expect(await recall({ ...hers, seat: '' }, true)).toMatchObject({ data: { name: '見本 2' } })
})

test('after a day it is gone, whoever asks', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T00:00:00Z') })
  const hers = reading()
  await keep(hers, { name: '見本' })
  vi.setSystemTime(new Date('2026-11-27T23:59:00Z'))
  expect(await recall(hers)).toBeDefined()
  vi.setSystemTime(new Date('2026-11-28T00:01:00Z'))
  await recall(reading())
  expect(await (await device()).get('kept', [hers.userId, hers.seat, hers.key])).toBeUndefined()
})

test('it lies there sealed, cannot be moved to another place, and cannot be read once the key is gone', async () => {
  const hers = reading()
  await keep(hers, { name: '見本花子' })
  const database = await device()
  const row = await database.get('kept', [hers.userId, hers.seat, hers.key])
  if (!row) throw new Error('Nothing was kept.')
  expect(new TextDecoder().decode(row.sealed.data)).not.toContain('見本花子')
  await database.put('kept', { ...row, key: 'other' })
  expect(await recall({ ...hers, key: 'other' })).toBeUndefined()
  await database.delete('key', hers.userId)
  expect(await recall(hers)).toBeUndefined()
  await wipe(hers.userId)
  expect(await database.getAllFromIndex('kept', 'user', hers.userId)).toEqual([])
})
