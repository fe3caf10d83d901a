import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { checkEnd, findCommittee } from '../committee-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const dissolveCommittee = command({
  name: 'dissolveCommittee',
  description:
    'The secretariat writes down the last day of a committee; its seats end with it. Committees below it must have ended or moved before.',
  input: z.object({
    committeeId: idOf('Committee').describe('The committee.'),
    endsOn: day().describe('Its last day.'),
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { committeeId }, viewer) => findCommittee(tx, committeeId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { id: committeeId, platformId } = subject
    const { endsOn } = input
    checkEnd(subject, endsOn)
    const later = { OR: [{ endsOn: null }, { endsOn: { gt: endsOn } }] }
    if ((await tx.committee.count({ where: { parentId: committeeId, ...later } })) > 0)
      throw new RuleProblem('COMMITTEES_BELOW_GO_ON', 'Committees below it go on longer.')
    await save(tx.committee, subject, input.version, { endsOn })
    await tx.committeeMember.deleteMany({ where: { committeeId, startsOn: { gt: endsOn } } })
    await tx.committeeMember.updateMany({
      where: { committeeId, ...later },
      data: { endsOn, version: { increment: 1 } },
    })
    announceChange(emit, platformId, globalId('Committee', committeeId))
    return { committeeId }
  },
})
