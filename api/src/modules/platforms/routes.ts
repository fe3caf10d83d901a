import { sqlFor } from '../../kernel/read/sql.ts'
import { networkTableRoute } from '../registry/public.ts'
import { DUES_COLUMNS, duesAsTable } from './queries/dues.ts'

// The dues of a fiscal year as a file.
networkTableRoute({
  name: 'dues',
  scope: 'platforms:read',
  async read({ viewer, readPool }, platformId, { year }) {
    if (typeof year !== 'string' || !/^20\d\d$/.test(year)) return null
    const rows = await duesAsTable(sqlFor(readPool), viewer, platformId, Number(year))
    return rows && { title: `会費_${year}年度`, columns: DUES_COLUMNS, rows }
  },
})
