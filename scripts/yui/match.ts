import { systemClock } from '../../api/src/kernel/clock.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { matchRegistry } from '../../api/src/modules/registry/commands/match-registry.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: '同じ施設・法人・避難所と思われるものをさがし、確かなものを結びつけます',
  needsDatabase: true,
  async run() {
    const db = createDb(process.env.DATABASE_URL ?? '', 2)
    const started = performance.now()
    try {
      const context = { db, clock: systemClock, viewer: systemViewer, requestId: null }
      const counts = await runCommand(matchRegistry, {}, context)
      console.log(`確かな組: ${counts.linked}、人の判断を待つ組: ${counts.asked}`)
      console.log(`変えた避難所: ${counts.sheltersChanged}`)
      const { proposalsCreated, proposalsChanged, proposalsRemoved } = counts
      console.log(`組の追加 ${proposalsCreated}、変更 ${proposalsChanged}、取り下げ ${proposalsRemoved}`)
      console.log(`${((performance.now() - started) / 1000).toFixed(1)} 秒`)
    } finally {
      await db.$disconnect()
    }
  },
}
