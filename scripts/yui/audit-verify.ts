import pg from 'pg'
import { verifyAudit, type Note } from '../../api/src/kernel/audit-verify.ts'
import { Refusal } from '../refusal.ts'
import type { OperationsCommand } from './command.ts'

const meanings = {
  altered: '記録が書き換えられています',
  'input altered': '入力の記録が書き換えられています',
  chain: '前の記録とつながっていません',
  missing: 'この前の記録がなくなっています',
  'cut off': '最後の記録がなくなっています',
  'not as noted': '控えの値と違います',
  'events missing': '出来事の記録がなくなっています',
} as const

/** `12:ab34…` as this task prints it, noted outside the database. */
function noteOf(text: string | undefined): Note | undefined {
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) {
    throw new Refusal(
      '控えは「番号:値」の形で書いてください（前回の audit:verify が表示したもの）',
      'a note has the form seq:hash',
    )
  }
  return { seq: BigInt(seq), hash }
}

export const command: OperationsCommand = {
  summary: '操作の記録が書き換えられていないか確かめます（audit:verify [前回の控え]）',
  needsDatabase: true,
  async run([note]) {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
    try {
      const { checked, head, breaks } = await verifyAudit(pool, noteOf(note))
      for (const { seq, fault } of breaks) console.log(`${seq}: ${meanings[fault]}`)
      console.log(`操作の記録 ${checked} 件を確かめました。控え: ${head.seq}:${head.hash}`)
      console.log(breaks.length === 0 ? '書き換えはありません' : '書き換えがあります')
      return breaks.length === 0 ? 0 : 1
    } finally {
      await pool.end()
    }
  },
}
