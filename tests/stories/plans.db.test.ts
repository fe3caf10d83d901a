import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import operations from '../../schema/operations.json' with { type: 'json' }
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb, createReadPool } from '../../api/src/kernel/db.ts'
import { executor } from '../../api/src/kernel/graphql/execute.ts'
import { globalId, type ModelName } from '../../api/src/kernel/ids.ts'
import { onStatement } from '../../api/src/kernel/read/execute.ts'
import { guest, type RoleName, type Seat, type Viewer } from '../../api/src/kernel/viewer.ts'
import { schema } from '../../api/src/schema.ts'
import { fill, generateWorld } from '../bench/generate.ts'
import { freshDatabase } from '../support/database.ts'
import { findSequentialScans, type SequentialScan } from '../support/read/explain.ts'
import { insertPastYears } from './plans/past-years.ts'
import { readingOn, waysToAsk, type Known, type Variables } from './plans/variables.ts'

/** Statements that read a large table from end to end, and why they may. */
const allowed: readonly { table: string; mark: RegExp; because: string }[] = [
  {
    table: 'facility',
    mark: /^\s*WITH found AS MATERIALIZED/,
    because: 'The registry’s facets count every facility there is while nothing narrows them.',
  },
  {
    table: 'shelter',
    mark: /^\s*WITH found AS MATERIALIZED/,
    because: 'Which facilities are no welfare shelter is known only when all welfare shelters are.',
  },
  {
    table: 'match_proposal',
    mark: /"match_proposal"/,
    because:
      'The review counts every pair that waits; in earnest most pairs are linked and few wait. Who may decide is told by owners and place.',
  },
  {
    table: 'registry_merge',
    mark: /"registry_merge"/,
    because:
      'Merges are few, done one by one by hand; whoever may see one is told by the record that was kept.',
  },
]

const excuse = ({ table, text }: SequentialScan) =>
  allowed.find((one) => one.table === table && one.mark.test(text))
const used = new Set<string>()

let readPool: ReturnType<typeof createReadPool>
let db: ReturnType<typeof createDb>
let known: Known
let viewers: Viewer[]

beforeAll(async () => {
  const url = await freshDatabase()
  readPool = createReadPool(url, 2)
  db = createDb(url, 1)
  const client = await readPool.connect()
  await fill(client, generateWorld({ corporations: 150, facilities: 1_500, platforms: 5 }))
  await insertPastYears(client)
  await client.query(
    `INSERT INTO mandate (corporation_id, holder_platform_id, permission, starts_on, granted_by_user_id, updated_at)
     SELECT corporation_id, platform_id, 'CONFIRM_FACTS', '2026-04-01', (SELECT id FROM app_user ORDER BY id LIMIT 1), now()
     FROM platform_membership WHERE ends_on IS NULL`,
  )
  await vacuum(client)
  client.release()
  const rows = await someRows()
  known = {
    ids: rows.ids,
    named: {
      municipalityCodes: [rows.municipality],
      serviceKinds: [rows.serviceKind],
      text: '山形',
      conditions: {
        equipment: [{ item: '自家発電機', possession: 'YES' }],
        lendableRooms: 'YES',
        near: { latitude: 38.25, longitude: 140.34, km: 5 },
      },
      officeNumber: '0670100718',
      platformId: rows.ids.get('Platform'),
      south: 38,
      west: 140,
      north: 38.5,
      east: 140.5,
      latitude: 38.25,
      longitude: 140.34,
      corporationId: globalId('Corporation', rows.corporation),
      corporation: globalId('Corporation', rows.corporation),
      eventId: globalId('DisasterEvent', rows.corporation),
      guests: 20,
      stockItemId: globalId('StockItem', rows.corporation),
    },
  }
  viewers = [
    guest,
    viewerFor(rows, 'FACILITY', 'FACILITY_DIRECTOR'),
    viewerFor(rows, 'CORPORATION', 'CORPORATION_ADMIN'),
    viewerFor(rows, 'PLATFORM', 'PLATFORM_SECRETARIAT'),
    {
      ...viewerFor(rows, 'PLATFORM', 'PLATFORM_SECRETARIAT'),
      mandates: (['CONFIRM_FACTS', 'SEE_ALL_CONTACTS'] as const).map((permission) => ({
        id: rows.mandate,
        permission,
        corporationId: rows.corporation,
        corporationName: '見本',
      })),
    },
    viewerFor(rows, 'SYSTEM', 'SYSTEM_OPERATOR'),
  ]
}, 180_000)

afterAll(async () => {
  await readPool.end()
  await db.$disconnect()
})

/** Vacuums until it has helped: while autovacuum still looks at a table, rows that it cannot see yet are not marked. */
async function vacuum(client: PoolClient): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await client.query('VACUUM ANALYZE')
    const { rows } = await client.query(
      "SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relpages > 10 AND relallvisible = 0",
    )
    if (rows.length === 0) return
  }
  throw new Error('something keeps the rows from being vacuumed')
}

