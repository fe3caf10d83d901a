import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isCorporateNumber,
  isMunicipalityCode,
  isOfficeNumber,
  municipalityCheckDigit,
  readCorporateNumber,
  readMunicipalityCode,
  readOfficeNumber,
} from './checked-numbers.ts'

describe('法人番号', () => {
  it.each(['4011001098993', '7123456789012', '2120901007402', '7000012050002', '3010405001696'])(
    'accepts %s',
    (number) => expect(readCorporateNumber(number)).toEqual({ value: number, note: null }),
  )

  it.each([
    ['', null, 'CORPORATE_NUMBER_MISSING'],
    [' 　', null, 'CORPORATE_NUMBER_MISSING'],
    ['3010405001697', null, 'CORPORATE_NUMBER_WRONG'],
    ['0639000500541', null, 'CORPORATE_NUMBER_WRONG'],
    ['301040500169', null, 'CORPORATE_NUMBER_WRONG'],
    ['3.0104E+12', null, 'CORPORATE_NUMBER_ROUNDED'],
    ['３０１０４０５００１６９６', '3010405001696', null],
    ['T3010405001696', '3010405001696', null],
    ['3-0104-0500-1696', '3010405001696', null],
    [' 3010405001696', '3010405001696', null],
  ])('reads %j', (cell, value, note) => expect(readCorporateNumber(cell)).toEqual({ value, note }))

  it('has exactly one right check digit for every base number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (base) => {
        const right = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => isCorporateNumber(`${digit}${base}`))
        expect(right).toHaveLength(1)
      }),
    )
  })
})

describe('事業所番号', () => {
  it.each([
    ['0670100734', '0670100734'],
    ['06B0100016', '06B0100016'],
    ['06b0100016', '06B0100016'],
    ['０６７０１００７３４', '0670100734'],
    ['670100734', '0670100734'],
    ['670100734.0', '0670100734'],
    ['0670100735', null],
    ['06I0100016', null],
    ['067010073', null],
    ['6.70101E+08', null],
    ['6.70100734E+08', '0670100734'],
    ['067-0100-734', '0670100734'],
    ['', null],
  ])('reads %j as %j', (cell, number) => expect(readOfficeNumber(cell).value).toBe(number))

  it('has exactly one right check digit for every nine characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{6}$/), (nine) => {
        const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => isOfficeNumber(`${nine}${digit}`))
        expect(right).toHaveLength(1)
      }),
    )
  })
})

describe('municipality codes', () => {
  const known = new Set(['062014', '063649', '011002', '012025'])

  it.each([
    ['062014', '062014'],
    ['62014', '062014'],
    ['62014.0', '062014'],
    ['06201', '062014'],
    ['6201', '062014'],
    ['0620100', '062014'],
    ['620100', '062014'],
    ['０６２０１４', '062014'],
    ['063649', '063649'],
    ['12025', '012025'],
    ['062015', null],
    ['06202', null],
    ['0620101', null],
    ['山形市', null],
    ['', null],
  ])('reads %j as %j', (cell, code) => expect(readMunicipalityCode(cell, known)).toBe(code))

  it.each(['062014', '011002', '082201', '092011', '272108'])('accepts %s', (code) =>
    expect(isMunicipalityCode(code)).toBe(true),
  )

  it('refuses the wrong code of 枚方 that circulates', () => {
    expect(isMunicipalityCode('272104')).toBe(false)
  })

  it('reads every form of every code back to the same code', () => {
    const fiveDigits = fc
      .tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 100, max: 699 }))
      .map(([prefecture, number]) => String(prefecture).padStart(2, '0') + number)
    fc.assert(
      fc.property(fiveDigits, (five) => {
        const code = five + municipalityCheckDigit(five)
        for (const form of [code, five, `${five}00`].flatMap((text) => [text, text.replace(/^0/, '')]))
          expect(readMunicipalityCode(form, new Set([code]))).toBe(code)
      }),
    )
  })

  it('refuses digits that can be read as two known municipalities', () => {
    const hakodateWithoutZero = '12025'
    const readAsJis = `12025${municipalityCheckDigit('12025')}`
    expect(readMunicipalityCode(hakodateWithoutZero, new Set(['012025']))).toBe('012025')
    expect(readMunicipalityCode(hakodateWithoutZero, new Set(['012025', readAsJis]))).toBeNull()
  })
})
