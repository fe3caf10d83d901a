import { expect, it } from 'vitest'
import { FIELDS } from '../../api/src/modules/registry/import/read/fields.ts'
import { FILE_PROBLEMS, ROW_PROBLEMS } from '../../api/src/modules/registry/import/read/problems.ts'
import { importProblems as english } from '../../web/src/locales/en/import-problems.ts'
import { importProblems as japanese } from '../../web/src/locales/ja/import-problems.ts'

it.each([
  ['why a file cannot be read', 'files', FILE_PROBLEMS, ['OTHER']],
  ['what there is to tell about a row', 'rows', ROW_PROBLEMS, ['OTHER']],
  ['what a column can mean', 'fields', FIELDS, []],
] as const)('every code of %s has its words, in Japanese and English', (_, kind, codes, further) => {
  for (const texts of [japanese, english])
    expect(Object.keys(texts[kind]).toSorted()).toEqual([...codes, ...further].toSorted())
})