/** What is asked for by an id that nothing has. */
const absent: readonly ModelName[] = [
  'AidOffer',
  'AidRequest',
  'StockItem',
  'AlertMessage',
  'AlertSuggestion',
  'Announcement',
  'CalendarEntry',
  'CalledFacility',
  'CollaborationTie',
  'Decision',
  'DisasterEvent',
  'Document',
  'Meeting',
  'MeetingSeries',
  'MembershipApplication',
  'Minutes',
  'PlatformMembership',
  'ShelterOpening',
]

type Rows = Awaited<ReturnType<typeof someRows>>

async function someRows() {
  const { rows } = await readPool.query<
    Record<
      | 'user'
      | 'corporation'
      | 'facility'
      | 'platform'
      | 'municipality'
      | 'serviceKind'
      | 'importRun'
      | 'pair'
      | 'merge'
      | 'mandate'
      | 'rulebook',
      string
    >
  >(
    `SELECT u.id AS user, c.id AS corporation, f.id AS facility, m.platform_id AS platform, f.municipality_code AS municipality,
            k.scheme || '-' || k.code AS "serviceKind",
            (SELECT id FROM import_run WHERE platform_id = m.platform_id ORDER BY id LIMIT 1) AS "importRun",
            (SELECT id FROM match_proposal ORDER BY id LIMIT 1) AS pair,
            (SELECT id FROM registry_merge ORDER BY id LIMIT 1) AS merge,
            (SELECT id FROM mandate WHERE corporation_id = c.id ORDER BY id LIMIT 1) AS mandate,
            (SELECT id FROM rulebook_version WHERE platform_id = m.platform_id ORDER BY id LIMIT 1) AS rulebook
     FROM facility f JOIN corporation c ON c.id = f.corporation_id JOIN platform_membership m ON m.corporation_id = c.id
     JOIN app_user u ON true JOIN service_kind k ON true
     ORDER BY f.id LIMIT 1`,
  )
  const [row] = rows
  if (!row) throw new Error('the world has no member with a facility')
  const ids: [ModelName, string][] = [
    ['Facility', row.facility],
    ['Corporation', row.corporation],
    ['Platform', row.platform],
    ['User', row.user],
    ['ImportRun', row.importRun],
    ['MatchProposal', row.pair],
    ['RegistryMerge', row.merge],
    ['Mandate', row.mandate],
    ['RulebookVersion', row.rulebook],
    // Networks of this world have none of these: their pages are explained all the same.
    ...absent.map((model): [ModelName, string] => [model, row.corporation]),
  ]
  return { ...row, ids: new Map(ids.map(([model, id]) => [model as string, globalId(model, id)])) }
}

function viewerFor(rows: Rows, kind: Seat['kind'], role: RoleName): Viewer {
  const id = {
    FACILITY: rows.facility,
    CORPORATION: rows.corporation,
    PLATFORM: rows.platform,
    MUNICIPALITY: '',
    SYSTEM: 'system',
  }[kind]
  const acting: Seat = {
    key: `${kind}:${id}`,
    kind,
    id,
    name: '見本',
    corporationId: kind === 'FACILITY' || kind === 'CORPORATION' ? rows.corporation : null,
    facilityId: kind === 'FACILITY' ? rows.facility : null,
    platformId: kind === 'PLATFORM' ? rows.platform : null,
    municipalityCode: null,
    roles: [role],
  }
  return {
    ...guest,
    userId: rows.user,
    sessionId: rows.user,
    secondFactor: true,
    seats: [acting],
    acting,
    platformIds: kind === 'SYSTEM' ? [] : [rows.platform],
    today: new Date('2026-11-24T00:00:00Z'),
  }
}

/** What some viewers are told instead of an answer. */
const refusals = new Set<unknown>(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'])

const queries = Object.values(operations)
  .map((text) => parse(text))
  .map((document) => {
    const operation = document.definitions.find(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    )
    return { name: operation?.name?.value ?? '', kind: operation?.operation, document }
  })
  .filter(({ kind }) => kind === OperationTypeNode.QUERY)

it('there are operations of the portal to explain', () => {
  expect(queries.length).toBeGreaterThan(10)
})

it.each(queries)(
  '$name reads no large table from end to end, whoever asks and whatever for',
  async ({ document }) => {
    const texts = new Set<string>()
    const stop = onStatement(({ text }) => texts.add(text))
    const run = executor(schema)
    const ask = async (viewer: Viewer, variables: Variables) => {
      const context = { viewer, readPool, db, clock: systemClock, requestId: 'plans' }
      const { data, errors = [] } = await run({
        document,
        operationName: null,
        variables,
        persisted: true,
        context,
      })
      const unexpected = errors.filter(({ extensions }) => !refusals.has(extensions?.code))
      expect(unexpected).toEqual([])
      return data
    }
    for (const viewer of viewers)
      for (const variables of waysToAsk(schema, document, known)) {
        const answer = await ask(viewer, variables)
        for (const further of readingOn(answer, variables)) await ask(viewer, further)
      }
    stop()
    const scans = await findSequentialScans(
      readPool,
      [...texts].map((text) => ({ text })),
      { over: 500 },
    )
    for (const scan of scans) used.add(excuse(scan)?.because ?? '')
    expect(scans.filter((scan) => !excuse(scan))).toEqual([])
  },
)

it('excuses nothing that no longer happens', () => {
  expect(allowed.filter(({ because }) => !used.has(because))).toEqual([])
})
