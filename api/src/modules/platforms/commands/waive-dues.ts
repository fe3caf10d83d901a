import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceDues, findDues } from '../dues-writing.ts'
import { text } from '../inputs.ts'
import { todayAt } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { refuseSettled } from '../rules/dues.ts'

export const waiveDues = command({
  name: 'waiveDues',
  description: 'The secretariat writes down that a member need not pay its dues, and why.',
  input: z.object({
    membershipDuesId: idOf('MembershipDues').describe('The dues of one member for one year.'),
    reason: text(300).describe('Why, e.g. the decision. At most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { membershipDuesId }, viewer) => findDues(tx, membershipDuesId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, now, emit }) {
    refuseSettled(subject)
    await save(tx.membershipDues, subject, input.version, {
      waivedOn: todayAt(now),
      waiverReason: input.reason,
    })
    announceDues(emit, subject)
    return { membershipDuesId: subject.id }
  },
})
