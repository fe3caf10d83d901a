import { sqlFor } from '../../kernel/read/sql.ts'
import { networkTableRoute } from '../registry/public.ts'
import { COLUMNS, tiesAsTable } from './queries/export.ts'

// Who works with whom in a network, as a file.
networkTableRoute({
  name: 'ties',
  scope: 'collaboration:read',
  async read({ viewer, readPool }, platformId) {
    const rows = await tiesAsTable(sqlFor(readPool), viewer, platformId)
    return rows && { title: '連携の一覧', columns: COLUMNS, rows }
  },
})
