import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { committeeStandsWrong } from '../committee-writing.ts'
import { text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const establishCommittee = command({
  name: 'establishCommittee',
  description:
    'The secretariat sets a committee (部会・委員会) up, below another one of the network if asked.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    name: text(60).describe('Name, as members say it.'),
    purpose: z.string().trim().max(500).default('').describe('What it is for, at most 500 characters.'),
    parentId: idOf('Committee').optional().describe('The committee it stands below.'),
    startsOn: day().describe('First day.'),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: committeeStandsWrong,
  async run({ tx, input, emit }) {
    const { id } = await tx.committee.create({ data: input, select: { id: true } })
    announceChange(emit, input.platformId, globalId('Committee', id))
    return { committeeId: id, platformId: input.platformId }
  },
})
