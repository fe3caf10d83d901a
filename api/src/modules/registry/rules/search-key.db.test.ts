import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/support/database.ts'
import { SEARCH_FOLDING, searchKey } from './text.ts'

const fold = async (texts: readonly string[]): Promise<string[]> => {
  const { pool } = await testDatabase()
  const { rows } = await pool.query<{ key: string }>(
    'select search_key(t) as key from unnest($1::text[]) with ordinality as u(t, n) order by n',
    [texts],
  )
  return rows.map(({ key }) => key)
}

// What people type, and what they might: kana of both widths, marks that combine, old forms, dashes, any other text.
const typed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from(SEARCH_FOLDING.from)),
    fc.constantFrom(...Array.from('ｱｶﾞﾊﾟｯｰ゛゜ﾞﾟがパヴㇰ㈱①Ⅱ㌔é́ﬁ①荘園')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
})
const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

it('folds every text in the database exactly as the API does', async () => {
  const texts = fc.sample(typed, 3_000).filter(storable)
  expect(await fold(texts)).toEqual(texts.map(searchKey))
})

// U+A7F1, a modifier letter of Unicode 17: PostgreSQL 18 does not know it yet, and nobody types it.
const NEW_IN_UNICODE_17 = '\ua7f1'

it('folds each character of the basic plane exactly as the API does', async () => {
  const texts = Array.from({ length: 0x10000 }, (_, n) => String.fromCodePoint(n)).filter(
    (text) => storable(text) && text !== NEW_IN_UNICODE_17,
  )
  const keys = await fold(texts)
  const different = texts.filter((text, n) => keys[n] !== searchKey(text))
  expect(different.map((text) => text.codePointAt(0)?.toString(16))).toEqual([])
})
