import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { PersonRenamed } from '../events.ts'
import { personName } from '../inputs.ts'
import * as policy from '../policy.ts'

export const renameMyself = command({
  name: 'renameMyself',
  description: 'A person corrects the own name.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({ name: personName().describe('The name as it is shown to others.') }),
  subject: (_tx, _input, { userId }) => (userId ? { userId } : null),
  may: policy.keepOwn,
  onConstraint: {
    app_user_sample_is_marked: () =>
      new RuleProblem('SAMPLE_NAME_WITHOUT_MARK', 'The name of an invented person carries 見本.'),
  },
  async run({ tx, subject: { userId }, input, emit }) {
    await tx.user.update({ where: { id: userId }, data: { name: input.name } })
    emit(PersonRenamed, { userId }, { audience: [`user:${userId}`], entities: [globalId('User', userId)] })
    return { userId }
  },
})
