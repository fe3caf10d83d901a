import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import * as events from '../events.ts'
import { memberClassCode, optionalText } from '../inputs.ts'
import {
  applicationOpenAlready,
  betweenBoth,
  corporationThatJoins,
  findNetwork,
  refuseMembers,
  todayAt,
} from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { networkRules } from '../rulebook.ts'
import { classFor } from '../rules/membership.ts'

export const inviteCorporation = command({
  name: 'inviteCorporation',
  description:
    'The secretariat invites a corporation of the registry to join its network as a kind of member that the rulebook opens to it; the corporation answers the network’s questions or declines.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    corporationId: idOf('Corporation').describe('Who is invited.'),
    memberClass: memberClassCode(),
    message: optionalText(1000).describe('What the network says with it, at most 1000 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: applicationOpenAlready,
  async run({ tx, subject, input, now, emit }) {
    const { corporationId } = input
    const platformId = subject.id
    const today = todayAt(now)
    const corporation = await corporationThatJoins(tx, subject, corporationId)
    await refuseMembers(tx, platformId, corporationId, today)
    const { rules } = await networkRules(tx, subject, today)
    const { code: memberClass } = classFor(rules.classes, input.memberClass, corporation.kind)
    const { id } = await tx.membershipApplication.create({
      data: {
        platformId,
        corporationId,
        origin: 'INVITED',
        state: 'INVITED',
        memberClass,
        message: input.message ?? '',
        invitedAt: now,
      },
      select: { id: true },
    })
    emit(
      events.CorporationInvited,
      { applicationId: id, platformId, corporationId },
      betweenBoth({ platformId, corporationId }, globalId('MembershipApplication', id)),
    )
    return { membershipApplicationId: id }
  },
})
