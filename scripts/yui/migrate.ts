import { migrate } from '../migrate.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: 'データベースの表を最新にします',
  needsDatabase: true,
  async run() {
    const applied = await migrate(process.env.DATABASE_URL ?? '')
    console.log(applied.length > 0 ? `適用しました: ${applied.join('、')}` : '表は最新です')
  },
}
