import type { ExportTable } from './table.ts'

/** A FeatureCollection (RFC 7946); what is not known is null, and a place without a point has no geometry. */
export async function* geoJson({ about, columns, portions }: ExportTable): AsyncGenerator<Buffer> {
  const { title, madeOn, notes } = about
  const head = JSON.stringify({ type: 'FeatureCollection', name: title, madeOn, notes }).slice(0, -1)
  yield Buffer.from(`${head},"features":[`, 'utf8')
  let isFirst = true
  for await (const portion of portions) {
    const features = portion.map(({ cells, point }) =>
      JSON.stringify({
        type: 'Feature',
        geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
        properties: Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? null])),
      }),
    )
    if (features.length > 0) yield Buffer.from(`${isFirst ? '' : ','}\n${features.join(',\n')}`, 'utf8')
    isFirst &&= features.length === 0
  }
  yield Buffer.from('\n]}\n', 'utf8')
}
