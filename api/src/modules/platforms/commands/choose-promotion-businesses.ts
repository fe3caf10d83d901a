import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { promotionBusiness } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { daysAfter } from '../rules/days.ts'

export const choosePromotionBusinesses = command({
  name: 'choosePromotionBusinesses',
  description:
    'The secretariat writes down which of the six 社会福祉連携推進業務 its corporation carries out from a day on; the others end on the eve, and what was before stays readable.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    businesses: z
      .array(promotionBusiness())
      .min(1)
      .max(6)
      .describe('Those that are carried out from the day on, at least one.'),
    from: day().describe('First day on which exactly these are carried out.'),
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId, from } = input
    if (subject.kind !== 'COLLABORATION_PROMOTION_CORPORATION')
      throw new RuleProblem(
        'ONLY_FOR_PROMOTION_CORPORATIONS',
        'Only a 社会福祉連携推進法人 chooses of the six.',
      )
    const chosen = new Set(input.businesses)
    await save(tx.platform, subject, input.version, {})
    // What was planned from a later day on gives way to this.
    await tx.platformBusiness.deleteMany({ where: { platformId, startsOn: { gte: from } } })
    const going = await tx.platformBusiness.findMany({
      where: { platformId, startsOn: { lt: from }, OR: [{ endsOn: null }, { endsOn: { gte: from } }] },
    })
    for (const business of going) {
      const endsOn = chosen.has(business.business) ? null : daysAfter(from, -1)
      await save(tx.platformBusiness, business, business.version, { endsOn })
    }
    const known = new Set(going.map(({ business }) => business))
    await tx.platformBusiness.createMany({
      data: [...chosen]
        .filter((business) => !known.has(business))
        .map((business) => ({ platformId, business, startsOn: from })),
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})
