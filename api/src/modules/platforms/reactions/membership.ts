import type { RoleName } from '../../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import {
  ApplicationClosed,
  ApplicationMessageWritten,
  CorporationInvited,
  MembershipApplied,
} from '../events.ts'

interface Between {
  readonly applicationId: string
  readonly platformId: string
  readonly corporationId: string
}

reaction(MembershipApplied, {
  name: 'platforms.tellSecretariatOfApplication',
  description: 'The secretariat hears of an application, unless it has been decided meanwhile.',
  async run({ tx, payload, eventId, now, emit }) {
    const { state, words } = await applicationOf(tx, payload)
    if (state !== 'SUBMITTED') return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await holders(tx, 'PLATFORM_SECRETARIAT', { platformId: payload.platformId }, now),
        kind: 'platforms.applied',
        ...words,
      },
    )
  },
})

reaction(CorporationInvited, {
  name: 'platforms.tellCorporationOfInvitation',
  description: 'The administrators of a corporation hear that a network invites it, unless that is over.',
  async run({ tx, payload, eventId, now, emit }) {
    const { state, words } = await applicationOf(tx, payload)
    if (state !== 'INVITED') return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await holders(tx, 'CORPORATION_ADMIN', { corporationId: payload.corporationId }, now),
        kind: 'platforms.invited',
        ...words,
      },
    )
  },
})

reaction(ApplicationMessageWritten, {
  name: 'platforms.tellOtherSideOfMessage',
  description:
    'The other side of an application hears that something was asked or answered, while it is open.',
  async run({ tx, payload, eventId, now, emit }) {
    const { state, words } = await applicationOf(tx, payload)
    if (state !== 'INVITED' && state !== 'SUBMITTED') return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: payload.fromNetwork
          ? await holders(tx, 'CORPORATION_ADMIN', { corporationId: payload.corporationId }, now)
          : await holders(tx, 'PLATFORM_SECRETARIAT', { platformId: payload.platformId }, now),
        kind: 'platforms.applicationMessage',
        ...words,
      },
    )
  },
})

reaction(ApplicationClosed, {
  name: 'platforms.tellOtherSideOfClosing',
  description: 'The side that did not close an application hears how it ended.',
  async run({ tx, payload, eventId, now, emit }) {
    const { words } = await applicationOf(tx, payload)
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: payload.byNetwork
          ? await holders(tx, 'CORPORATION_ADMIN', { corporationId: payload.corporationId }, now)
          : await holders(tx, 'PLATFORM_SECRETARIAT', { platformId: payload.platformId }, now),
        kind: 'platforms.applicationClosed',
        ...words,
        params: { ...words.params, state: payload.state },
      },
    )
  },
})

/** How an application stands now, and what is told of it. */
async function applicationOf(tx: Tx, { applicationId }: Between) {
  const { state, platform, corporation } = await tx.membershipApplication.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      state: true,
      platform: { select: { name: true } },
      corporation: { select: { name: true } },
    },
  })
  const link = `/network/applications/${globalId('MembershipApplication', applicationId)}` as const
  return { state, words: { params: { network: platform.name, corporation: corporation.name }, link } }
}

/** Who holds a role on a body today. */
async function holders(
  tx: Tx,
  role: RoleName,
  body: { readonly platformId: string } | { readonly corporationId: string },
  now: Date,
): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const found = await tx.roleAssignment.findMany({
    where: { role, ...body, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { userId: true },
  })
  return found.map(({ userId }) => userId)
}
