import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceDues, duesRefusals, findDues, yen } from '../dues-writing.ts'
import { text } from '../inputs.ts'
import { runNetwork } from '../policy/membership.ts'
import { refuseSettled } from '../rules/dues.ts'

export const correctDues = command({
  name: 'correctDues',
  description:
    'The secretariat corrects what one member pays and by when, while it is open, e.g. by the month for who joined during the year.',
  input: z.object({
    membershipDuesId: idOf('MembershipDues').describe('The dues of one member for one year.'),
    amountYen: yen().describe('What it pays, yen.'),
    dueOn: day().describe('Day by which they are due.'),
    basis: text(300).describe('On what the amount rests, at most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { membershipDuesId }, viewer) => findDues(tx, membershipDuesId, viewer),
  may: runNetwork,
  onConstraint: duesRefusals,
  async run({ tx, subject, input, emit }) {
    refuseSettled(subject)
    const { amountYen, dueOn, basis } = input
    await save(tx.membershipDues, subject, input.version, { amountYen, dueOn, basis })
    announceDues(emit, subject)
    return { membershipDuesId: subject.id }
  },
})
