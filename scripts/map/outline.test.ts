import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../project.ts'
import { drawOutline } from './outline.ts'

const read = (...parts: string[]) => fs.readFileSync(path.join(projectRoot, ...parts), 'utf8')

it('is what the portal shows', () => {
  const drawn = drawOutline(read('data', 'map', 'yamagata_municipalities.geojson'))
  expect(read('web', 'src', 'features', 'registry', 'yamagata.ts')).toBe(drawn)
  expect(drawn.match(/code: '/g)).toHaveLength(35)
})

it('draws a square as one closed path with its name in the middle', () => {
  const ring = [
    [140, 38],
    [141, 38],
    [141, 39],
    [140, 39],
    [140, 38],
  ]
  const feature = {
    properties: { N03_004: '見本市', N03_007: '06201' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const drawn = drawOutline(JSON.stringify({ features: [feature] }))
  expect(drawn).toContain(
    "{ code: '062014', name: '見本市', x: 300, y: 384, path: 'M0 767l600 0 0-767-600 0z' },",
  )
})
