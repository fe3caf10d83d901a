import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, ExportTable } from './table.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const KINDS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetNames = ['一覧', '出典と凡例'] as const

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${KINDS}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${KINDS}.styles+xml"/>` +
    sheetNames
      .map(
        (_name, n) =>
          `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${KINDS}.worksheet+xml"/>`,
      )
      .join('') +
    '</Types>',
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>` +
    sheetNames.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('') +
    '</sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${RELATIONS}">` +
    sheetNames
      .map(
        (_name, n) =>
          `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
      )
      .join('') +
    `<Relationship Id="rId9" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  // The second format is text: a telephone number that is typed over keeps its zero.
  'xl/styles.xml':
    `<styleSheet xmlns="${SHEETS}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
    '<xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>',
}

const TEXT = 1
const HEADING = 2

// oxlint-disable-next-line no-control-regex -- XML knows no other control characters
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Text stands as text: a spreadsheet never takes it for a formula or a number. */
function cellXml(cell: Cell, style: number): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const rowXml = (cells: readonly Cell[], style = TEXT): string =>
  `<row>${cells.map((cell) => cellXml(cell, style)).join('')}</row>`

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

/** An Excel workbook, written while its rows are read: the table, and a sheet that says what it is. */
export async function* xlsx({ about, columns, portions }: ExportTable): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else ready.push(Buffer.from(chunk))
  })
  function* written(): Generator<Buffer> {
    if (failure) throw failure
    yield* ready.splice(0)
  }
  const start = (name: string): ((text: string, last?: boolean) => void) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return (text, last = false) => file.push(strToU8(text), last)
  }

  for (const [name, content] of Object.entries(parts)) start(name)(XML + content, true)
  const table = start('xl/worksheets/sheet1.xml')
  table(`${XML}<worksheet xmlns="${SHEETS}">${frozen}<sheetData>${rowXml(columns, HEADING)}`)
  for await (const portion of portions) {
    table(portion.map(({ cells }) => rowXml(cells)).join(''))
    yield* written()
  }
  table('</sheetData></worksheet>', true)
  const notes = [
    rowXml([about.title], HEADING),
    rowXml([`作成日 ${about.madeOn}`]),
    ...about.notes.map((note) => rowXml([note])),
  ]
  start('xl/worksheets/sheet2.xml')(
    `${XML}<worksheet xmlns="${SHEETS}"><cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${notes.join('')}</sheetData></worksheet>`,
    true,
  )
  zip.end()
  yield* written()
}
