import { findBrokenData, readDataChecks } from '../data-checks.ts'
import { withClient } from '../postgres/databases.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: 'データに矛盾がないかを確かめます（prisma/checks）',
  needsDatabase: true,
  async run() {
    const broken = await withClient(process.env.DATABASE_URL ?? '', findBrokenData)
    for (const { module, claim, rows } of broken) {
      console.log(`✗ ${module}: ${claim}`)
      for (const row of rows) console.log(`    ${JSON.stringify(row)}`)
    }
    const total = readDataChecks().length
    console.log(`${total - broken.length} passed, ${broken.length} failed`)
    return broken.length === 0 ? 0 : 1
  },
}
