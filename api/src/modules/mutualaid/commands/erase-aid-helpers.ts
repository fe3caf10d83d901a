import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { allow, deny } from '../../../kernel/verdict.ts'
import { isSystem } from '../../../kernel/viewer.ts'

/** 「来た人の名前を消す」 */
export const eraseAidHelpers = command({
  name: 'eraseAidHelpers',
  description:
    'On its day the portal erases who came, with the key, where nobody has said that the person is back.',
  input: z.object({}),
  subject: () => ({}),
  may: (viewer) => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY')),
  auditSubject: () => null,
  async run({ tx, now }) {
    const { count } = await tx.aidHelper.deleteMany({ where: { eraseOn: { lte: dateOf(dayInJapan(now)) } } })
    return { erased: count }
  },
})
