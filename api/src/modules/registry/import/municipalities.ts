import { z } from 'zod'
import { municipalityCheckDigit } from '../rules/checked-numbers.ts'
import type { Bounds } from '../rules/place.ts'
import type { AddressArea } from '../rules/address.ts'

export interface PublishedMunicipality extends AddressArea {
  readonly code: string
  readonly bounds: Bounds
}

const ring = z.array(z.tuple([z.number(), z.number()]))

// 国土数値情報 行政区域 names its columns N03_001 (prefecture), 003 (district), 004 (municipality), 007 (JIS code).
const outlines = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        N03_001: z.string(),
        N03_003: z.string().nullable(),
        N03_004: z.string(),
        N03_007: z.string().regex(/^[0-9]{5}$/),
      }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
})

/** Municipalities with code, name and extent from the outlines of 国土数値情報. */
export function readMunicipalities(file: string, text: string): PublishedMunicipality[] {
  const parsed = outlines.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${file}: not the outlines of municipalities`)
  return parsed.data.features.map(({ properties, geometry }) => ({
    code: properties.N03_007 + municipalityCheckDigit(properties.N03_007),
    prefecture: properties.N03_001,
    district: properties.N03_003,
    name: properties.N03_004,
    bounds: boundsOf(
      geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
    ),
  }))
}

const boundsOf = (points: readonly (readonly [longitude: number, latitude: number])[]): Bounds =>
  points.reduce<Bounds>(
    ({ south, west, north, east }, [longitude, latitude]) => ({
      south: Math.min(south, latitude),
      west: Math.min(west, longitude),
      north: Math.max(north, latitude),
      east: Math.max(east, longitude),
    }),
    { south: 90, west: 180, north: -90, east: -180 },
  )
