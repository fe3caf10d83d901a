import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceDues, findDues } from '../dues-writing.ts'
import { todayAt } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { refuseFuturePayment, refuseSettled } from '../rules/dues.ts'

export const noteDuesPaid = command({
  name: 'noteDuesPaid',
  description:
    'The secretariat notes the day on which a member paid its dues; nobody is reminded of them any more.',
  input: z.object({
    membershipDuesId: idOf('MembershipDues').describe('The dues of one member for one year.'),
    paidOn: day().describe('Day on which they were paid, today or before.'),
    version: version(),
  }),
  subject: (tx, { membershipDuesId }, viewer) => findDues(tx, membershipDuesId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, now, emit }) {
    refuseSettled(subject)
    refuseFuturePayment(input.paidOn, todayAt(now))
    await save(tx.membershipDues, subject, input.version, { paidOn: input.paidOn })
    announceDues(emit, subject)
    return { membershipDuesId: subject.id }
  },
})
