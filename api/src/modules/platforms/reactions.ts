import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import { reaction } from '../../kernel/jobs/reaction.ts'
import { mailedAs, notify } from '../notifications/public.ts'
import { FacilityConfirmed } from '../registry/events.ts'
import './reactions/membership.ts'
import './reactions/offices.ts'
import './succession.ts'

mailedAs('platforms.facilityFreshAgain', {
  topic: 'NETWORK',
  line: ({ facility }) => `${facility}の情報が、すべて確認されました。`,
})

/** Nobody is told of what has long been known, for example when a year of data is put in at once. */
const NEWS_DAYS = 7

reaction(FacilityConfirmed, {
  name: 'platforms.tellSecretariatOfFreshFacility',
  description: 'The secretariat hears when all facts of a member’s facility have been confirmed again.',
  async run({ tx, payload: { facilityId, becameFresh, platformIds }, eventId, at, now, emit }) {
    if (!becameFresh || at.getTime() < now.getTime() - NEWS_DAYS * 86_400_000) return
    const today = dateOf(dayInJapan(now))
    const secretaries = await tx.roleAssignment.findMany({
      where: {
        platformId: { in: platformIds },
        role: 'PLATFORM_SECRETARIAT',
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      select: { userId: true },
    })
    const { name } = await tx.facility.findUniqueOrThrow({
      where: { id: facilityId },
      select: { name: true },
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: secretaries.map(({ userId }) => userId),
        kind: 'platforms.facilityFreshAgain',
        params: { facility: name },
        link: `/facilities/${globalId('Facility', facilityId)}`,
      },
    )
  },
})
