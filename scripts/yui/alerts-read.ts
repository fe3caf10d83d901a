import fs from 'node:fs'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { importAlerts } from '../../api/src/modules/alerts/import-alerts.ts'
import { Refusal } from '../refusal.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: '気象庁防災情報XMLのファイルかフォルダーを読みます（alerts:read <ファイル・フォルダー>）',
  needsDatabase: true,
  async run([given]) {
    if (given === undefined || !fs.existsSync(given))
      throw new Refusal('読むファイルかフォルダーを指定してください', 'no file or folder to read')
    const db = createDb(process.env.DATABASE_URL ?? '', 2)
    try {
      for (const { file, messageId, repeated } of await importAlerts(given, { db, clock: systemClock })) {
        const found = messageId && (await db.alertMessage.findUnique({ where: { id: messageId } }))
        if (!found) {
          console.log(`✗ ${file}: 4MBをこえるため読みません`)
          continue
        }
        const drill = found.status === 'NORMAL' ? '' : '【訓練】'
        const what = found.reading === 'UNREADABLE' ? `読めない形（${found.problem}）` : found.title
        console.log(`${repeated ? '・前に受信済み' : '＋'} ${file}: ${drill}${what}`)
      }
    } finally {
      await db.$disconnect()
    }
  },
}
