import fs from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import {
  importFile,
  importFolder,
  type ImportResult,
} from '../../api/src/modules/registry/import/import-folder.ts'
import { projectRoot } from '../project.ts'
import type { OperationsCommand } from './command.ts'

const records = {
  municipalities: '市町村',
  corporations: '法人',
  facilities: '施設',
  offices: '事業所',
  shelters: '避難所・避難場所',
}

export const command: OperationsCommand = {
  summary: '公表データのフォルダーかファイルを台帳に取り込みます（import [フォルダー・ファイル] [--again]）',
  needsDatabase: true,
  async run(args) {
    const given = args.find((argument) => !argument.startsWith('--')) ?? path.join(projectRoot, 'data')
    const db = createDb(process.env.DATABASE_URL ?? '', 2)
    try {
      const context = { db, clock: systemClock }
      const result = fs.statSync(given).isDirectory()
        ? await importFolder(given, context, { again: args.includes('--again') })
        : await importFile(given, context)
      tell(result)
    } finally {
      await db.$disconnect()
    }
  },
}

function tell({ counts, refused, noted, unavailable, unreadable }: ImportResult): void {
  if (counts.sourcesRead === 0) return console.log('前に取り込んだファイルと同じです。何も変えていません。')
  for (const [record, name] of Object.entries(records)) {
    const count = (what: string) => counts[`${record}.${what}`] ?? 0
    console.log(`${name}: 追加 ${count('created')}、変更 ${count('changed')}、そのまま ${count('unchanged')}`)
  }
  for (const { file, line, code } of refused) console.log(`取り込めない行: ${file} ${line}行目 ${code}`)
  for (const { file, line, code } of noted) console.log(`値を除いた行: ${file} ${line}行目 ${code}`)
  for (const file of unavailable) console.log(`公開されていない: ${file}`)
  for (const reason of unreadable) console.log(`読めないファイル: ${reason}`)
}
