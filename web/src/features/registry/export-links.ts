/** Where a file of a search is made: `GET /api/export/…`, with the search as the API takes it. */
export function exportPath(
  file: `${'facilities' | 'shelters'}.${'csv' | 'xlsx' | 'geojson'}`,
  filter: object,
  options: { encoding?: 'shift_jis'; columns?: 'standard' } = {},
): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), ...options })
  return `/api/export/${file}?${query.toString()}`
}
