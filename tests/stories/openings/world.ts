import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { voluntaryRulebook } from '../../../api/src/modules/rulebooks/public.ts'
import { nightRows } from './night-rows.ts'
import { always, id, word, type Given, type Row } from './rows.ts'
import type { Column, Table } from './tables.ts'

/** One corporation with its facility, network, people and everything else: at least one row in every table. */
export interface World {
  /** A row of each table, as it was written. */
  readonly rows: ReadonlyMap<string, Row>
  /** Words that were written into texts, by table; each is unique, so that whoever shows one shows the row. */
  readonly words: ReadonlyMap<string, readonly string[]>
}

/** What the tables' own rules want to have otherwise than made up. A new table needs an entry if its rules are strict. */
const given: Readonly<Record<string, Given>> = {
  municipality: () => ({ name: `市${word()}` }),
  corporation: () => ({
    corporate_number: null,
    sample: true,
    name: `見本${word()}`,
    other_spellings: [],
    authority_kind: null,
    authority_code: null,
    ended_on: null,
  }),
  facility: () => ({
    sample: true,
    name: `見本${word()}`,
    latitude: 38,
    longitude: 140,
    confirmed_at: null,
    level1_area_id: null,
    level2_area_id: null,
    school_district_id: null,
    ended_on: null,
  }),
  service_office: () => ({ sample: true, name: `見本${word()}`, office_number: null, ended_on: null }),
  shelter: () => ({ latitude: 38, longitude: 140, sample: true, name: `見本${word()}`, ended_on: null }),
  saved_search: () => ({ filter: {} }),
  procurement_limit: () => ({ method: 'DIRECT', quotes: null }),
  // A new record of a corporation: nothing stood before it, and no contact is in it.
  registry_revision: () => ({ before: null, audience: null }),
  corporation_succession: () => ({ kind: 'DISSOLUTION', successor_id: null, on_date: '2099-01-01' }),
  succession_item: () => ({ gained_ids: [] }),
  platform: () => ({ sample: true, name: `見本${word()}` }),
  rulebook_version: () => ({
    number: 1,
    adopted_on: always,
    effective_on: always,
    rules: JSON.stringify(voluntaryRulebook),
    articles: JSON.stringify([{ number: word(), heading: word(), text: word() }]),
  }),
  committee: () => ({ ends_on: null }),
  membership_dues: () => ({
    fiscal_year: 2026,
    member_class: word().toUpperCase(),
    amount_yen: 1,
    due_on: '2026-06-30',
    paid_on: null,
    waived_on: null,
    waiver_reason: null,
  }),
  committee_member: () => ({ starts_on: always, ends_on: null }),
  membership_suspension: () => ({ starts_on: always, ends_on: null }),
  // Tied to a log-in: an office waits for an invitation only while it is not.
  platform_officer: () => ({
    organ: 'GENERAL_MEETING',
    starts_on: always,
    ends_on: null,
    invitation_id: null,
  }),
  meeting_series: () => ({ organ: 'GENERAL_MEETING', committee_id: null, agenda: '[]', every_months: 1 }),
  // On, and voted in.
  meeting: () => ({
    organ: 'GENERAL_MEETING',
    committee_id: null,
    form: 'ASSEMBLY',
    state: 'OPEN',
    number: 1,
    online_url: `https://mihon.example/${word()}`,
    starts_at: '2020-01-01T05:00:00Z',
    ends_at: '2020-01-02',
    answer_by: '2099-01-01',
    closed_at: null,
    cancelled_at: null,
    cancel_reason: null,
    auditor_objected_at: null,
    auditor_objection: null,
  }),
  meeting_voter: () => ({ officer_id: null, votes: 1, suspended: false, proxy_holder_id: null }),
  attendance_change: () => ({ presence: null }),
  agenda_item: () => ({
    kind: 'RESOLUTION',
    state: 'VOTING',
    voting_until: '2099-01-01',
    voting_closed_at: null,
  }),
  meeting_guest: () => ({ people: 2, expires_at: '2099-01-01', revoked_at: null }),
  decision_task: () => ({ done_at: null, done_by_user_id: null, drop_reason: null }),
  minutes: () => ({ content_hash: null, locked_at: null }),
  minutes_signer: () => ({ signed_name: null, signed_at: null, signed_by_user_id: null, content_hash: null }),
  platform_membership: () => ({
    starts_on: always,
    ends_on: null,
    admission_decision_id: null,
    ending: null,
    ending_basis: null,
    ending_decision_id: null,
    notice_given_on: null,
  }),
  membership_application: () => ({
    origin: 'APPLIED',
    state: 'SUBMITTED',
    invited_at: null,
    closed_at: null,
    closed_by_user_id: null,
    membership_id: null,
  }),
  platform_certificate: () => ({ revoked_on: null }),
  platform_policy: () => ({ applied_on: null, approved_on: null, published_url: null }),
  platform_evaluation: () => ({ published_url: null }),
  platform_link: (rows) => ({ to_id: id(rows, 'platform again'), ends_on: null }),
  platform_year_plan: () => ({ month: 4 }),
  filing_rule: () => ({ months_after_year_end: 3, valid_to: null }),
  app_user: () => ({
    sample: true,
    name: `見本${word()}`,
    locked_until: null,
    email: `${word()}@example.jp`,
  }),
  role_assignment: (rows) => ({
    role: 'CORPORATION_ADMIN',
    corporation_id: id(rows, 'corporation'),
    facility_id: null,
    platform_id: null,
    municipality_code: null,
    starts_on: always,
    ends_on: null,
  }),
  invitation: (rows) => ({
    role: 'FACILITY_STAFF',
    corporation_id: null,
    facility_id: id(rows, 'facility'),
    platform_id: null,
    municipality_code: null,
    ends_on: null,
    accepted_at: null,
    accepted_by_user_id: null,
    revoked_at: null,
    expires_at: '2099-01-01',
    email: `${word()}@example.jp`,
  }),
  role_handover: (rows) => ({ to_user_id: id(rows, 'app_user again'), on_date: '2099-04-01' }),
  handover_item: () => ({ new_assignment_id: null }),
  match_proposal: (rows) => ({
    kind: 'SHELTER_FACILITY',
    shelter_id: id(rows, 'shelter'),
    facility_id: id(rows, 'facility'),
    other_shelter_id: null,
    other_facility_id: null,
    corporation_id: null,
    other_corporation_id: null,
    score: 50,
    reasons: JSON.stringify([{ code: 'NAME_PART', weight: 25, one: word(), other: word() }]),
    state: 'OPEN',
    postponed: false,
    decided_at: null,
    decided_by_user_id: null,
  }),
  registry_merge: (rows) => ({
    record: 'FACILITY',
    kept_facility_id: id(rows, 'facility'),
    absorbed_facility_id: id(rows, 'facility again'),
    kept_corporation_id: null,
    absorbed_corporation_id: null,
    undone_at: null,
    undone_by_user_id: null,
  }),
  registry_merge_move: () => ({ relation: 'facility', before: '{}', after: '{}' }),
  // Current, and taken in by a person.
  alert_message: () => ({
    content_hash: randomBytes(32),
    reading: 'READ',
    problem: null,
    standing: 'CURRENT',
    replaced_by_id: null,
  }),
  alert_area: () => ({ municipality_code: '062014', prefecture_code: '06', signal: 'ALERT_LEVEL', rank: 4 }),
  alert_suggestion: () => ({
    state: 'CONFIRMED',
    signal: 'ALERT_LEVEL',
    rank: 4,
    ended_at: always,
    reason: null,
  }),
  alert_threshold: () => ({ signal: 'ALERT_LEVEL', minimum: 4, starts_on: always }),
  api_token: (rows) => ({
    acting_key: `CORPORATION:${id(rows, 'corporation')}`,
    scopes: [],
    created_at: '2098-06-01',
    expires_at: '2099-01-01',
    revoked_at: null,
  }),
  audit_entry: (rows) => ({ audience: audience(rows), actor_user_id: id(rows, 'app_user') }),
  event_log: (rows) => ({ audience: audience(rows), name: `registry.Planted${word()}.v1` }),
  notification: () => ({ link: `/${word()}`, read_at: null, mailing: null, mail_id: null }),
  mail_message: () => ({ dropped_at: null }),
  // One rule of a kind holds on a day.
  retention_rule: () => {
    const day = new Date(Math.random() * 1e12).toISOString().slice(0, 10)
    return { years: 5, starts_on: day, ends_on: day }
  },
  document: () => ({
    retention_years: 5,
    retain_from: '2020-04-01',
    retain_until: '2025-04-01',
    latest_number: 1,
    latest_at: always,
    deleted_at: null,
    deleted_by_user_id: null,
    deletion_reason: null,
  }),
  document_version: () => ({
    number: 1,
    size: 1,
    content_hash: Buffer.alloc(32),
    media_type: 'application/pdf',
    received_at: always,
  }),
  announcement: () => ({
    chosen: false,
    committee_id: null,
    published_at: always,
    withdrawn_at: null,
    withdrawn_by_user_id: null,
    withdrawal_reason: null,
  }),
  announcement_reading: () => ({ opened_at: always, acknowledged_at: null }),
  calendar_entry: () => ({
    link: `/${word()}`,
    starts_on: '2026-04-01',
    ends_on: '2026-04-01',
    start_minute: null,
    end_minute: null,
    repeat: 'NONE',
    repeat_until: null,
    skipped_days: [],
    cancelled_at: null,
  }),
  calendar_feed: () => ({ revoked_at: null }),
  import_file: () => ({ size: 1_000, position: 1 }),
  confirmation_request: () => ({
    reminders: 0,
    reminded_at: null,
    answered_at: null,
    withdrawn_at: null,
    withdrawn_by_user_id: null,
  }),
  // About a facility, not about its corporation; nobody has said what came of it.
  mistake_report: () => ({
    corporation_id: null,
    settled_at: null,
    settled_by_user_id: null,
    outcome: null,
    outcome_note: null,
  }),
  // The corporation entrusts a network: nothing can be entrusted to oneself.
  mandate: () => ({
    holder_corporation_id: null,
    permission: 'CONFIRM_FACTS',
    starts_on: always,
    ends_on: null,
    ended_at: null,
    ended_because: null,
    ended_by_user_id: null,
  }),
  confirmation_request_block: () => ({ answered_at: null, answer: null }),
  collaboration_service: () => ({ fee_yen: 1, fee_per: 'MONTH', offered_from: always, offered_to: null }),
  collaboration_tie: (rows) => ({
    stage: 'BUSINESS_ALLIANCE',
    status: 'STANDING',
    valid_from: always,
    valid_to: null,
    amends_id: null,
    proposed_by_id: id(rows, 'corporation'),
    agreed_at: always,
  }),
  collaboration_tie_party: () => ({
    answer: 'AGREED',
    answered_at: always,
    objection: null,
    merged_from_id: null,
    starts_on: null,
    ends_on: null,
  }),
  collaboration_tie_papers: () => ({
    stage: 'BUSINESS_ALLIANCE',
    terms: Object.fromEntries([
      ...['service', 'scope', 'termination'].map((name) => [name, word()]),
      ['renewal', 'NONE'],
      ['confidentiality', true],
      ['personalData', 'CLAUSE'],
    ]),
  }),
  auth_session: () => ({ expires_at: '2099-01-01', second_factor: true }),
  ...nightRows,
}

