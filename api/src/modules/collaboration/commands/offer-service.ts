import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { feePer } from '../inputs.ts'
import { offer } from '../policy/ties.ts'
import { membersAmong } from '../tie-writing.ts'

/** 「サービスを載せる」 */
export const offerService = command({
  name: 'offerService',
  description: 'A hub corporation offers the members of its network a service on terms that all of them see.',
  scope: 'collaboration:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network.'),
    providerId: idOf('Corporation').describe('The hub, a member.'),
    name: z.string().trim().min(1).max(60).describe('What it is called, e.g. 給与計算.'),
    scope: z.string().trim().min(1).max(500).describe('What is done, by when, how well.'),
    feeYen: z
      .int()
      .min(0)
      .max(2_000_000_000)
      .optional()
      .describe('The fee including tax, yen; left out = by agreement.'),
    feePer: feePer.optional().describe('Per what the fee is paid.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId, providerId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id, providerId }
  },
  may: offer,
  async run({ tx, subject: { platformId, providerId }, input, now, emit }) {
    if ((input.feeYen === undefined) !== (input.feePer === undefined))
      throw new ValidationProblem([
        { path: ['feePer'], code: 'REQUIRED', message: 'a fee is paid per something' },
      ])
    if (!(await membersAmong(tx, [platformId], [providerId], now)).has(providerId))
      throw new RuleProblem('PARTY_IS_NO_MEMBER', 'The hub is no member of the network.')
    const { id } = await tx.collaborationService.create({
      data: {
        platformId,
        providerId,
        name: input.name,
        scope: input.scope,
        feeYen: input.feeYen ?? null,
        feePer: input.feePer ?? null,
        offeredFrom: dateOf(dayInJapan(now)),
      },
    })
    emit(
      events.ServiceOffered,
      { serviceId: id },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { collaborationServiceId: id }
  },
})
