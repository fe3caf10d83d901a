import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { RoleGranted } from '../events.ts'
import { emailAddress, newPassword, personName } from '../inputs.ts'
import { openAccount } from '../open-account.ts'
import * as policy from '../policy.ts'
import { todayAt } from '../queries.ts'

export const appointFirstOperator = command({
  name: 'appointFirstOperator',
  description: 'Whoever runs an installation opens its first account, while nobody is its system operator.',
  isolation: 'serializable',
  secret: ['password'],
  input: z.object({
    email: emailAddress().describe('Address to sign in with.'),
    name: personName().describe('The person’s name.'),
    password: newPassword().describe('To sign in with the first time.'),
  }),
  subject: () => ({}),
  may: policy.appointFirstOperator,
  async run({ tx, input, now, emit }) {
    const today = todayAt(now)
    const operators = await tx.roleAssignment.count({
      where: { role: 'SYSTEM_OPERATOR', OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    })
    if (operators > 0) throw new RuleProblem('OPERATOR_EXISTS', 'There is a system operator already.')

    const userId = await openAccount(tx, input)
    const role = await tx.roleAssignment.create({
      data: { userId, role: 'SYSTEM_OPERATOR', startsOn: today },
    })
    emit(
      RoleGranted,
      { roleId: role.id, userId },
      { audience: [`user:${userId}`], entities: [globalId('RoleAssignment', role.id)] },
    )
    return { userId }
  },
})
