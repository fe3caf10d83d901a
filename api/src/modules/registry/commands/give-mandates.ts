import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, enumOf, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { optionalText } from '../corporation-inputs.ts'
import { findCorporation, refuseEnded, todayAt } from '../corporation-writing.ts'
import * as events from '../events.ts'
import { assertNoIssues } from '../facility-writing.ts'
import { giveMandates as mayGive } from '../policy/mandates.ts'
import { checkHolder, MANDATE_PERMISSIONS, termFaults } from '../rules/mandates.ts'

const permission = enumOf(
  'MandatePermission',
  'One thing that a corporation can entrust another body with.',
  {
    CONFIRM_FACTS: 'Say that its facts and those of its facilities are right.',
    EDIT_FACTS: 'Correct its facts and those of its facilities.',
    SEE_ALL_CONTACTS: 'See all its contacts and those of its facilities, by day and by night.',
  },
)

/** 「任せる」 */
export const giveMandates = command({
  name: 'giveMandates',
  description:
    'A corporation’s administrator entrusts the secretariat of one of its networks, or another corporation, with named things, from day to day. What is done by it says on whose behalf.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The own corporation.'),
    holderCorporationId: idOf('Corporation')
      .optional()
      .describe('The corporation that is entrusted; left out for a network.'),
    holderPlatformId: idOf('Platform')
      .optional()
      .describe('The network whose secretariat is entrusted; left out for a corporation.'),
    permissions: z
      .array(permission)
      .min(1)
      .describe('What it is entrusted with; each can be ended on its own.'),
    startsOn: day().describe('First day, today or later.'),
    endsOn: day().nullable().default(null).describe('Last day; null = until it is ended.'),
    note: optionalText(300).describe('What both should know of it, at most 300 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: {
    mandate_no_overlap: () =>
      new RuleProblem(
        'MANDATE_HELD_ALREADY',
        'The same is entrusted to the same body on some of these days.',
      ),
  },
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: mayGive,
  auditAudience: (_subject, { holderCorporationId, holderPlatformId }) => [
    ...(holderCorporationId ? [`corporation:${holderCorporationId}` as const] : []),
    ...(holderPlatformId ? [`platform:${holderPlatformId}` as const] : []),
  ],
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    if (!viewer.userId) throw new Error('Only a person entrusts.')
    const { corporationId, holderCorporationId, holderPlatformId, startsOn, endsOn, note } = input
    const permissions = MANDATE_PERMISSIONS.filter((one) => input.permissions.includes(one))
    assertNoIssues(termFaults({ startsOn, endsOn }, todayAt(now)))
    const corporation = holderCorporationId
      ? await tx.corporation.findUnique({ where: { id: holderCorporationId } })
      : null
    const platform = holderPlatformId
      ? { id: holderPlatformId, ofMember: subject.platformIds.includes(holderPlatformId) }
      : null
    checkHolder(subject, { corporation, platform }, permissions)
    const given = await tx.mandate.createManyAndReturn({
      data: permissions.map((one) => ({
        corporationId,
        holderCorporationId: corporation?.id ?? null,
        holderPlatformId: platform?.id ?? null,
        permission: one,
        startsOn,
        endsOn,
        note,
        grantedByUserId: viewer.userId ?? '',
        createdAt: now,
      })),
      select: { id: true },
    })
    emit(
      events.MandatesGiven,
      { mandateIds: given.map(({ id }) => id), corporationId },
      {
        audience: [
          `corporation:${corporationId}`,
          ...(corporation ? [`corporation:${corporation.id}` as const] : []),
          ...(platform ? [`platform:${platform.id}` as const] : []),
        ],
        entities: [
          globalId('Corporation', corporationId),
          ...(corporation ? [globalId('Corporation', corporation.id)] : []),
        ],
      },
    )
    return { corporationId }
  },
})
