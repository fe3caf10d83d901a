import pg from 'pg'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import { verifyDecisions } from '../../api/src/modules/meetings/register/verify.ts'
import type { OperationsCommand } from './command.ts'

/** What of a verdict may differ. */
const parts: Readonly<Record<string, string>> = {
  outcome: '結果',
  present: '出席',
  presentIds: '出席した会員',
  entitled: '議決に加われる会員',
  takingPart: '議決に加わった会員',
  conflictedIds: '除斥された会員',
  suspendedIds: '休会中の会員',
  for: '賛成',
  against: '反対',
  abstaining: '棄権',
  silent: '投票なし',
  silentIds: '投票しなかった会員',
  quorum: '定足数',
  majority: '必要な賛成',
  tie: '可否同数',
  rule: '適用する規則がありません',
  vote: '票か規則が読めません',
}

export const command: OperationsCommand = {
  summary: '登録簿の議決を、票と規則からすべて計算し直して確かめます',
  needsDatabase: true,
  async run() {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
    try {
      const { checked, disagreements } = await verifyDecisions(sqlFor(pool))
      for (const { platform, label, differs } of disagreements)
        console.log(
          `${platform} ${label}: 一致しません（${differs.map((part) => parts[part] ?? part).join('、')}）`,
        )
      console.log(`議決 ${checked} 件を計算し直しました`)
      console.log(disagreements.length === 0 ? 'すべて一致しました' : '一致しない議決があります')
      return disagreements.length === 0 ? 0 : 1
    } finally {
      await pool.end()
    }
  },
}
