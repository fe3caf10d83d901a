import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { memberClassCode, optionalText } from '../inputs.ts'
import {
  applicationOpenAlready,
  betweenBoth,
  corporationThatJoins,
  refuseMembers,
  todayAt,
} from '../membership-writing.ts'
import { applyForOwn } from '../policy/membership.ts'
import { networkRules } from '../rulebook.ts'
import { answersTo } from '../rules/applications.ts'
import { classFor } from '../rules/membership.ts'

export const applyForMembership = command({
  name: 'applyForMembership',
  description:
    'A corporation’s administrator applies to a network that takes applications, or takes up an invitation, and answers its questions; the kind of member must be open to the corporation by the rulebook.',
  input: z.object({
    platformId: idOf('Platform').describe(
      'A network that takes applications or has invited the corporation.',
    ),
    memberClass: memberClassCode(),
    message: optionalText(1000).describe('What the corporation says with it, at most 1000 characters.'),
    answers: z
      .array(
        z.object({
          position: z.int().min(1).describe('Number of the question.'),
          answer: z.string().max(2000).describe('The answer, at most 2000 characters.'),
        }),
      )
      .max(20)
      .describe('Answers to the network’s questions.'),
    idempotencyKey: idempotencyKey(),
  }),
  isolation: 'serializable',
  subject: async (tx, { platformId }, viewer) => {
    const corporationId = viewer.acting?.corporationId ?? null
    const found = await tx.platform.findFirst({
      where: {
        id: platformId,
        OR: [
          { acceptsApplications: true },
          ...(corporationId
            ? [{ applications: { some: { corporationId, state: 'INVITED' as const } } }]
            : []),
        ],
      },
      select: {
        id: true,
        name: true,
        kind: true,
        sample: true,
        admissionClause: true,
        questions: { orderBy: { position: 'asc' } },
        applications: {
          where: { corporationId: corporationId ?? '00000000-0000-0000-0000-000000000000', state: 'INVITED' },
        },
      },
    })
    return found && { ...found, platformId: found.id, corporationId: corporationId ?? '' }
  },
  may: applyForOwn,
  onConstraint: applicationOpenAlready,
  async run({ tx, subject, input, now, emit }) {
    const { platformId, corporationId, questions } = subject
    const today = todayAt(now)
    const corporation = await corporationThatJoins(tx, subject, corporationId)
    await refuseMembers(tx, platformId, corporationId, today)
    const { rules } = await networkRules(tx, subject, today)
    const { code: memberClass } = classFor(rules.classes, input.memberClass, corporation.kind)
    const answers = answersTo(questions, input.answers)

    const [invitation] = subject.applications
    const submitted = { state: 'SUBMITTED' as const, memberClass, submittedAt: now }
    let applicationId: string
    if (invitation) {
      applicationId = invitation.id
      await save(tx.membershipApplication, invitation, invitation.version, submitted)
      if (input.message !== null)
        await tx.membershipMessage.create({
          data: { applicationId, fromNetwork: false, text: input.message, sentAt: now },
        })
    } else {
      const created = await tx.membershipApplication.create({
        data: { ...submitted, platformId, corporationId, origin: 'APPLIED', message: input.message ?? '' },
        select: { id: true },
      })
      applicationId = created.id
    }
    await tx.membershipAnswer.createMany({ data: answers.map((answer) => ({ ...answer, applicationId })) })
    emit(
      events.MembershipApplied,
      { applicationId, platformId, corporationId },
      betweenBoth(subject, globalId('MembershipApplication', applicationId)),
    )
    return { membershipApplicationId: applicationId }
  },
})
