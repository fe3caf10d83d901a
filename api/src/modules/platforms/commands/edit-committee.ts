import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { committeeStandsWrong, findCommittee } from '../committee-writing.ts'
import { text } from '../inputs.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const editCommittee = command({
  name: 'editCommittee',
  description: 'The secretariat corrects the name, purpose and place of a committee.',
  input: z.object({
    committeeId: idOf('Committee').describe('The committee.'),
    name: text(60).describe('Name, as members say it.'),
    purpose: z.string().trim().max(500).default('').describe('What it is for, at most 500 characters.'),
    parentId: idOf('Committee').optional().describe('The committee it stands below; left out, none.'),
    version: version(),
  }),
  subject: (tx, { committeeId }, viewer) => findCommittee(tx, committeeId, viewer),
  may: runNetwork,
  onConstraint: committeeStandsWrong,
  async run({ tx, subject, input, emit }) {
    const { name, purpose, parentId = null } = input
    await save(tx.committee, subject, input.version, { name, purpose, parentId })
    announceChange(emit, subject.platformId, globalId('Committee', subject.id))
    return { committeeId: subject.id }
  },
})
