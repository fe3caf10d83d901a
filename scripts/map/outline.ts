interface Feature {
  properties: { N03_004: string; N03_007: string }
  geometry:
    | { type: 'Polygon'; coordinates: Position[][] }
    | { type: 'MultiPolygon'; coordinates: Position[][][] }
}
type Position = [longitude: number, latitude: number]
type Point = [x: number, y: number]

/** Width of the drawing in its own units; the height follows from the shape of the prefecture. */
const WIDTH = 600

/** The source of the portal's outline map: one SVG path per municipality, in whole units, relative steps. */
export function drawOutline(geoJson: string): string {
  const { features } = JSON.parse(geoJson) as { features: Feature[] }
  const shapes = features.map(({ properties, geometry }) => ({
    code: properties.N03_007 + checkDigit(properties.N03_007),
    name: properties.N03_004,
    rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  }))
  const { project, height, bounds } = projection(shapes.flatMap(({ rings }) => rings.flat()))
  const lines = shapes.map(({ code, name, rings }) => {
    const drawn = rings.map((ring) => ring.map(project))
    const [x, y] = middle(drawn)
    const path = drawn.map(ringPath).join('')
    return `  { code: '${code}', name: '${name}', x: ${x}, y: ${y}, path: '${path}' },`
  })
  return [
    '// Drawn by `npm run yui -- map:draw` from 国土数値情報 行政区域 (国土交通省), 2021-01-01. Do not edit.',
    '',
    '/** One municipality of the outline map; x and y are where its name stands. */',
    'export interface Outline {',
    '  readonly code: string',
    '  readonly name: string',
    '  readonly x: number',
    '  readonly y: number',
    '  readonly path: string',
    '}',
    '',
    `export const OUTLINE_SIZE = { width: ${WIDTH}, height: ${height} } as const`,
    '',
    '/** The edges of the drawing in degrees; between them it is even in both directions. */',
    'export const OUTLINE_BOUNDS = {',
    ...Object.entries(bounds).map(([edge, degrees]) => `  ${edge}: ${degrees.toFixed(5)},`),
    '} as const',
    '',
    '// oxfmt-ignore',
    'export const YAMAGATA: readonly Outline[] = [',
    ...lines,
    ']',
    '',
  ].join('\n')
}

function checkDigit(five: string): string {
  const sum = Array.from(five, Number).reduce((total, digit, n) => total + digit * (6 - n), 0)
  return String((11 - (sum % 11)) % 10)
}

/** Longitudes are narrowed as they are in the middle of the area; good enough for one prefecture. */
function projection(positions: readonly Position[]): {
  project: (at: Position) => Point
  height: number
  bounds: { south: number; west: number; north: number; east: number }
} {
  const longitudes = positions.map(([longitude]) => longitude)
  const latitudes = positions.map(([, latitude]) => latitude)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = WIDTH / ((east - west) * narrowing)
  return {
    project: ([longitude, latitude]) => [
      Math.round((longitude - west) * narrowing * scale),
      Math.round((north - latitude) * scale),
    ],
    height: Math.ceil((north - south) * scale),
    bounds: { south, west, north, east },
  }
}

/** Closed path of a ring in relative steps; steps of nothing are left out. */
function ringPath(ring: readonly Point[]): string {
  const [start, ...rest] = ring
  if (!start) return ''
  let [x, y] = start
  const steps = rest.slice(0, -1).flatMap(([nextX, nextY]) => {
    const step: Point = [nextX - x, nextY - y]
    ;[x, y] = [nextX, nextY]
    return step[0] === 0 && step[1] === 0 ? [] : [step.join(' ')]
  })
  return `M${start.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-')
}

/** The centre of the largest ring. */
function middle(rings: readonly (readonly Point[])[]): Point {
  const [largest] = rings.map(centroid).toSorted((a, b) => b.area - a.area)
  return largest?.at ?? [0, 0]
}

function centroid(ring: readonly Point[]): { area: number; at: Point } {
  let [area, x, y] = [0, 0, 0]
  ring.forEach(([x1, y1], n) => {
    const [x2, y2] = ring[(n + 1) % ring.length] ?? [x1, y1]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  })
  return { area: Math.abs(area), at: [Math.round(x / (3 * area)), Math.round(y / (3 * area))] }
}
