import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openedWorkbook } from '../../../tests/support/protected-workbook.ts'
import { protectedWorkbook } from './protected-workbook.ts'

// A password is hashed a hundred thousand times, here and in the reading.
describe('a workbook with a password', { timeout: 30_000 }, () => {
  // Small ones lie in the small sectors of the container, large ones need several tables of it.
  it.each([1, 4_080, 70_000])('of %d bytes comes out as it went in', async (size) => {
    const workbook = randomBytes(size)
    const file = await protectedWorkbook(workbook, 'mihon-no-kagi')
    expect(openedWorkbook(file, 'mihon-no-kagi').equals(workbook)).toBe(true)
    expect(file.includes(workbook.subarray(0, 16)) && size > 16).toBe(false)
  })

  it('opens with no other password, and tells when it was changed', async () => {
    const workbook = randomBytes(9_000)
    const [one, two] = [
      await protectedWorkbook(workbook, 'mihon-no-kagi'),
      await protectedWorkbook(workbook, 'mihon-no-kagi'),
    ]
    expect(() => openedWorkbook(one, 'mihon-no-kagj')).toThrow('the password is wrong')
    expect(one.equals(two)).toBe(false)
    one.writeUInt8(one.readUInt8(2_000) ^ 1, 2_000)
    expect(() => openedWorkbook(one, 'mihon-no-kagi')).toThrow(/changed|wrong/)
  })
})
