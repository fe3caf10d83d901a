import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Db } from '../../../kernel/db.ts'
import * as policy from '../policy/mistakes.ts'
import { forgottenBefore } from '../rules/mistakes.ts'

/** Whether any report is old enough to be forgotten. */
export const oldMistakesWait = async (db: Db, now: Date): Promise<boolean> =>
  (await db.mistakeReport.findFirst({
    where: { settledAt: { lt: forgottenBefore(now) } },
    select: { id: true },
  })) !== null

/** まちがいの知らせを忘れる */
export const forgetMistakeReports = command({
  name: 'forgetMistakeReports',
  description:
    'Deletes what the public reported as wrong once it has been settled for a year; that it was reported and settled stays in the audit, without its words.',
  patience: 300,
  input: z.object({}),
  subject: () => ({}),
  may: policy.forgetMistakes,
  async run({ tx, now }) {
    const { count } = await tx.mistakeReport.deleteMany({
      where: { settledAt: { lt: forgottenBefore(now) } },
    })
    return { count }
  },
})
