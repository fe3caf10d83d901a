import { z } from 'zod'
import { event } from '../../kernel/events.ts'

const between = { applicationId: z.uuid(), platformId: z.uuid(), corporationId: z.uuid() }

/** A corporation applied to a network, or took its invitation up. */
export const MembershipApplied = event('platforms.MembershipApplied.v1', z.object(between))

/** A network invited a corporation to join. */
export const CorporationInvited = event('platforms.CorporationInvited.v1', z.object(between))

/** One side of an application wrote to the other. */
export const ApplicationMessageWritten = event(
  'platforms.ApplicationMessageWritten.v1',
  z.object({ ...between, fromNetwork: z.boolean() }),
)

/** An application came to its end. */
export const ApplicationClosed = event(
  'platforms.ApplicationClosed.v1',
  z.object({ ...between, state: z.enum(['ADMITTED', 'DECLINED', 'WITHDRAWN']), byNetwork: z.boolean() }),
)

/** A membership began, changed its kind or votes, rests, goes on or ends. */
export const MembershipChanged = event(
  'platforms.MembershipChanged.v1',
  z.object({ membershipId: z.uuid(), platformId: z.uuid(), corporationId: z.uuid() }),
)

/** What a network is, has or plans was changed: profile, committees, offices, papers. */
export const NetworkChanged = event('platforms.NetworkChanged.v1', z.object({ platformId: z.uuid() }))

/** An office of a network was tied to a log-in, whose person answers and votes for it from now on. */
export const OfficeTied = event(
  'platforms.OfficeTied.v1',
  z.object({ platformOfficerId: z.uuid(), platformId: z.uuid(), userId: z.uuid() }),
)

/** Dues of members were charged, paid, waived or corrected. */
export const DuesChanged = event('platforms.DuesChanged.v1', z.object({ platformId: z.uuid() }))
