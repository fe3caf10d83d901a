import { randomBytes } from 'node:crypto'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { RuleProblem, ValidationProblem } from '../../api/src/kernel/problems.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { appointFirstOperator } from '../../api/src/modules/identity/commands/appoint-first-operator.ts'
import type { OperationsCommand } from './command.ts'

export const command: OperationsCommand = {
  summary: 'はじめてのシステム管理者のアカウントを作ります（operator:appoint <メールアドレス> <名前>）',
  needsDatabase: true,
  async run([email, ...names]) {
    const password = randomBytes(12).toString('base64url')
    const db = createDb(process.env.DATABASE_URL ?? '', 2)
    try {
      await runCommand(
        appointFirstOperator,
        { email, name: names.join(' '), password },
        { db, clock: systemClock, requestId: null, viewer: systemViewer },
      )
    } catch (error) {
      const cause = refusalOf(error)
      if (!cause) throw error
      console.error(cause)
      return 1
    } finally {
      await db.$disconnect()
    }
    console.log(`アカウントを作りました。ログイン: ${email}　はじめのパスワード: ${password}`)
    console.log('ログインしたら、アカウントの画面で2段階認証を登録し、パスワードを変えてください。')
  },
}

function refusalOf(error: unknown): string | null {
  if (error instanceof ValidationProblem)
    return 'メールアドレスと名前を指定してください。例: npm run yui -- operator:appoint taro@example.jp 山田 太郎'
  if (error instanceof RuleProblem)
    return 'システム管理者は、もういます。画面の「人と役割」から招待してもらってください。'
  return null
}
