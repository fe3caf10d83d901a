import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { keptBy } from './policy/viewers.ts'
import { EXPIRES_SOON_DAYS } from './rules/stock.ts'

interface Row extends Record<string, unknown> {
  readonly what: 'STOCK' | 'LOAN' | 'DEFECT'
  readonly id: string
  readonly facilityId: string
  readonly facility: string
  readonly name: string
  readonly count: number
  readonly due: string
  readonly late: boolean
}

/** Days before a loan is due from which it stands on the home page of who has it. */
const LOAN_DAYS = 7
/** The same of a defect. */
const DEFECT_DAYS = 30

const STATEMENT = `
  WITH own AS MATERIALIZED (
    SELECT id, name FROM facility
    WHERE status = 'ACTIVE' AND ($1::uuid IS NOT NULL AND id = $1::uuid OR $1::uuid IS NULL AND corporation_id = $2::uuid)
  )
  (SELECT 'STOCK' AS what, (array_agg(l.id ORDER BY l.expires_on, l.id))[1]::text AS id, own.id::text AS "facilityId", own.name AS facility,
          (array_agg(i.name ORDER BY l.expires_on, l.id))[1] AS name, count(*)::int AS count,
          min(l.expires_on)::text AS due, min(l.expires_on) < $3::date AS late
   FROM own JOIN stock_lot AS l ON l.facility_id = own.id AND l.quantity > 0 JOIN stock_item AS i ON i.id = l.item_id
   WHERE l.expires_on <= $3::date + ${EXPIRES_SOON_DAYS}
   GROUP BY own.id, own.name)
  UNION ALL
  (SELECT 'LOAN', n.id::text, own.id::text, own.name, i.name, n.quantity - n.returned, n.due_on::text, n.due_on < $3::date
   FROM own JOIN stock_loan AS n ON n.borrower_facility_id = own.id AND n.returned < n.quantity AND n.due_on <= $3::date + ${LOAN_DAYS}
   JOIN stock_lot AS l ON l.id = n.lot_id JOIN stock_item AS i ON i.id = l.item_id)
  UNION ALL
  (SELECT 'DEFECT', d.id::text, own.id::text, own.name, d.what, 1, d.due_on::text, d.due_on < $3::date
   FROM own JOIN inspection_defect AS d ON d.facility_id = own.id AND d.done_on IS NULL AND d.due_on <= $3::date + ${DEFECT_DAYS})
  ORDER BY due, id LIMIT 100`

/** What expires soon, what is to be given back, and what inspections have found: of the viewer's own facilities. */
export async function registersToLookAfter({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const { facilityId, corporationId } = keptBy(viewer)
  if (facilityId === null && corporationId === null) return []
  const rows = await sql<Row>(STATEMENT, [facilityId, corporationId, viewer.today])
  return rows.map((row) => {
    const { what, id, facility, name, count, due, late } = row
    return {
      id: `mutualaid.${what.toLowerCase()}:${id}`,
      kind: 'CONFIRM',
      code: codeOf(what, late),
      params: { facility, name, count },
      dueOn: due,
      link: `/facilities/${globalId('Facility', row.facilityId)}/${what === 'DEFECT' ? 'inspections' : 'stock'}`,
    }
  })
}

function codeOf(what: Row['what'], late: boolean): string {
  if (what === 'STOCK') return late ? 'STOCK_HAS_EXPIRED' : 'STOCK_EXPIRES_SOON'
  if (what === 'LOAN') return late ? 'LOAN_IS_OVERDUE' : 'LOAN_TO_GIVE_BACK'
  return late ? 'DEFECT_IS_OVERDUE' : 'DEFECT_TO_PUT_RIGHT'
}
