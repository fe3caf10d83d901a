import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey } from '../../../kernel/inputs.ts'
import { draftRulebook } from '../../rulebooks/public.ts'
import { municipalityCode, text } from '../inputs.ts'
import { todayAt } from '../membership-writing.ts'
import { announceChange, beginNetwork, findParent } from '../network-writing.ts'
import { begin } from '../policy/networks.ts'
import { readyRulebook } from '../rulebook.ts'
import { inFiscalOrder } from '../rules/months.ts'
import { templates } from '../rules/templates.ts'

export const startPlatformFromTemplate = command({
  name: 'startPlatformFromTemplate',
  description:
    'The system operator, or a secretariat below its own network, begins a network from a pattern of the library: its committees, roles, yearly plan and, as a draft, its rulebook; all of it can be changed afterwards.',
  input: z.object({
    template: enumOf('NetworkTemplateCode', 'A pattern of the library.', {
      YAMAGATA: '施設長連絡会 with six strands, as in Yamagata.',
      COUNCIL_FUND: '社協の連絡協議会 with a shared fund, as in Hyogo and Osaka.',
      PROMOTION_CORPORATION: '社会福祉連携推進法人.',
      HUB_CONTRACTS: 'A large corporation as hub, with contracts.',
    }).describe('The pattern.'),
    name: text(80).describe('Name of the new network.'),
    municipalityCode: municipalityCode().optional(),
    parentId: idOf('Platform').optional().describe('The network it stands below.'),
    committees: z
      .array(text(60))
      .max(40)
      .optional()
      .describe('Names of those committees of the pattern that are wanted; left out, all of them.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { parentId }, viewer) => findParent(tx, parentId, viewer),
  may: begin,
  async run({ tx, subject, input, viewer, now, emit }) {
    const template = templates.find(({ code }) => code === input.template)
    if (!template) throw new Error(`There is no template ${input.template}.`)
    const startsOn = todayAt(now)
    const platformId = await beginNetwork(tx, {
      name: input.name,
      kind: template.kind,
      description: template.description,
      municipalityCode: input.municipalityCode ?? null,
      parentId: subject.parentId,
      startsOn,
    })
    const wanted = template.committees.filter(({ name }) => input.committees?.includes(name) ?? true)
    const ids = new Map(wanted.map(({ name }) => [name, newId(now)]))
    await tx.committee.createMany({
      // One that stands below another comes after it in the pattern.
      data: wanted.map(({ name, purpose, parent }) => ({
        id: ids.get(name),
        platformId,
        name,
        purpose,
        parentId: parent === undefined ? null : (ids.get(parent) ?? null),
        startsOn,
      })),
    })
    await tx.platformRole.createMany({
      data: template.roles.map(({ name, responsibilities }, n) => ({
        platformId,
        name,
        responsibilities: [...responsibilities],
        position: n + 1,
      })),
    })
    await tx.platformYearPlan.createMany({
      data: inFiscalOrder(template.yearPlan).map((entry, n) => ({ ...entry, platformId, position: n + 1 })),
    })
    await draftRulebook(tx, {
      platformId,
      rules: readyRulebook(template.kind),
      note: `「${template.name}」のひな形から`,
      userId: viewer.userId,
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})
