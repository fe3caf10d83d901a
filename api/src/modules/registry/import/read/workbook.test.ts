import { expect, it } from 'vitest'
import { all, opened, workbookParts, zipped } from '../../../../../../tests/support/import-files.ts'
import { StringTable } from './string-table.ts'
import { openWorkbook } from './workbook.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const sheetOf = (rows: string): string => `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`

async function cellsOf(parts: Record<string, string>): Promise<readonly (readonly string[])[]> {
  const [table] = await openWorkbook(opened(zipped({ ...workbookParts([]), ...parts }), 97))
  return table ? (await all(table.records())).map(({ cells }) => cells) : []
}

it.each([
  ['a number', '<c r="A1"><v>62014.0</v></c>', ['62014']],
  ['a number in powers of ten', '<c r="A1"><v>3.010405001696E12</v></c>', ['3010405001696']],
  ['a point', '<c r="A1"><v>140.3608737</v></c>', ['140.3608737']],
  ['an inline text', '<c r="A1" t="inlineStr"><is><t>山形</t></is></c>', ['山形']],
  ['a formula', '<c r="A1" t="str"><f>A2</f><v>山形</v></c>', ['山形']],
  ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', ['#N/A']],
  ['yes and no', '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', ['TRUE', 'FALSE']],
  ['a gap', '<c r="A1"><v>1</v></c><c r="D1"><v>4</v></c>', ['1', '', '', '4']],
  ['a far column', '<c r="AB1"><v>1</v></c>', [...Array.from({ length: 27 }, () => ''), '1']],
  ['no references', '<c><v>1</v></c><c/><c><v>3</v></c>', ['1', '', '3']],
  ['marks that look alike', '<c r="A1" t="str"><v>1−2〜3</v></c>', ['1－2～3']],
])('reads %s', async (_, cells, expected) => {
  expect(await cellsOf({ 'xl/worksheets/sheet1.xml': sheetOf(`<row r="1">${cells}</row>`) })).toEqual([
    expected,
  ])
})

it('reads rich text as one, without the reading noted beside it', async () => {
  const strings = `<sst ${MAIN}><si><r><t>特別養護</t></r><r><t xml:space="preserve"> 老人ホーム</t></r><rPh sb="0" eb="2"><t>トクベツ</t></rPh></si></sst>`
  const sheet = sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
  expect(await cellsOf({ 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet1.xml': sheet })).toEqual([
    ['特別養護 老人ホーム'],
  ])
})

it('reads a workbook whose elements carry a prefix', async () => {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const sheet = `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  expect(await cellsOf({ 'xl/worksheets/sheet1.xml': sheet })).toEqual([['5']])
})

it('leaves out hidden sheets', async () => {
  const book = `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="裏" state="hidden" r:id="rId9"/><sheet name="表" r:id="rId1"/></sheets></workbook>`
  const tables = await openWorkbook(opened(zipped({ ...workbookParts([['1']]), 'xl/workbook.xml': book })))
  expect(tables.map(({ sheet }) => sheet)).toEqual(['表'])
})

it('keeps every string of the table of strings', () => {
  const table = new StringTable()
  const texts = Array.from({ length: 5000 }, (_, n) => '山'.repeat(n % 40) + String(n))
  for (const text of texts) table.add(text)
  expect(texts.every((text, n) => table.get(n) === text)).toBe(true)
  expect([table.get(-1), table.get(5000), table.get(Number.NaN)]).toEqual(['', '', ''])
})
