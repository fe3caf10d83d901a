import { dailyTask } from '../../kernel/jobs/daily.ts'
import { reaction } from '../../kernel/jobs/reaction.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { notify, queueMail } from '../notifications/public.ts'
import { FacilityClosed } from '../registry/events.ts'
import { completeHandover } from './commands/complete-handover.ts'
import {
  AccountSecured,
  HandoverCancelled,
  HandoverPlanned,
  InvitationAccepted,
  RoleGranted,
} from './events.ts'
import { handoverMail, roleTitle, securityMail } from './mails.ts'
import './succession.ts'
import './mailed-kinds.ts'

const bodyName = { select: { name: true } } as const
const withBody = {
  corporation: bodyName,
  facility: bodyName,
  platform: bodyName,
  municipality: bodyName,
} as const

interface WithBody {
  readonly corporation: { readonly name: string } | null
  readonly facility: { readonly name: string } | null
  readonly platform: { readonly name: string } | null
  readonly municipality: { readonly name: string } | null
}
const nameOfBody = ({ facility, corporation, platform, municipality }: WithBody) =>
  (facility ?? corporation ?? platform ?? municipality)?.name ?? '結（ゆい）の運用'

reaction(AccountSecured, {
  name: 'identity.tellOfAccountChange',
  description: 'A person is told by mail that something about signing in has changed.',
  async run({ tx, payload: { userId, change }, eventId, at }) {
    const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    await queueMail(tx, {
      key: `identity.security:${eventId}`,
      to: email,
      ...securityMail({ name, change, at }),
    })
  },
})

reaction(InvitationAccepted, {
  name: 'identity.tellInviter',
  description: 'Whoever invited a person is told that the invitation was accepted.',
  async run({ tx, payload: { invitationId }, eventId, emit, now }) {
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id: invitationId },
      include: withBody,
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [invitation.invitedByUserId],
        kind: 'identity.invitationAccepted',
        params: { body: nameOfBody(invitation), role: invitation.role },
        link: '/people',
      },
    )
  },
})

reaction(RoleGranted, {
  name: 'identity.tellNewHolder',
  description: 'A person is told of a role they were given.',
  async run({ tx, payload: { roleId, userId }, eventId, emit, now }) {
    const role = await tx.roleAssignment.findUnique({ where: { id: roleId }, include: withBody })
    if (!role) return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [userId],
        kind: 'identity.roleGranted',
        params: { body: nameOfBody(role), role: role.role },
        link: '/account',
      },
    )
  },
})

reaction(HandoverPlanned, {
  name: 'identity.tellOfHandover',
  description: 'Leaver and successor are told of a planned hand-over, in the portal and by mail.',
  async run({ tx, payload: { handoverId }, eventId, emit, now }) {
    const { fromUser, toUser, onDate, items } = await tx.roleHandover.findUniqueOrThrow({
      where: { id: handoverId },
      include: {
        fromUser: true,
        toUser: true,
        items: { include: { roleAssignment: { include: withBody } } },
      },
    })
    const day = onDate.toISOString().slice(0, 10)
    const userIds = [fromUser.id, toUser.id]
    await notify(
      { tx, emit, now },
      { eventId, userIds, kind: 'identity.handoverPlanned', params: { day }, link: '/people' },
    )
    const titles = items.map(
      ({ roleAssignment }) => `${nameOfBody(roleAssignment)} ${roleTitle[roleAssignment.role]}`,
    )
    for (const { id, name, email } of [fromUser, toUser]) {
      const words = { name, fromName: fromUser.name, toName: toUser.name, onDate, titles }
      await queueMail(tx, { key: `identity.handover:${handoverId}:${id}`, to: email, ...handoverMail(words) })
    }
  },
})

reaction(HandoverCancelled, {
  name: 'identity.tellOfCancelledHandover',
  description: 'Leaver and successor are told that a hand-over was called off.',
  async run({ tx, payload: { handoverId }, eventId, emit, now }) {
    const { fromUserId, toUserId, onDate } = await tx.roleHandover.findUniqueOrThrow({
      where: { id: handoverId },
    })
    const day = onDate.toISOString().slice(0, 10)
    const userIds = [fromUserId, toUserId]
    await notify(
      { tx, emit, now },
      { eventId, userIds, kind: 'identity.handoverCancelled', params: { day }, link: '/people' },
    )
  },
})

reaction(FacilityClosed, {
  name: 'identity.endRolesOfClosedFacility',
  description: 'When a facility is closed, the roles on it end and open invitations to it are withdrawn.',
  async run({ tx, payload: { facilityId, endedOn }, now }) {
    // Whoever has a role today keeps it for the day: nobody is thrown out of what they are doing.
    const today = dateOf(dayInJapan(now))
    const closedOn = dateOf(endedOn)
    const lastDay = closedOn > today ? closedOn : today
    const running = { facilityId, OR: [{ endsOn: null }, { endsOn: { gt: lastDay } }] }
    const change = { version: { increment: 1 } }
    await tx.roleAssignment.updateMany({
      where: { ...running, startsOn: { lte: lastDay } },
      data: { endsOn: lastDay, ...change },
    })
    const planned = { facilityId, startsOn: { gt: lastDay } }
    await tx.handoverItem.deleteMany({ where: { roleAssignment: planned, handover: { status: 'PLANNED' } } })
    await tx.roleAssignment.deleteMany({ where: { ...planned, handoverItems: { none: {} } } })
    await tx.invitation.updateMany({
      where: { facilityId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now, ...change },
    })
  },
})

dailyTask({
  name: 'identity.completeHandovers',
  async run(today, { db, clock, log }) {
    const due = await db.roleHandover.findMany({
      where: { status: 'PLANNED', onDate: { lte: dateOf(today) } },
      select: { id: true },
      orderBy: { onDate: 'asc' },
    })
    const failures: unknown[] = []
    for (const { id } of due) {
      const context = { db, clock, viewer: systemViewer, requestId: null }
      // One that cannot be completed does not keep the others from their day; the job is tried again for it.
      await runCommand(completeHandover, { roleHandoverId: id }, context).catch((error: unknown) =>
        failures.push(error),
      )
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} hand-overs failed`)
    log.info({ count: due.length }, 'hand-overs completed')
  },
})

// Technical rows without meaning of their own, therefore no command and no audit.
dailyTask({
  name: 'identity.forgetEndedSessions',
  async run(_today, { db, clock }) {
    const ended = { expiresAt: { lt: clock.now() } }
    await db.session.deleteMany({ where: ended })
    await db.verification.deleteMany({ where: ended })
  },
})
