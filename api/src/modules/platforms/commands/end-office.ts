import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkEnd } from '../committee-writing.ts'
import { announceChange } from '../network-writing.ts'
import { ofVisibleNetworks, runNetwork } from '../policy/membership.ts'

export const endOffice = command({
  name: 'endOffice',
  description: 'The secretariat writes down the last day of a person in an office; it stays in the history.',
  input: z.object({
    platformOfficerId: idOf('PlatformOfficer').describe('The person in the office.'),
    endsOn: day().describe('The last day.'),
    version: version(),
  }),
  subject: (tx, { platformOfficerId }, viewer) =>
    tx.platformOfficer.findFirst({ where: { AND: [{ id: platformOfficerId }, ofVisibleNetworks(viewer)] } }),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    checkEnd(subject, input.endsOn)
    await save(tx.platformOfficer, subject, input.version, { endsOn: input.endsOn })
    announceChange(emit, subject.platformId, globalId('PlatformOfficer', subject.id))
    return { platformOfficerId: subject.id }
  },
})
