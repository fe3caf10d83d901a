import path from 'node:path'
import { writeBackup } from '../backup/write.ts'
import { Refusal } from '../refusal.ts'
import { keptSecret } from '../start/secrets.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: '控えを 1 つのファイルに書きます（backup <ファイル>。動かしたままでできます）',
  needsDatabase: true,
  async run([name]) {
    if (!name) throw new Refusal('控えのファイル名を書いてください', 'name the file of the backup')
    const file = path.resolve(process.env.INIT_CWD ?? '.', name)
    const { rows } = await writeBackup(process.env.DATABASE_URL ?? '', file, keptSecret())
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`控えを書きました: ${file}（${total} 行）。個人の情報が入っています。大切に保管してください`)
  },
}
