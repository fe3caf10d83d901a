import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceDues, findDues } from '../dues-writing.ts'
import { text } from '../inputs.ts'
import { runNetwork } from '../policy/membership.ts'
import { refuseOpen } from '../rules/dues.ts'

export const reopenDues = command({
  name: 'reopenDues',
  description:
    'The secretariat takes back that dues were paid or waived, with the reason; what stood there before stays in the audit.',
  input: z.object({
    membershipDuesId: idOf('MembershipDues').describe('The dues of one member for one year.'),
    reason: text(300).describe('Why it is taken back, at most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { membershipDuesId }, viewer) => findDues(tx, membershipDuesId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    refuseOpen(subject)
    await save(tx.membershipDues, subject, input.version, {
      paidOn: null,
      waivedOn: null,
      waiverReason: null,
    })
    announceDues(emit, subject)
    return { membershipDuesId: subject.id }
  },
})
