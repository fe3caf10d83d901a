import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, readableAddress, type AddressArea } from './address.ts'
import {
  isCorporateNumber,
  isOfficeNumber,
  municipalityCheckDigit,
  readCorporateNumber,
  readMunicipalityCode,
  readOfficeNumber,
} from './checked-numbers.ts'
import { corporationNameKey, placeNameKey } from './names.ts'
import { plain, toHiragana, unspaced } from './text.ts'

// Every normalization changes nothing when it is applied again, and never makes one of two different numbers.

const officeNumber = fc
  .stringMatching(/^(?:0[1-9]|[1-3][0-9]|4[0-7])[0-9A-HJ-NPR-Z][0-9]{6}$/)
  .map((nine) => Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isOfficeNumber) ?? '')
const corporateNumber = fc
  .stringMatching(/^[0-9]{12}$/)
  .map((twelve) => Array.from({ length: 9 }, (_, n) => `${n + 1}${twelve}`).find(isCorporateNumber) ?? '')
const municipalityCode = fc
  .tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 100, max: 699 }))
  .map(([prefecture, number]) => `${String(prefecture).padStart(2, '0')}${number}`)
  .map((five) => five + municipalityCheckDigit(five))

/** What spreadsheets and people make of a number. */
const disguises: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => ` ${number}　`,
  (number) => number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (number) => number.toLowerCase(),
  (number) => number.replace(/^0/, ''),
  (number) => (/^[0-9]+$/.test(number) ? `${Number(number)}.0` : number),
]
const disguise = fc.constantFrom(...disguises)

describe('numbers', () => {
  it('of offices are read back from every disguise, as themselves', () => {
    fc.assert(
      fc.property(officeNumber, disguise, (number, disguised) => {
        const { value } = readOfficeNumber(disguised(number), number.slice(0, 2))
        // A letter keeps a spreadsheet from taking the zero, so nothing gives it back.
        const gone = /[A-Z]/.test(number) && disguised(number).length < 10
        expect(value).toBe(gone ? null : number)
        expect(readOfficeNumber(value ?? '').value ?? null).toBe(value)
      }),
    )
  })

  it('of corporations are read back from every disguise, as themselves', () => {
    fc.assert(
      fc.property(corporateNumber, disguise, (number, disguised) => {
        expect(readCorporateNumber(disguised(number)).value).toBe(number)
      }),
    )
  })

  // The rule itself cannot tell 0 from Z nor 1 from A, so this is about digits.
  it('never turn into another office by a digit that is wrong or lost', () => {
    const digits = officeNumber.filter((number) => /^[0-9]+$/.test(number))
    const damage = fc.tuple(digits, fc.nat(9), fc.constantFrom('', '0', '7'))
    fc.assert(
      fc.property(damage, ([number, position, put]) => {
        const cell = number.slice(0, position) + put + number.slice(position + 1)
        const { value } = readOfficeNumber(cell, number.slice(0, 2))
        // The check digit finds it, unless it was the leading zero or the same digit again.
        expect(value).toBe(cell === number || `0${cell}` === number ? number : null)
      }),
    )
  })

  it('of municipalities are never read as another known one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(municipalityCode, { minLength: 1, maxLength: 40 }),
        disguise,
        (codes, disguised) => {
          const known = new Set(codes)
          for (const code of codes)
            for (const form of [code, code.slice(0, 5), `${code.slice(0, 5)}00`])
              expect([code, null]).toContain(readMunicipalityCode(disguised(form), known))
        },
      ),
    )
  })
})

const areas: readonly AddressArea[] = [
  { prefecture: '山形県', district: null, name: '山形市' },
  { prefecture: '山形県', district: '最上郡', name: '真室川町' },
  { prefecture: '山形県', district: null, name: '真室川町' },
]
const area = fc.constantFrom(...areas)
const number = fc.integer({ min: 1, max: 9999 })
const town = fc.constantFrom('見本町', '大字見本字沢', '桜田西', 'あかねヶ丘', '飯塚町')

describe('addresses', () => {
  it('have one key however they are written', () => {
    const writings: readonly ((town: string, a: number, b: number) => string)[] = [
      (name, a, b) => `${name}${a}-${b}`,
      (name, a, b) => `${name}${a}番${b}号`,
      (name, a, b) => `${name}${a}番地${b}`,
      (name, a, b) => `${name}${a}番地の${b}`,
      (name, a, b) => `${name}${a}の${b}`,
      (name, a, b) => `${name} ${a}－${b}`,
      (name, a, b) => `${name}${a}−${b} 見本ビル3F`,
    ]
    const writing = fc.constantFrom(...writings)
    fc.assert(
      fc.property(area, town, number, number, writing, writing, (where, name, a, b, one, other) => {
        const { prefecture, district, name: municipality } = where
        const key = addressKey(`${prefecture}${district ?? ''}${municipality}${one(name, a, b)}`, where)
        expect(addressKey(`${municipality}${other(name, a, b)}`, where)).toBe(key)
      }),
    )
  })

  it('of two places have two keys', () => {
    fc.assert(
      fc.property(
        area,
        town,
        fc.tuple(number, number),
        fc.tuple(number, number),
        (where, name, one, other) => {
          const [key, otherKey] = [one, other].map(([a, b]) => addressKey(`${name}${a}-${b}`, where))
          expect(key === otherKey).toBe(one.join('-') === other.join('-'))
        },
      ),
    )
  })

  it('change nothing when they are normalized again', () => {
    const anything = fc.array(
      fc.oneof(
        town,
        fc.constantFrom(
          '山形県',
          '山形市',
          '最上郡',
          '真室川町',
          '１',
          '2',
          '-',
          '－',
          ' ',
          '　',
          '丁目',
          '番地',
          '号',
          'ビル',
          '2階',
        ),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(area, anything, (where, parts) => {
        const shown = readableAddress(parts.join(''), where)
        expect(readableAddress(shown, where)).toBe(shown)
      }),
    )
  })
})

describe('names', () => {
  const name = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '社会福祉法人',
          '（福）',
          '㈱',
          '見本',
          '会',
          '荘',
          '　',
          ' ',
          '髙',
          '高',
          'ｱｵﾊﾞ',
          'アオバ',
          'Ⅱ',
          '・',
        ),
        fc.string({ unit: 'grapheme', maxLength: 2 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''))

  it.each([
    ['plain', plain],
    ['unspaced', unspaced],
    ['toHiragana', toHiragana],
    ['corporationNameKey', corporationNameKey],
    ['placeNameKey', (text: string) => placeNameKey(text)],
  ])('%s changes nothing when it is applied again', (_, normalize) => {
    fc.assert(
      fc.property(name, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text))
      }),
      { examples: [['i˛'], ['カ ゙']] },
    )
  })

  it('keep every digit, so that 第1見本荘 and 第11見本荘 stay two', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (one, other) => {
        const [key, otherKey] = [one, other].map((n) => placeNameKey(`特別養護老人ホーム第${n}見本荘`))
        expect(key === otherKey).toBe(one === other)
      }),
    )
  })
})
