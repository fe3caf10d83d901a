import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite, type Site } from '../../api/src/modules/directory/fixtures/site.ts'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { onStatement } from '../../api/src/kernel/read/execute.ts'
import { fill, generateWorld } from '../bench/generate.ts'
import { freshDatabase } from '../support/database.ts'
import { findSequentialScans } from '../support/read/explain.ts'

// The public directory is open to everybody and to every robot: no page may cost more as the registry grows.

let site: Site
let pool: ReturnType<typeof createReadPool>

beforeAll(async () => {
  const url = await freshDatabase()
  pool = createReadPool(url, 2)
  const client = await pool.connect()
  await fill(client, generateWorld({ corporations: 150, facilities: 1_500, platforms: 5 }))
  await client.query('VACUUM ANALYZE')
  client.release()
  site = await startSite(url)
}, 180_000)

afterAll(async () => {
  await site.close()
  await pool.end()
})

it('no page of the public directory reads a large table from end to end', async () => {
  const { rows } = await pool.query<{ id: string; corporation: string; municipality: string; kind: string }>(
    `SELECT f.id, coalesce(c.corporate_number, c.id::text) AS corporation, f.municipality_code AS municipality,
            k.scheme || '-' || k.code AS kind
     FROM facility f JOIN corporation c ON c.id = f.corporation_id
     JOIN service_office o ON o.facility_id = f.id JOIN service_kind k ON k.id = o.service_kind_id
     ORDER BY f.id LIMIT 1`,
  )
  const [one] = rows
  if (!one) throw new Error('the world has no facility')
  const texts = new Set<string>()
  const stop = onStatement(({ text }) => texts.add(text))
  const seen: string[] = []
  const visit = async (path: string) => {
    const { status, text } = await site.get(path)
    expect({ path, status }).toEqual({ path, status: 200 })
    seen.push(path)
    return text
  }
  for (const path of [
    '/directory',
    `/directory/search?q=${encodeURIComponent('山形')}`,
    `/directory/search?service=${one.kind}&municipality=${one.municipality}`,
    '/directory/services',
    `/directory/services/${one.kind}`,
    `/directory/${one.municipality}`,
    `/directory/prefectures/${one.municipality.slice(0, 2)}`,
    `/directory/facilities/${one.id}`,
    `/directory/corporations/${one.corporation}`,
    '/directory/shelters',
    `/directory/shelters/${one.municipality}`,
    '/sitemap.xml',
    '/directory/sitemaps/corporations-1.xml',
  ]) {
    const text = await visit(path)
    const [, next] = /<a rel="next" href="([^"]+)"/.exec(text) ?? []
    if (next) {
      const [, back] = /<a rel="prev" href="([^"]+)"/.exec(await visit(next.replaceAll('&amp;', '&'))) ?? []
      if (back) await visit(back.replaceAll('&amp;', '&'))
    }
  }
  stop()
  expect(seen.length).toBeGreaterThan(16) // lists were read on
  const scans = await findSequentialScans(
    pool,
    [...texts].map((text) => ({ text })),
    { over: 500 },
  )
  expect(scans).toEqual([])
}, 120_000)
