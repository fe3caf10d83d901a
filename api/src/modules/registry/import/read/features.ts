import { JSONParser } from '@streamparser/json'
import { z } from 'zod'
import type { OpenFile } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import type { RawTable, TableRecord } from './table.ts'
import { startOfText, textOf } from './text.ts'

/** Headings under which the point of a GeoJSON feature is read; its properties may bear the same names. */
const POINT_HEADINGS = ['緯度', '経度'] as const

/** So many features are looked at for the names of their properties before the first is given out. */
const LOOKED_AT = 50

const feature = z.object({
  properties: z.record(z.string(), z.unknown()),
  geometry: z.object({ coordinates: z.array(z.unknown()) }).nullish(),
})

/** The features of a GeoJSON file, or the objects of a list, as records of a table. */
export async function openFeatures(open: OpenFile): Promise<RawTable> {
  const { encoding, text } = await startOfText(open)
  const headings: string[] = []

  async function* records(): AsyncGenerator<TableRecord> {
    let held: Readonly<Record<string, string>>[] = []
    let line = 0
    let begun = false
    const start = function* (): Generator<TableRecord> {
      begun = true
      for (const item of held) learn(headings, item)
      yield { line: 0, cells: [...headings] }
      for (const item of held) yield inColumns(headings, item, ++line)
      held = []
    }
    for await (const item of objectsOf(textOf(open, encoding), text)) {
      if (begun) {
        learn(headings, item)
        yield inColumns(headings, item, ++line)
        continue
      }
      held.push(item)
      if (held.length >= LOOKED_AT) yield* start()
    }
    if (!begun) yield* start()
  }

  return { container: 'JSON', encoding, delimiter: null, sheet: null, records, furtherHeadings: headings }
}

function learn(headings: string[], item: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(item)) if (!headings.includes(name)) headings.push(name)
}

const inColumns = (
  headings: readonly string[],
  item: Readonly<Record<string, string>>,
  line: number,
): TableRecord => ({ line, cells: headings.map((name) => item[name] ?? '') })

async function* objectsOf(
  pieces: AsyncIterable<string>,
  start: string,
): AsyncGenerator<Readonly<Record<string, string>>> {
  const isList = start.trimStart().startsWith('[')
  const paths = isList ? ['$.*'] : ['$.features.*', '$.type', '$.features']
  const parser = new JSONParser({ paths, keepStack: false })
  let found: Readonly<Record<string, string>>[] = []
  let type: unknown
  let listed = isList
  parser.onValue = ({ value, key, stack }) => {
    if (!isList && stack.length === 1) {
      if (key === 'type') type = value
      if (key === 'features') listed = true
      return
    }
    found.push(cellsOf(value))
  }
  const step = (work: () => void): typeof found => {
    try {
      work()
    } catch (error) {
      if (error instanceof UnreadableFile) throw error
      throw new UnreadableFile('FILE_DAMAGED')
    }
    const items = found
    found = []
    return items
  }
  for await (const piece of pieces) yield* step(() => parser.write(piece))
  yield* step(() => {
    if (!parser.isEnded) parser.end()
  })
  // What 国土地理院 gives for a municipality whose shelters are not published.
  if (type === 'unavailable') throw new UnreadableFile('NOTHING_PUBLISHED')
  if (!listed) throw new UnreadableFile('FILE_NOT_TABLE')
}

function cellsOf(value: unknown): Readonly<Record<string, string>> {
  const parsed = feature.safeParse(value)
  if (!parsed.success) return textsOf(typeof value === 'object' && value !== null ? value : {})
  const cells = textsOf(parsed.data.properties)
  const [longitude, latitude] = parsed.data.geometry?.coordinates ?? []
  return { ...cells, [POINT_HEADINGS[0]]: textOfValue(latitude), [POINT_HEADINGS[1]]: textOfValue(longitude) }
}

const textsOf = (object: object): Record<string, string> =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, textOfValue(value)]))

/** What a person would see of a value; of a value within a value nothing. */
function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
