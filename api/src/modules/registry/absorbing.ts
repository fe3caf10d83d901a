import type { Tx } from '../../kernel/db.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import {
  carriers,
  registerCarrier,
  type Cell,
  type Cells,
  type Move,
  type Stay,
  type Absorption,
} from './public.ts'
import { appendToList } from './rules/carrying.ts'

type Row = Cells & { readonly id: string }

/** Runs a statement inside a transaction, like the read path's `sql` outside of one. */
export const sqlIn =
  (tx: Tx): Sql =>
  <R>(text: string, values: readonly unknown[] = []) =>
    tx.$queryRawUnsafe<R[]>(text, ...values)

/** Tables of this module whose rows an absorption moves; nothing else is ever put into a statement. */
const RELATIONS = [
  'facility',
  'corporation',
  'service_office',
  'shelter',
  'facility_contact',
  'facility_equipment',
  'facility_resource',
  'facility_qualification',
  'facility_confirmation',
  'corporation_contact',
  'procurement_limit',
  'corporation_confirmation',
  'match_proposal',
  'mistake_report',
] as const
type Relation = (typeof RELATIONS)[number]

/** Append-only rows, which count no versions. */
const WITHOUT_VERSION: ReadonlySet<Relation> = new Set(['facility_confirmation', 'corporation_confirmation'])

async function rowsOf(sql: Sql, relation: Relation, column: string, id: string): Promise<Row[]> {
  const rows = await sql<{ row: Row }>(
    `SELECT to_jsonb(t) - '{search_text}'::text[] AS row FROM ${relation} AS t WHERE t.${column} = $1::uuid ORDER BY t.id`,
    [id],
  )
  return rows.map(({ row }) => row)
}

const listOf = (cell: Cell | undefined): readonly string[] =>
  Array.isArray(cell) ? (cell as readonly string[]) : []

/** The columns in `after`, as they stand. */
const change = (relation: Relation, row: Row, after: Cells): Move => ({
  relation,
  id: row.id,
  before: Object.fromEntries(Object.keys(after).map((column) => [column, row[column] ?? null])),
  after,
})

const withHandSet = (row: Row, ...columns: readonly string[]): Cells => ({
  hand_set: [...new Set([...listOf(row.hand_set), ...columns])],
})

const blank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === ''

const camelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What the kept record lacks and the absorbed one has; groups are taken over as a whole. */
function filled(kept: Row, absorbed: Row, groups: readonly (readonly string[])[]): Cells {
  const taken = groups.filter(
    (columns) =>
      columns.every((column) => blank(kept[column])) && columns.some((column) => !blank(absorbed[column])),
  )
  return Object.fromEntries(taken.flat().map((column) => [column, absorbed[column] ?? null]))
}

type Listed = Row & { readonly position: number }
const listed = (rows: readonly Row[]): Listed[] => rows as Listed[]

const equalIn =
  (...columns: readonly string[]) =>
  (one: Row, other: Row): boolean =>
    columns.every((column) => JSON.stringify(one[column] ?? null) === JSON.stringify(other[column] ?? null))

interface Plan {
  readonly moves: Move[]
  readonly stays: Stay[]
}

async function carryList(
  sql: Sql,
  plan: Plan,
  { keptId, absorbedId }: Absorption,
  relation: Relation,
  owner: string,
  isSame: (one: Row, other: Row) => boolean,
  stay: (kept: Row, item: Row) => Stay,
): Promise<void> {
  const kept = listed(await rowsOf(sql, relation, owner, keptId))
  const absorbed = listed(await rowsOf(sql, relation, owner, absorbedId))
  const carried = appendToList(kept, absorbed, isSame)
  for (const { item, position } of carried.moved)
    plan.moves.push(change(relation, item, { [owner]: keptId, position }))
  for (const item of carried.stay) {
    const same = kept.find((other) => isSame(other, item))
    if (same) plan.stays.push(stay(same, item))
  }
}

const nameOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

