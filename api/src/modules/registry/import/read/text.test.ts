import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, encoded, opened, type TextEncoding } from '../../../../../../tests/support/import-files.ts'
import { encodingOf, textOf, withoutTwins } from './text.ts'

const TEXT = '施設名,住所\r\n見本﨑荘㈱,山形市①丁目－２～３\r\nﾐﾎﾝ,～\r'

describe.each<TextEncoding>(['UTF-8', 'UTF-8 BOM', 'UTF-16 LE', 'Shift_JIS'])('%s', (encoding) => {
  it('is recognized', () => {
    expect(encodingOf(encoded(TEXT, encoding))).toBe(encoding)
  })

  it('is read the same wherever the chunks cut it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), async (chunk) => {
        const pieces = await all(textOf(opened(encoded(TEXT, encoding), chunk), encoding))
        expect(pieces.join('')).toBe(TEXT.replace(/\r\n?/g, '\n'))
      }),
    )
  })
})

it('stays UTF-8 when single characters are broken', () => {
  const bytes = Buffer.concat([
    Buffer.from('施設名,住所\n見本'),
    Buffer.from([0xe8, 0x8d]),
    Buffer.from('荘,山形市\n'),
  ])
  expect(encodingOf(bytes)).toBe('UTF-8')
})

it('is not misled by a sample that ends within a character', () => {
  const bytes = Buffer.from('山形')
  for (let length = 1; length < bytes.length; length++)
    expect(encodingOf(bytes.subarray(0, length))).toBe('UTF-8')
})

it('has one of two marks that look alike', () => {
  expect(withoutTwins('1−2〜3—4')).toBe('1－2～3―4')
  expect(withoutTwins(withoutTwins('1−2〜3—4'))).toBe('1－2～3―4')
})
