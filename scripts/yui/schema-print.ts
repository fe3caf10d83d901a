import { generatePrismaClient } from '../generate.ts'
import { writeSchema } from '../schema.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: 'schema/ に GraphQL のスキーマと画面の操作を書き出します',
  needsDatabase: false,
  async run() {
    await generatePrismaClient()
    await writeSchema()
  },
}
