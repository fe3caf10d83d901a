import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { promise, proveRuns } from '../../../../../tests/support/prove.ts'
import { runCommand } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { matchRegistry } from '../commands/match-registry.ts'

// The work of comparing grows with the number of rows, not with its square, and memory holds one municipality at a time.

let db: Db
beforeAll(async () => {
  db = createDb(await freshDatabase(), 2)
})
afterAll(() => db.$disconnect())

/** As many offices as a municipality of Japan has on average. */
const OFFICES_EACH = 150

/** Invented offices, six facilities to ten of them, and a shelter for every fourth facility; all in their own towns. */
async function fill(offices: number, from: number): Promise<void> {
  const towns = Math.ceil(offices / OFFICES_EACH)
  await db.$transaction(
    async (tx) => {
      // History and search texts are not what is measured.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
    INSERT INTO municipality (code, name, prefecture)
    SELECT code, '見本' || code || '市', '見本県' FROM (
      SELECT lpad(n::text, 5, '0') || d AS code
      FROM generate_series(${from}::int, ${from + towns - 1}::int) AS n, generate_series(0, 9) AS d
    ) AS c WHERE municipality_code_is_valid(code)`
      await tx.$executeRaw`
    INSERT INTO facility (name, kana, address, municipality_code, latitude, longitude, phone, sample, updated_at)
    SELECT '特別養護老人ホーム 見本' || word || (ARRAY['荘', '園', '苑', 'の里'])[1 + n % 4], '', m.name || town || '町' || n % 97 || '-' || n % 31,
      m.code, 36 + (n % 97) / 500.0, 139 + (n % 89) / 500.0, '000-' || lpad((n % 9999)::text, 4, '0') || '-' || lpad((n / 7 % 9999)::text, 4, '0'), true, now()
    FROM (SELECT n, translate(substr(md5(n::text || ${String(from)}), 1, 3), '0123456789abcdef', '山川里花月星森林海空光風雪松竹梅') AS word,
            translate(substr(md5((n / 9)::text), 1, 2), '0123456789abcdef', '東西南北上中下本元新大小高長平原') AS town,
            ${from}::int + n % ${towns}::int AS at FROM generate_series(1, ${Math.round(offices * 0.6)}::int) AS n) AS f
    JOIN municipality AS m ON substr(m.code, 1, 5) = lpad(at::text, 5, '0')`
      await tx.$executeRaw`
    INSERT INTO service_office (facility_id, service_kind_id, name, kana, phone, sample, updated_at)
    SELECT f.id, k.id, f.name || CASE WHEN n = 1 THEN '' ELSE ' デイサービスセンター' END, '', f.phone, true, now()
    FROM (SELECT *, row_number() OVER () AS place FROM facility WHERE substr(municipality_code, 1, 5)::int >= ${from}) AS f
    JOIN generate_series(1, 2) AS n ON n = 1 OR place % 3 <> 0
    CROSS JOIN LATERAL (SELECT id FROM service_kind LIMIT 1) AS k`
      await tx.$executeRaw`
    INSERT INTO shelter (kind, source_key, name, address, municipality_code, latitude, longitude, welfare, hazards, sample, updated_at)
    SELECT 'DESIGNATED_SHELTER', gen_random_uuid()::text, '見本' || substr(name, 13) || CASE WHEN place % 8 = 0 THEN '別館' ELSE '' END,
      address, municipality_code, latitude, longitude, place % 2 = 0, '{}', true, now()
    FROM (SELECT *, row_number() OVER () AS place FROM facility WHERE substr(municipality_code, 1, 5)::int >= ${from}) AS f WHERE place % 4 = 0`
    },
    { timeout: 600_000 },
  )
}

it('compares in time that grows with the rows, and writes nothing the second time', async () => {
  await db.serviceKind.create({
    data: {
      scheme: 'KAIGO',
      code: '510',
      name: '見本',
      shortName: '見本',
      source: '見本',
      validFrom: new Date('2000-04-01'),
      position: 0,
    },
  })
  const sizes = proveRuns(0, 1) === 0 ? [600, 2_400] : [60_000, 190_000]
  const context = {
    db,
    clock: { now: () => new Date('2026-11-23T03:00:00Z') },
    viewer: systemViewer,
    requestId: null,
  }
  const seconds: number[] = []
  let rows = 0
  for (const [n, size] of sizes.entries()) {
    await fill(size, 1_001 + n * 2_000)
    rows += size
    await db.$executeRaw`ANALYZE`
    const before = performance.now()
    const found = await runCommand(matchRegistry, {}, context)
    const first = (performance.now() - before) / 1_000
    const again = performance.now()
    expect(await runCommand(matchRegistry, {}, context)).toMatchObject({
      proposalsCreated: 0,
      proposalsChanged: 0,
      proposalsRemoved: 0,
      sheltersChanged: 0,
    })
    const second = (performance.now() - again) / 1_000
    seconds.push(second / rows)
    const megabytes = Math.round(process.memoryUsage.rss() / 1_048_576)
    promise(
      'matching-scale',
      `${rows} offices: ${first.toFixed(1)} s first, ${second.toFixed(1)} s again, ${found.linked} linked, ${found.asked} asked, ${megabytes} MB`,
    )
  }
  // Per row, four times as many cost less than twice as much.
  expect(seconds.at(-1)).toBeLessThan(2 * (seconds[0] ?? 0))
})
