import pg from 'pg'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import { verifyDecisions } from '../../api/src/modules/meetings/register/verify.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: '登録簿の議決を、票と規則からすべて計算し直して確かめます',
  needsDatabase: true,
  async run() {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
    try {
      const { checked, disagreements } = await verifyDecisions(sqlFor(pool))
      for (const { platform, label, differs } of disagreements)
        console.log(`${platform} ${label}: 一致しません（${differs.join(', ')}）`)
      console.log(`議決 ${checked} 件を計算し直しました`)
      console.log(disagreements.length === 0 ? 'すべて一致しました' : '一致しない議決があります')
      return disagreements.length === 0 ? 0 : 1
    } finally {
      await pool.end()
    }
  },
}
