import { parseGlobalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'

/** Something that stands on a record an import wrote. */
export interface UndoObstacle {
  readonly record: 'CORPORATION' | 'FACILITY' | 'SERVICE_OFFICE' | 'FACILITY_CONTACT' | 'SHELTER'
  readonly label: string
  /** CHANGED_SINCE, or what refers to the record. */
  readonly reason: string
  readonly count: number
}

/** What keeps an import from being undone; for those who see the import. */
export async function undoObstacles(sql: Sql, viewer: Viewer, globalId: string): Promise<UndoObstacle[]> {
  const id = parseGlobalId(globalId)
  if (id?.model !== 'ImportRun') return []
  const seen = await sql(
    `SELECT id FROM import_run WHERE id = $1::uuid AND ($2::boolean OR body_key = $3::text)`,
    [id.id, actsAs(viewer, 'SYSTEM_OPERATOR'), viewer.acting?.key ?? null],
  )
  if (seen.length === 0) return []
  return sql<UndoObstacle & Record<string, unknown>>(
    `SELECT record, label, reason, count FROM import_undo_obstacles($1::uuid) LIMIT 100`,
    [id.id],
  )
}
