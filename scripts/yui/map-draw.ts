import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../project.ts'
import { drawOutline } from '../map/outline.ts'
import type { OperationsCommand } from './command.ts'

const source = path.join(projectRoot, 'data', 'map', 'yamagata_municipalities.geojson')
const target = path.join(projectRoot, 'web', 'src', 'features', 'registry', 'yamagata.ts')

export const command: OperationsCommand = {
  summary: '市町村の略図（画面の地図）を data/map から描き直します',
  needsDatabase: false,
  run: async () => fs.writeFileSync(target, drawOutline(fs.readFileSync(source, 'utf8'))),
}
