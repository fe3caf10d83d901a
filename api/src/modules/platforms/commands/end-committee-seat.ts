import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkEnd } from '../committee-writing.ts'
import { announceChange } from '../network-writing.ts'
import { ofVisibleNetworks, runNetwork } from '../policy/membership.ts'

export const endCommitteeSeat = command({
  name: 'endCommitteeSeat',
  description: 'The secretariat writes down the last day of a seat in a committee; it stays in the history.',
  input: z.object({
    committeeMemberId: idOf('CommitteeMember').describe('The seat that ends.'),
    endsOn: day().describe('Its last day.'),
    version: version(),
  }),
  subject: async (tx, { committeeMemberId }, viewer) => {
    const found = await tx.committeeMember.findFirst({
      where: { id: committeeMemberId, committee: { is: ofVisibleNetworks(viewer) } },
      include: { committee: { select: { platformId: true } } },
    })
    return found && { ...found, platformId: found.committee.platformId }
  },
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { committeeId, platformId } = subject
    checkEnd(subject, input.endsOn)
    await save(tx.committeeMember, subject, input.version, { endsOn: input.endsOn })
    announceChange(emit, platformId, globalId('Committee', committeeId))
    return { committeeId }
  },
})