const audience = (rows: ReadonlyMap<string, Row>) => [
  `corporation:${id(rows, 'corporation')}`,
  `facility:${id(rows, 'facility')}`,
  `platform:${id(rows, 'platform')}`,
  `user:${id(rows, 'app_user')}`,
]

/** Rows there is one of in the whole database, and rows that others need two of. */
const single = new Set(['ledger_head'])
const twice = new Set(['app_user', 'facility', 'platform', 'shelter_opening', 'intake_book'])
/** What is filed is locked, and what is locked takes no entries any more: the world has both beside each other. */
const unguarded = new Set(['minutes_file'])

/** Writes one row into every table; every text in it is a word of its own. */
export async function writeWorld(
  client: pg.ClientBase,
  tables: readonly Table[],
  municipality: string,
): Promise<World> {
  const rows = new Map<string, Row>()
  const words = new Map<string, string[]>()
  for (const table of tables) {
    if (single.has(table.name)) continue
    for (const name of twice.has(table.name) ? [table.name, `${table.name} again`] : [table.name]) {
      const code: Row = table.name === 'municipality' ? { code: municipality } : {}
      const own: Row = { ...given[table.name]?.(rows), ...code }
      const valueOf = (column: Column) =>
        column.name in own ? own[column.name] : madeUp(column, table, rows)
      const values = Object.fromEntries(table.columns.map((column) => [column.name, valueOf(column)]))
      if (unguarded.has(table.name)) await client.query('set session_replication_role = replica')
      rows.set(name, await insert(client, table, values))
      if (unguarded.has(table.name)) await client.query('set session_replication_role = origin')
      words.set(name, JSON.stringify(rows.get(name)).match(/w[0-9a-f]{18}/g) ?? [])
    }
  }
  return { rows, words }
}

