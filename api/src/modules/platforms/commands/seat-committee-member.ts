import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { checkEnd, findCommittee } from '../committee-writing.ts'
import { committeeRole } from '../inputs.ts'
import { announceChange } from '../network-writing.ts'
import * as networks from '../policy.ts'
import { runNetwork } from '../policy/membership.ts'

export const seatCommitteeMember = command({
  name: 'seatCommitteeMember',
  description:
    'The secretariat gives a member corporation a seat in a committee for a term, as its chair if asked.',
  input: z.object({
    committeeId: idOf('Committee').describe('The committee.'),
    corporationId: idOf('Corporation').describe('The corporation; a member of the network on the first day.'),
    role: committeeRole().describe('What it is in the committee.'),
    startsOn: day().describe('First day.'),
    endsOn: day().optional().describe('Last day of the term; left out, until further notice.'),
  }),
  subject: (tx, { committeeId }, viewer) => findCommittee(tx, committeeId, viewer),
  may: runNetwork,
  onConstraint: {
    committee_member_once: () =>
      new RuleProblem('SEATED_ALREADY', 'The corporation has a seat there on these days already.'),
  },
  async run({ tx, subject, input, emit }) {
    const { id: committeeId, platformId } = subject
    const { corporationId, role, startsOn, endsOn = null } = input
    checkEnd({ startsOn }, endsOn)
    const member = { AND: [{ platformId, corporationId }, networks.activeOn(startsOn)] }
    if ((await tx.platformMembership.count({ where: member })) === 0)
      throw new RuleProblem('NOT_A_MEMBER_THEN', 'It is no member on that day.')
    await tx.committeeMember.create({ data: { committeeId, corporationId, role, startsOn, endsOn } })
    announceChange(emit, platformId, globalId('Committee', committeeId))
    return { committeeId }
  },
})