async function planFacility(sql: Sql, absorption: Absorption, today: string): Promise<Plan> {
  const { keptId, absorbedId } = absorption
  const plan: Plan = { moves: [], stays: [] }
  const [kept] = await rowsOf(sql, 'facility', 'id', keptId)
  const [absorbed] = await rowsOf(sql, 'facility', 'id', absorbedId)
  if (!kept || !absorbed) return plan

  for (const relation of ['service_office', 'shelter'] as const)
    for (const row of await rowsOf(sql, relation, 'facility_id', absorbedId))
      plan.moves.push(change(relation, row, { facility_id: keptId, ...withHandSet(row, 'facilityId') }))

  const contact = equalIn('role_title', 'person_name', 'day_phone', 'night_phone', 'email')
  await carryList(sql, plan, absorption, 'facility_contact', 'facility_id', contact, (_kept, item) => ({
    code: 'CONTACT_TWICE',
    what: nameOf(item.role_title),
  }))
  const item = equalIn('item')
  await carryList(sql, plan, absorption, 'facility_equipment', 'facility_id', item, (own, row) => {
    // An answer is worth more than none: yes or no of the absorbed record instead of the kept one's "unknown".
    const takes = own.state === 'UNKNOWN' && row.state !== 'UNKNOWN'
    if (takes)
      plan.moves.push(change('facility_equipment', own, { state: row.state ?? null, note: row.note ?? null }))
    return { code: takes ? 'EQUIPMENT_ANSWER_TAKEN' : 'EQUIPMENT_TWICE', what: nameOf(row.item) }
  })
  await carryList(
    sql,
    plan,
    absorption,
    'facility_resource',
    'facility_id',
    equalIn('kind', 'name'),
    (_kept, row) => ({ code: 'RESOURCE_TWICE', what: nameOf(row.name) }),
  )
  const qualification = equalIn('qualification')
  await carryList(
    sql,
    plan,
    absorption,
    'facility_qualification',
    'facility_id',
    qualification,
    (own, row) => {
      const takes = own.count === null && row.count !== null
      if (takes) plan.moves.push(change('facility_qualification', own, { count: row.count ?? null }))
      return {
        code: takes ? 'QUALIFICATION_COUNT_TAKEN' : 'QUALIFICATION_TWICE',
        what: nameOf(row.qualification),
      }
    },
  )
  for (const row of await rowsOf(sql, 'facility_confirmation', 'facility_id', absorbedId))
    plan.moves.push(change('facility_confirmation', row, { facility_id: keptId }))
  for (const row of await rowsOf(sql, 'mistake_report', 'facility_id', absorbedId))
    plan.moves.push(change('mistake_report', row, { facility_id: keptId }))
  for (const row of await rowsOf(sql, 'facility', 'successor_id', absorbedId))
    if (row.id !== keptId) plan.moves.push(change('facility', row, { successor_id: keptId }))

  const sameMunicipality = kept.municipality_code === absorbed.municipality_code
  const taken = filled(kept, absorbed, [
    ['phone'],
    ['fax'],
    ['url'],
    ['postal_code'],
    ['building'],
    ['capacity'],
    ['opened_on'],
    ['main_service_kind_id'],
    ['latitude', 'longitude'],
    ...(sameMunicipality ? [['level1_area_id'], ['level2_area_id'], ['school_district_id']] : []),
  ])
  const columns = Object.keys(taken).map(camelCase)
  if (columns.length > 0)
    plan.moves.push(change('facility', kept, { ...taken, ...withHandSet(kept, ...columns) }))
  plan.moves.push(
    change('facility', absorbed, { status: 'CLOSED', successor_id: keptId, ended_on: today }),
    ...(await settled(sql, ['facility_id', 'other_facility_id'], absorbedId)),
  )
  return plan
}

async function planCorporation(sql: Sql, absorption: Absorption, today: string): Promise<Plan> {
  const { keptId, absorbedId } = absorption
  const plan: Plan = { moves: [], stays: [] }
  const [kept] = await rowsOf(sql, 'corporation', 'id', keptId)
  const [absorbed] = await rowsOf(sql, 'corporation', 'id', absorbedId)
  if (!kept || !absorbed) return plan

  for (const relation of ['facility', 'service_office'] as const)
    for (const row of await rowsOf(sql, relation, 'corporation_id', absorbedId))
      plan.moves.push(change(relation, row, { corporation_id: keptId, ...withHandSet(row, 'corporationId') }))
  const contact = equalIn('role_title', 'person_name', 'day_phone', 'night_phone', 'email')
  await carryList(sql, plan, absorption, 'corporation_contact', 'corporation_id', contact, (_kept, item) => ({
    code: 'CONTACT_TWICE',
    what: nameOf(item.role_title),
  }))
  // Limits are one board's whole table of approvers: a mixture of two tables is one nobody decided.
  const limits = await rowsOf(sql, 'procurement_limit', 'corporation_id', keptId)
  for (const row of await rowsOf(sql, 'procurement_limit', 'corporation_id', absorbedId)) {
    if (limits.length === 0) plan.moves.push(change('procurement_limit', row, { corporation_id: keptId }))
    else plan.stays.push({ code: 'PROCUREMENT_LIMITS_OF_KEPT_COUNT', what: nameOf(row.approver) })
  }
  for (const row of await rowsOf(sql, 'corporation_confirmation', 'corporation_id', absorbedId))
    plan.moves.push(change('corporation_confirmation', row, { corporation_id: keptId }))
  for (const row of await rowsOf(sql, 'mistake_report', 'corporation_id', absorbedId))
    plan.moves.push(change('mistake_report', row, { corporation_id: keptId }))
  for (const row of await rowsOf(sql, 'corporation', 'successor_id', absorbedId))
    if (row.id !== keptId) plan.moves.push(change('corporation', row, { successor_id: keptId }))

  const taken = filled(kept, absorbed, [
    ['kana'],
    ['seat_municipality_code', 'seat_address'],
    ['phone'],
    ['url'],
  ])
  const spellings = [nameOf(absorbed.name), ...listOf(absorbed.other_spellings)]
  const other_spellings = [
    ...new Set([...listOf(kept.other_spellings), ...spellings.filter((name) => name !== kept.name)]),
  ]
  const columns = [...Object.keys(taken), 'other_spellings'].map(camelCase)
  plan.moves.push(
    change('corporation', kept, { ...taken, other_spellings, ...withHandSet(kept, ...columns) }),
    change('corporation', absorbed, { status: 'MERGED', successor_id: keptId, ended_on: today }),
    ...(await settled(sql, ['corporation_id', 'other_corporation_id'], absorbedId)),
  )
  return plan
}

