import fs from 'node:fs'
import path from 'node:path'
import { readMunicipalities } from '../../../api/src/modules/registry/import/municipalities.ts'
import { readFile } from '../../../api/src/modules/registry/import/read/read-file.ts'
import { projectRoot } from '../../../scripts/project.ts'
import type { OfficeRow } from './published.ts'

/** The rows of all care service files that are shipped, each service of an office once. */
export async function readOfficeRows(): Promise<OfficeRow[]> {
  const folder = path.join(projectRoot, 'data')
  const map = 'map/yamagata_municipalities.geojson'
  const outlines = readMunicipalities(map, fs.readFileSync(path.join(folder, map), 'utf8'))
  const municipalities = new Map(outlines.map((one) => [one.code, one]))
  const rows = new Map<string, OfficeRow>()
  for (const name of fs.readdirSync(path.join(folder, 'kaigo')).toSorted()) {
    const file = `kaigo/${name}`
    const open = () => fs.createReadStream(path.join(folder, file))
    for await (const { line, facts } of readFile(open, file, { format: 'CARE_SERVICES', municipalities })) {
      if (facts?.target !== 'OFFICE') continue
      const key = `${facts.officeNumber} ${facts.serviceCode}`
      if (!rows.has(key)) rows.set(key, { ...facts, file, line, point: facts.point ?? null })
    }
  }
  return [...rows.values()]
}
