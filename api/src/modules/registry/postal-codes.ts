import fs from 'node:fs/promises'
import path from 'node:path'
import type { Sql } from '../../kernel/read/sql.ts'
import { unspaced } from './rules/text.ts'

/** What a postal code stands for: a municipality and the address from it on. */
export interface PostalPlace {
  readonly municipalityCode: string | null
  readonly prefecture: string
  readonly address: string
}

type Published = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const FILE = path.resolve(import.meta.dirname, '../../../../data/postal/yamagata.json')
let reading: Promise<Published> | undefined

/** The file as issued; read once, when somebody first asks. */
const published = (): Promise<Published> =>
  (reading ??= fs.readFile(FILE, 'utf8').then((text) => JSON.parse(text) as Published))

interface MunicipalityRow extends Record<string, unknown> {
  readonly code: string
  readonly name: string
  readonly prefecture: string
}

/**
 * The places of a postal code, at most ten; none when it is not known. Addresses begin with the municipality, as the
 * registry's do: without the county, and without the remarks in brackets of the published list.
 */
export async function placesOfPostalCode(sql: Sql, typed: string): Promise<PostalPlace[]> {
  const code = unspaced(typed).replace(/[^0-9]/g, '')
  const file = await published()
  const places = Object.entries(Object.hasOwn(file, code) ? (file[code] ?? {}) : {})
    .flatMap(([prefecture, addresses]) => addresses.map((address) => ({ prefecture, address })))
    .slice(0, 10)
  if (places.length === 0) return []
  const municipalities = await sql<MunicipalityRow>(
    'SELECT code, name, prefecture FROM municipality WHERE prefecture = ANY ($1::text[]) ORDER BY length(name) DESC, code',
    [[...new Set(places.map(({ prefecture }) => prefecture))]],
  )
  return places.map(({ prefecture, address }) => {
    const municipality = municipalities.find(
      (one) => one.prefecture === prefecture && new RegExp(`^(?:.{1,4}郡)?${one.name}`).test(address),
    )
    const from = municipality ? address.indexOf(municipality.name) : 0
    return {
      prefecture,
      municipalityCode: municipality?.code ?? null,
      address: address.slice(from).replace(/（.*$/, ''),
    }
  })
}
