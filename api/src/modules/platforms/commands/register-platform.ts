import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { municipalityCode, networkKind, text } from '../inputs.ts'
import { todayAt } from '../membership-writing.ts'
import { announceChange, beginNetwork, findParent } from '../network-writing.ts'
import { begin } from '../policy/networks.ts'

export const registerPlatform = command({
  name: 'registerPlatform',
  description:
    'The system operator begins a network of any kind; a secretariat begins one below its own. The name of a 社会福祉連携推進法人 must say so, and invented networks carry 見本.',
  input: z.object({
    name: text(80).describe('Name, as members say it.'),
    kind: networkKind().describe('Who leads it.'),
    description: z.string().trim().max(1000).default('').describe('What it is for, at most 1000 characters.'),
    municipalityCode: municipalityCode().optional(),
    parentId: idOf('Platform').optional().describe('The network it stands below.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { parentId }, viewer) => findParent(tx, parentId, viewer),
  may: begin,
  async run({ tx, subject, input, now, emit }) {
    const { name, kind, description } = input
    const platformId = await beginNetwork(tx, {
      name,
      kind,
      description,
      municipalityCode: input.municipalityCode ?? null,
      parentId: subject.parentId,
      startsOn: todayAt(now),
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})
