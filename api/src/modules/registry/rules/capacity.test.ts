import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCapacity } from './capacity.ts'

describe('定員, 収容人数', () => {
  it.each([
    ['', null, null, undefined],
    ['0', null, null, undefined],
    ['0.0', null, null, undefined],
    ['0人', null, null, undefined],
    ['29', 29, null, undefined],
    ['29.0', 29, null, undefined],
    ['１００', 100, null, undefined],
    ['29人', 29, null, undefined],
    ['2,900名', 2900, null, undefined],
    ['165800.0', 165800, null, undefined],
    ['定員 29 名', 29, null, undefined],
    ['想定収容人数：300人', 300, null, undefined],
    ['100人（うち車いす10人）', 100, null, undefined],
    ['100人（体育館のみ）', 100, null, undefined],
    ['合計80人（1階50人、2階30人）', 80, null, undefined],
    ['屋内480人／屋外3,350人(面積の1/2)', null, 'CAPACITY_UNSURE', '480'],
    ['300人（500人）', null, 'CAPACITY_UNSURE', '300'],
    ['100人～150人', null, 'CAPACITY_UNSURE', '100'],
    ['約300人', null, 'CAPACITY_UNSURE', '300'],
    ['1階50人 2階30人', null, 'CAPACITY_UNSURE', '50'],
    ['100-150', null, 'CAPACITY_UNREADABLE', undefined],
    ['-5', null, 'CAPACITY_UNREADABLE', undefined],
    ['29.5', null, 'CAPACITY_UNREADABLE', undefined],
    ['29床', null, 'CAPACITY_UNREADABLE', undefined],
    ['2人/3.3㎡', null, 'CAPACITY_UNSURE', '2'],
    ['1千人', null, 'CAPACITY_UNREADABLE', undefined],
    ['若干名', null, 'CAPACITY_UNREADABLE', undefined],
    ['1.5E+03', null, 'CAPACITY_UNREADABLE', undefined],
  ])('reads %j', (cell, value, note, proposal) =>
    expect(readCapacity(cell)).toEqual({ value, note, proposal }),
  )

  it('never gives a number that does not stand in the cell', () => {
    const pieces = fc.constantFrom(
      '屋内',
      '屋外',
      '人',
      '名',
      '／',
      '（',
      '）',
      '約',
      '～',
      '12',
      '3,350',
      '0',
      '1',
      '.',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const cell = parts.join('')
        const { value } = readCapacity(cell)
        const stands = value === null || cell.replace(/[, .]/g, '').includes(String(value))
        expect(stands).toBe(true)
      }),
    )
  })
})
