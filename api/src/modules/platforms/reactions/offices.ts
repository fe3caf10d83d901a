import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { InvitationAccepted, InvitationRevoked } from '../../identity/events.ts'
import { notify } from '../../notifications/public.ts'
import { OfficeTied } from '../events.ts'
import { announceChange } from '../network-writing.ts'
import { settleEntry } from '../office-writing.ts'

reaction(InvitationAccepted, {
  name: 'platforms.tieOfficeOfInvitation',
  description:
    'An office that waits for an invitation is tied to the log-in of whoever has accepted it, unless the person sits in that body already.',
  async run({ tx, payload: { invitationId, userId }, now, emit }) {
    const office = await tx.platformOfficer.findUnique({ where: { invitationId } })
    if (!office) return
    const { id, platformId, organ, startsOn, endsOn } = office
    const elsewhere = await tx.platformOfficer.count({
      where: {
        platformId,
        userId,
        organ: organ ?? { in: [] },
        ...(endsOn === null ? {} : { startsOn: { lte: endsOn } }),
        OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }],
      },
    })
    await tx.platformOfficer.update({
      where: { id },
      data: {
        invitationId: null,
        userId: elsewhere > 0 ? null : userId,
        version: { increment: 1 },
      },
    })
    await settleEntry({ tx, now, emit }, { platformId, userId })
    announceChange(emit, platformId, globalId('PlatformOfficer', id))
  },
})

reaction(InvitationRevoked, {
  name: 'platforms.forgetRevokedInvitation',
  description: 'An office waits no longer for an invitation that was taken back.',
  async run({ tx, payload: { invitationId }, emit }) {
    const office = await tx.platformOfficer.findUnique({ where: { invitationId } })
    if (!office) return
    await tx.platformOfficer.update({
      where: { id: office.id },
      data: { invitationId: null, version: { increment: 1 } },
    })
    announceChange(emit, office.platformId, globalId('PlatformOfficer', office.id))
  },
})

reaction(OfficeTied, {
  name: 'platforms.tellHolderOfOffice',
  description: 'Whose log-in was tied to an office hears of it, unless that is over already.',
  async run({ tx, payload: { platformOfficerId, userId }, eventId, now, emit }) {
    const office = await tx.platformOfficer.findUnique({
      where: { id: platformOfficerId },
      include: { platform: { select: { name: true } } },
    })
    if (office?.userId !== userId) return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [userId],
        kind: 'platforms.officeTied',
        params: { network: office.platform.name, office: office.office },
        link: `/network/committees?id=${globalId('Platform', office.platformId)}`,
      },
    )
  },
})