/** Other questions about a record that is no more. */
async function settled(sql: Sql, columns: readonly string[], id: string): Promise<Move[]> {
  const moves: Move[] = []
  for (const column of columns)
    for (const row of await rowsOf(sql, 'match_proposal', column, id))
      if (row.state === 'OPEN' || row.state === 'LINKED')
        moves.push(change('match_proposal', row, { state: 'SETTLED', postponed: false }))
  return moves
}

registerCarrier({
  relations: RELATIONS,
  plan: (sql, absorption, today) =>
    absorption.record === 'FACILITY'
      ? planFacility(sql, absorption, today)
      : planCorporation(sql, absorption, today),
  async apply(tx, moves, now) {
    // Rows that get the same columns go in one statement.
    const groups = Map.groupBy(
      moves,
      ({ relation, after }) => `${relation} ${Object.keys(after).toSorted().join()}`,
    )
    for (const group of groups.values()) {
      const [first] = group
      const relation = RELATIONS.find((name) => name === first?.relation)
      if (!first || !relation) throw new Error('An absorption moves rows of known tables only.')
      const set = Object.keys(first.after).map(
        (column) => `"${column}" = (jsonb_populate_record(t, v.cells))."${column}"`,
      )
      if (!WITHOUT_VERSION.has(relation)) set.push('version = t.version + 1', 'updated_at = $3::timestamptz')
      else set.push('id = CASE WHEN $3::timestamptz IS NULL THEN t.id ELSE t.id END')
      await tx.$executeRawUnsafe(
        `UPDATE ${relation} AS t SET ${set.join(', ')}
         FROM unnest($1::uuid[], $2::jsonb[]) AS v(id, cells) WHERE t.id = v.id`,
        group.map(({ id }) => id),
        group.map(({ after }) => JSON.stringify(after)),
        now,
      )
    }
  },
})

export interface AbsorptionPlan {
  readonly moves: readonly Move[]
  readonly stays: readonly Stay[]
}

/** Everything that goes over, of every module; reads only. */
export async function planAbsorption(
  sql: Sql,
  absorption: Absorption,
  today: string,
): Promise<AbsorptionPlan> {
  const plans = []
  for (const carrier of carriers()) plans.push(await carrier.plan(sql, absorption, today))
  return { moves: plans.flatMap(({ moves }) => moves), stays: plans.flatMap(({ stays }) => stays) }
}

/** Does what a plan says, each module its own rows. */
export async function carry(tx: Tx, moves: readonly Move[], now: Date): Promise<void> {
  for (const { relations, apply } of carriers()) {
    const own = moves.filter(({ relation }) => relations.includes(relation))
    if (own.length > 0) await apply(tx, own, now)
  }
}

/** The way back of moves. */
export const backwards = (moves: readonly Move[]): Move[] =>
  moves.toReversed().map((move) => ({ ...move, before: move.after, after: move.before }))

/** Moves whose row no longer stands as the move left it: somebody has built on it. */
export async function builtOn(sql: Sql, moves: readonly Move[]): Promise<Move[]> {
  const known = new Set(carriers().flatMap(({ relations }) => relations))
  const changed: Move[] = []
  for (const [relation, group] of Map.groupBy(moves, (move) => move.relation)) {
    if (!known.has(relation)) throw new Error(`Nobody carries rows of ${relation}.`)
    const rows = await sql<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${relation} AS t WHERE t.id = ANY ($1::uuid[])`,
      [group.map(({ id }) => id)],
    )
    const byId = new Map(rows.map(({ row }) => [row.id, row]))
    for (const move of group) {
      const row = byId.get(move.id)
      const stands =
        row !== undefined &&
        Object.entries(move.after).every(
          ([column, cell]) => JSON.stringify(row[column] ?? null) === JSON.stringify(cell),
        )
      if (!stands) changed.push(move)
    }
  }
  return changed
}
