import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, packedName } from './handover.ts'

describe('a name inside the package', () => {
  it.each([
    [1, '令和8年度 総会議事録', '議事録.PDF', '001_令和8年度 総会議事録.pdf'],
    [12, '../../etc/passwd', 'x.txt', '012__.._etc_passwd.txt'],
    [3, 'a:b*c?', 'x', '003_a_b_c_'],
    [4, ' . ', 'x.pdf', '004__.pdf'],
  ])('%i %s', (number, title, file, name) => expect(packedName(number, title, file)).toBe(name))

  it('leads nowhere else, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, file) => {
        const name = packedName(7, title, file)
        expect(name).toMatch(/^007_/)
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
        expect(name.isWellFormed()).toBe(true)
        expect([...name].length).toBeLessThanOrEqual(70)
      }),
    )
  })
})

it.each([
  ['=1+1', "'=1+1"],
  ['見本, "花子"', '"見本, ""花子"""'],
  [null, ''],
  ['0000000001', '0000000001'],
])('a cell %s', (text, cell) => expect(csvCell(text)).toBe(cell))
