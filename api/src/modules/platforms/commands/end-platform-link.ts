import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceChange } from '../network-writing.ts'
import { linksVisibleTo } from '../policy/membership.ts'
import { unlink } from '../policy/networks.ts'

export const endPlatformLink = command({
  name: 'endPlatformLink',
  description:
    'The system operator or the secretariat of either network writes down the last day of a link; it stays readable.',
  input: z.object({
    platformLinkId: idOf('PlatformLink').describe('The link that ends.'),
    endsOn: day().describe('The last day for it.'),
    version: version(),
  }),
  subject: (tx, { platformLinkId }, viewer) =>
    tx.platformLink.findFirst({ where: { AND: [{ id: platformLinkId }, linksVisibleTo(viewer)] } }),
  may: unlink,
  async run({ tx, subject, input, emit }) {
    const { id, fromId, toId, startsOn } = subject
    if (input.endsOn < startsOn)
      throw new RuleProblem('ENDS_BEFORE_START', 'The last day lies before the first.')
    await save(tx.platformLink, subject, input.version, { endsOn: input.endsOn })
    announceChange(emit, fromId)
    announceChange(emit, toId)
    return { platformLinkId: id }
  },
})
