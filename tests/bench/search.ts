import { parse } from 'graphql'
import { migrate } from '../../scripts/migrate.ts'
import type { Cluster } from '../../scripts/postgres/cluster.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { step } from '../../scripts/progress.ts'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb, createReadPool } from '../../api/src/kernel/db.ts'
import { executor } from '../../api/src/kernel/graphql/execute.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { schema } from '../../api/src/schema.ts'
import { table } from './report.ts'

const ASKED = 9

/** Made in the database, because a world of this size in memory would be the measurement. Triggers are left out; the text is the same. */
const FILL = `
  SET session_replication_role = replica;
  DROP INDEX facility_search_grams;
  INSERT INTO municipality (code, name, prefecture) VALUES ('062014', '山形市', '山形県') ON CONFLICT DO NOTHING;
  INSERT INTO service_kind (scheme, code, name, short_name, source, valid_from, position, updated_at)
    VALUES ('KAIGO', '510', '介護老人福祉施設', '特養', '見本', '2000-04-01', 1, now());
  CREATE TEMP TABLE made AS SELECT n, uuidv7() AS id,
    (ARRAY['特別養護老人ホーム','グループホーム','デイサービスセンター','訪問看護ステーション','ケアハウス'])[1 + n % 5]
      || '見本' || (ARRAY['さくら','もみじ','あおば','ひまわり','こまくさ','いずみ','かえで','ふじ'])[1 + (n * 7) % 8]
      || (ARRAY['荘','園','苑','の里','の家','の丘'])[1 + (n * 11) % 6] || (n % 997) AS name,
    (ARRAY['みほんさくら','みほんもみじ','みほんあおば','みほんひまわり','みほんこまくさ','みほんいずみ','みほんかえで','みほんふじ'])[1 + (n * 7) % 8] AS kana,
    '山形市見本町' || (1 + n % 50) || '丁目' || (1 + n % 30) || '番' || (1 + n % 20) || '号' AS address,
    '000-' || lpad((n % 1000)::text, 3, '0') || '-' || lpad((n % 10000)::text, 4, '0') AS phone,
    lpad(n::text, 10, '0') AS number,
    30 + (n * 7919 % 15000) / 1000.0 AS latitude, 130 + (n * 104729 % 14000) / 1000.0 AS longitude
  FROM generate_series(1::bigint, $SIZE) AS n;
  INSERT INTO facility (id, name, kana, address, municipality_code, phone, latitude, longitude, capacity, sample, updated_at, search_text)
    SELECT id, name, kana, address, '062014', phone, latitude, longitude, nullif(n % 100, 0), true, now(),
      search_text_of(name, kana, '山形市', address, phone, digits_of(phone), number) FROM made;
  INSERT INTO service_office (facility_id, service_kind_id, name, sample, updated_at)
    SELECT made.id, k.id, made.name, true, now() FROM made, service_kind k WHERE k.code = '510';
  SET session_replication_role = origin;
  SET maintenance_work_mem = '256MB';
  CREATE INDEX facility_search_grams ON facility USING gin (grams(search_text));
  ANALYZE`

const LIST = `facilities(ARGUMENTS, first: 20) { pageInfo { endCursor hasNextPage } nodes { id name kana address } }`
const QUESTIONS: readonly (readonly [name: string, document: string])[] = [
  ['first page without words', `{ ${LIST.replace('ARGUMENTS', 'sample: true')} }`],
  ['one name', `{ ${LIST.replace('ARGUMENTS', 'text: "さくら荘123"')} }`],
  ['a 事業所番号', `{ ${LIST.replace('ARGUMENTS', 'text: "0000000123"')} }`],
  ['two words that no facility has', `{ ${LIST.replace('ARGUMENTS', 'text: "もみじ 三丁目"')} }`],
  ['a word in every eighth name, ranked', `{ ${LIST.replace('ARGUMENTS', 'text: "さくら"')} }`],
  [
    'within 10 km',
    `{ ${LIST.replace('ARGUMENTS', 'conditions: { near: { latitude: 38, longitude: 140, km: 10 } }')} }`,
  ],
  ['counts beside a word', `{ registryFacets(text: "さくら荘") { total services { key count } } }`],
  [
    'a map of a word',
    `{ facilityMap(text: "さくら荘", south: 30, west: 130, north: 45, east: 144, cells: 16) { clusters { count } } }`,
  ],
]

async function measure(url: string): Promise<number[]> {
  const readPool = createReadPool(url, 1)
  const db = createDb(url, 1)
  const run = executor(schema)
  const medians: number[] = []
  for (const [, document] of QUESTIONS) {
    const times: number[] = []
    for (let turn = 0; turn <= ASKED; turn++) {
      const started = performance.now()
      const { errors } = await run({
        document: parse(document),
        operationName: null,
        persisted: false,
        variables: {},
        context: { viewer: guest, readPool, db, clock: systemClock, requestId: 'bench' },
      })
      if (errors) throw new Error(errors.map(({ message }) => message).join())
      if (turn > 0) times.push(performance.now() - started)
    }
    medians.push(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN)
  }
  await readPool.end()
  await db.$disconnect()
  return medians
}

/**
 * How long a search takes at the size of one prefecture's registry and at that of the whole country's, 250,000 offices.
 * One question after the other, each asked several times; the first answer does not count.
 */
export async function searchBench(cluster: Cluster, isQuick: boolean): Promise<{ markdown: string }> {
  const sizes = isQuick ? [470, 10_000] : [470, 250_000]
  const columns: number[][] = []
  for (const size of sizes) {
    const name = 'bench_search'
    await withClient(cluster.url(), async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
      await client.query(`create database ${name}`)
    })
    await step(`${size} 事業所を用意しています`, () => prepare(cluster.url(name), size))
    columns.push(await step('問い合わせています', () => measure(cluster.url(name))))
    await withClient(cluster.url(), (client) => client.query(`drop database ${name} with (force)`))
  }
  const lines = table(
    ['asked for', ...sizes.map((size) => `${size.toLocaleString('en')} offices, ms`)],
    QUESTIONS.map(([question], n) => [question, ...columns.map((times) => times[n]?.toFixed(1) ?? '–')]),
  )
  return { markdown: lines.join('\n') }
}

async function prepare(url: string, size: number): Promise<void> {
  await migrate(url)
  await withClient(url, async (client) => {
    await client.query(FILL.replace('$SIZE', String(size)))
    await client.query('vacuum')
  })
}
