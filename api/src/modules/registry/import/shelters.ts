import { z } from 'zod'
import { addressKey, readableAddress } from '../rules/address.ts'
import { readPoint } from '../rules/place.ts'
import type { NoteCode } from '../rules/reading.ts'
import { plain } from '../rules/text.ts'
import {
  UnreadableFile,
  type FileReading,
  type Municipalities,
  type RefusalCode,
  type RowReport,
  type ShelterRow,
} from './published.ts'

const text = z.string().nullish()

const shelterFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
      properties: z.object({ 共通ID: text, '施設・場所名': text, 住所: text }).catchall(z.unknown()),
    }),
  ),
})

// What 国土地理院 gives for a municipality whose shelters are not published.
const unavailable = z.object({ type: z.literal('unavailable') })

const HAZARDS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
] as const

/** Reads one municipality's file of 国土地理院; null when it says that nothing is published. */
export function readShelters(
  kind: ShelterRow['kind'],
  file: string,
  content: string,
  municipalities: Municipalities,
): FileReading<ShelterRow> | null {
  const json: unknown = JSON.parse(content)
  if (unavailable.safeParse(json).success) return null
  const parsed = shelterFile.safeParse(json)
  if (!parsed.success) throw new UnreadableFile(`${file}: not a list of shelters`)

  const code = /([0-9]{6})\.json$/.exec(file)?.[1]
  const municipality = municipalities.get(code ?? '')
  const rows: ShelterRow[] = []
  const refused: RowReport<RefusalCode>[] = []
  const noted: RowReport<NoteCode>[] = []
  parsed.data.features.forEach(({ properties, geometry }, n) => {
    const at = { file, line: n + 1 }
    const name = plain(properties['施設・場所名'] ?? '')
    const address = properties.住所 ?? ''
    if (!municipality) return void refused.push({ ...at, code: 'MUNICIPALITY_UNKNOWN' })
    if (!properties.共通ID) return void refused.push({ ...at, code: 'SOURCE_KEY_MISSING' })
    if (name === '') return void refused.push({ ...at, code: 'NAME_MISSING' })
    const [longitude, latitude] = geometry?.coordinates ?? ['', '']
    const point = readPoint(String(latitude), String(longitude), municipality.bounds)
    if (point.note) noted.push({ ...at, code: point.note })
    rows.push({
      file,
      kind,
      sourceKey: properties.共通ID,
      name,
      address: readableAddress(address, municipality),
      addressKey: addressKey(address, municipality),
      municipalityCode: municipality.code,
      point: point.value,
      ...welfareOf(properties),
      hazards: HAZARDS.filter((hazard) => properties[hazard] === '1'),
    })
  })
  return { rows, refused, noted }
}

/** 受入対象者 is published for a 指定福祉避難所 only; some municipalities say it in the remark instead. */
function welfareOf(properties: Record<string, unknown>): Pick<ShelterRow, 'welfare' | 'acceptedPersons'> {
  const cell = (heading: string) => {
    const written = properties[heading]
    return typeof written === 'string' ? plain(written) || null : null
  }
  const acceptedPersons = cell('受入対象者')
  const remark = cell('その他市町村長が必要と認める事項')
  return { acceptedPersons, welfare: acceptedPersons !== null || remark === '福祉避難所' }
}