async function insert(client: pg.ClientBase, table: Table, values: Record<string, unknown>): Promise<Row> {
  const names = Object.keys(values).map((name) => `"${name}"`)
  const places = names.map((_, index) => `$${index + 1}`)
  try {
    const { rows } = await client.query<{ row: Row }>(
      `insert into "${table.name}" as t (${names.join()}) values (${places.join()}) returning to_jsonb(t) as row`,
      Object.values(values),
    )
    return rows[0]?.row ?? {}
  } catch (error) {
    throw new Error(`tests/stories/openings/world.ts must say what a row of ${table.name} looks like`, {
      cause: error,
    })
  }
}

function madeUp(
  { type, length, enumValues, references }: Column,
  table: Table,
  rows: ReadonlyMap<string, Row>,
): unknown {
  if (references)
    return references.table === table.name ? null : (rows.get(references.table)?.[references.column] ?? null)
  if (enumValues) return type.startsWith('_') ? `{${enumValues[0]}}` : enumValues[0]
  switch (type) {
    case 'uuid':
      return randomUUID()
    case 'text':
    case 'varchar':
    case 'bpchar':
      return length ? String(Math.random()).slice(2, 2 + length) : word()
    case '_text':
    case '_uuid':
      return [word()]
    case 'bool':
      return false
    case 'int2':
    case 'int4':
    case 'int8':
      return Math.floor(Math.random() * 1_000_000_000)
    case 'float4':
    case 'float8':
    case 'numeric':
      return Math.random()
    case 'date':
      return '2020-01-01'
    case 'timestamptz':
      return '2020-01-01T00:00:00Z'
    case 'jsonb':
    case 'json':
      return JSON.stringify({ word: word() })
    case 'bytea':
      return randomBytes(32)
    default:
      throw new Error(`tests/stories/openings/world.ts makes up no ${type}`)
  }
}
