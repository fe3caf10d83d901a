import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { duesRefusals, yen } from '../dues-writing.ts'
import * as events from '../events.ts'
import { memberClassCode, text } from '../inputs.ts'
import { findNetwork, todayAt } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { networkRules } from '../rulebook.ts'
import { chargesOf, fiscalYearDays } from '../rules/dues.ts'

export const chargeDues = command({
  name: 'chargeDues',
  description:
    'The secretariat charges the members of a fiscal year their dues, so much for each kind of member. Who was charged for that year already is left out, so that it is repeated when members join.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    fiscalYear: z.int().min(2000).max(2100).describe('The fiscal year, by its first calendar year.'),
    dueOn: day().describe('Day by which they are due, in the fiscal year or the one after.'),
    basis: text(300).describe(
      'On what the amounts rest, e.g. the clause and the decision. At most 300 characters.',
    ),
    amounts: z
      .array(
        z.object({
          memberClass: memberClassCode(),
          amountYen: yen().describe('What such a member pays for the year, yen.'),
        }),
      )
      .min(1)
      .max(20)
      .describe('Amount by kind of member; kinds that are left out pay nothing.'),
    idempotencyKey: idempotencyKey(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: duesRefusals,
  async run({ tx, subject, input, now, emit }) {
    const { platformId, fiscalYear, dueOn, basis, amounts } = input
    const { first, last } = fiscalYearDays(fiscalYear)
    const today = todayAt(now)
    const from = today > first && today <= last ? today : first
    const { rules } = await networkRules(tx, subject, from)
    const known = new Set(rules.classes.map(({ code }) => code))
    if (amounts.some(({ memberClass }) => !known.has(memberClass)))
      throw new RuleProblem('MEMBER_CLASS_UNKNOWN', 'The rulebook in force has no such kind of member.')
    const members = await tx.platformMembership.findMany({
      where: { platformId, startsOn: { lte: last }, OR: [{ endsOn: null }, { endsOn: { gte: from } }] },
      select: { corporationId: true, memberClass: true, startsOn: true },
    })
    const charged = await tx.membershipDues.findMany({
      where: { platformId, fiscalYear },
      select: { chargedCorporationId: true },
    })
    const charges = chargesOf(members, amounts, new Set(charged.map((one) => one.chargedCorporationId)))
    if (charges.length === 0)
      throw new RuleProblem(
        'NOBODY_TO_CHARGE',
        'Every member of such a kind was charged for the year already.',
      )
    await tx.membershipDues.createMany({
      data: charges.map((charge) => ({
        ...charge,
        platformId,
        chargedCorporationId: charge.corporationId,
        fiscalYear,
        dueOn,
        basis,
      })),
    })
    emit(
      events.DuesChanged,
      { platformId },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { platformId, charged: charges.length }
  },
})
