import fs from 'node:fs'
import path from 'node:path'
import { readMunicipalities } from '../../../api/src/modules/registry/import/municipalities.ts'
import { UnreadableFile } from '../../../api/src/modules/registry/import/read/problems.ts'
import { readFile } from '../../../api/src/modules/registry/import/read/read-file.ts'
import { projectRoot } from '../../../scripts/project.ts'
import type { ShelterFacts } from '../../../api/src/modules/registry/import/reading.ts'
import type { OfficeRow } from './published.ts'

const folder = path.join(projectRoot, 'data')

function knownMunicipalities() {
  const map = 'map/yamagata_municipalities.geojson'
  const outlines = readMunicipalities(map, fs.readFileSync(path.join(folder, map), 'utf8'))
  return new Map(outlines.map((one) => [one.code, one]))
}

/** The rows of all care service files that are shipped, each service of an office once. */
export async function readOfficeRows(): Promise<OfficeRow[]> {
  const municipalities = knownMunicipalities()
  const rows = new Map<string, OfficeRow>()
  for (const name of fs.readdirSync(path.join(folder, 'kaigo')).toSorted()) {
    const file = `kaigo/${name}`
    const open = () => fs.createReadStream(path.join(folder, file))
    for await (const { line, facts } of readFile(open, file, { format: 'CARE_SERVICES', municipalities })) {
      if (facts?.target !== 'OFFICE') continue
      const key = `${facts.officeNumber} ${facts.serviceCode}`
      if (!rows.has(key))
        rows.set(key, {
          ...facts,
          file,
          line,
          kana: facts.kana ?? '',
          phone: facts.phone ?? null,
          point: facts.point ?? null,
        })
    }
  }
  return [...rows.values()]
}

/** The shelters of all files of 国土地理院 that are shipped. */
export async function readShelterFacts(): Promise<ShelterFacts[]> {
  const municipalities = knownMunicipalities()
  const found: ShelterFacts[] = []
  for (const list of ['evacuation', 'emergency'])
    for (const name of fs.readdirSync(path.join(folder, 'shelters/gsi_yamagata', list)).toSorted()) {
      const file = path.join('shelters/gsi_yamagata', list, name)
      const open = () => fs.createReadStream(path.join(folder, file))
      const shelterKind = list === 'emergency' ? 'EMERGENCY_SITE' : 'DESIGNATED_SHELTER'
      const plan = { format: 'GSI_SHELTERS', municipalities, shelterKind } as const
      try {
        for await (const { facts } of readFile(open, file, plan))
          if (facts?.target === 'SHELTER') found.push(facts)
      } catch (error) {
        if (!(error instanceof UnreadableFile && error.code === 'NOTHING_PUBLISHED')) throw error
      }
    }
  return found
}
