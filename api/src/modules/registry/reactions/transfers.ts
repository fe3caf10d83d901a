import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { FacilityTransferred } from '../events.ts'

reaction(FacilityTransferred, {
  name: 'registry.tellOfTransfer',
  description:
    'The people of a facility and the administrators of both corporations are told that another corporation runs it.',
  async run({ tx, payload, eventId, now, emit }) {
    const { facilityId, fromCorporationId, toCorporationId, onDate } = payload
    const corporations = [fromCorporationId, toCorporationId].flatMap((id) => id ?? [])
    const today = dateOf(dayInJapan(now))
    const holders = await tx.roleAssignment.findMany({
      where: {
        startsOn: { lte: today },
        AND: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        OR: [{ facilityId }, { role: 'CORPORATION_ADMIN', corporationId: { in: corporations } }],
      },
      select: { userId: true },
    })
    const facility = await tx.facility.findUniqueOrThrow({
      where: { id: facilityId },
      select: { name: true },
    })
    const names = await tx.corporation.findMany({
      where: { id: { in: corporations } },
      select: { id: true, name: true },
    })
    const nameOf = (id: string | null) => names.find((one) => one.id === id)?.name ?? ''
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [...new Set(holders.map(({ userId }) => userId))],
        kind: 'registry.facilityTransferred',
        params: {
          facility: facility.name,
          from: nameOf(fromCorporationId),
          to: nameOf(toCorporationId),
          day: onDate,
        },
        link: `/facilities/${globalId('Facility', facilityId)}`,
      },
    )
  },
})
