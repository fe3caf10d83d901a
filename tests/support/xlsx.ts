import { inflateRawSync } from 'node:zlib'

/** The first sheet of a small xlsx file, as texts by column letter. For tests; the portal's own reader streams. */
export function readSheet(file: Buffer): Record<string, string>[] {
  const shared = [...entry(file, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    plain(item.replace(/<rPh.*?<\/rPh>/gs, '')),
  )
  return [...entry(file, 'xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    Object.fromEntries(
      [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)><v>(.*?)<\/v>/g)].map(
        ([, column = '', kind = '', cell = '']) => [
          column,
          kind.includes('t="s"') ? (shared[Number(cell)] ?? '') : cell,
        ],
      ),
    ),
  )
}

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** One file of a zip archive. */
function entry(file: Buffer, name: string): string {
  const found = unzipped(file).get(name)
  if (found === undefined) throw new Error(`${name} is not in the archive`)
  return found
}

/** The files of a zip archive as texts by their names, found through its directory at the end. */
export function unzipped(file: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  let at = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006') + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const start = file.readUInt32LE(at + 42)
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    const bytes = file.subarray(data, data + file.readUInt32LE(at + 20))
    const text = (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    files.set(file.toString('utf8', at + 46, at + 46 + nameLength), text)
    at += 46 + nameLength + extra + comment
  }
  return files
}
