import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction, type ReactionArguments } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { EventClosed, EventOpened, OpeningChanged } from '../events.ts'
import { conductorsOf, peopleOf } from '../people.ts'

// Names of events carry 【訓練】 themselves, so that every notification and mail of a drill says so.

/** Nobody is called for what is long over, for example when a year of data is put in at once. */
const NEWS_HOURS = 3
const isNews = (at: Date, now: Date) => at.getTime() > now.getTime() - NEWS_HOURS * 3_600_000
const today = (now: Date) => dateOf(dayInJapan(now))

const pageOf = (eventId: string) => `/disasters/${globalId('DisasterEvent', eventId)}` as const

async function readEvent({ tx, payload }: ReactionArguments<{ readonly eventId: string }>) {
  const event = await tx.disasterEvent.findUniqueOrThrow({
    where: { id: payload.eventId },
    include: { platform: { select: { name: true } }, called: { select: { facilityId: true } } },
  })
  return { event, facilityIds: event.called.map(({ facilityId }) => facilityId) }
}

reaction(EventOpened, {
  name: 'disasters.callFacilities',
  description: 'The people of the called facilities are asked for a report.',
  async run(args) {
    if (!isNews(args.at, args.now)) return
    const { event, facilityIds } = await readEvent(args)
    await notify(args, {
      eventId: args.eventId,
      userIds: await peopleOf(args.tx, facilityIds, today(args.now)),
      kind: 'disasters.eventOpened',
      params: { event: event.name, network: event.platform?.name ?? '' },
      link: `${pageOf(event.id)}/report`,
    })
  },
})

reaction(EventClosed, {
  name: 'disasters.tellOfEnd',
  description: 'The people of the called facilities hear that an event is over.',
  async run(args) {
    if (!isNews(args.at, args.now)) return
    const { event, facilityIds } = await readEvent(args)
    await notify(args, {
      eventId: args.eventId,
      userIds: await peopleOf(args.tx, facilityIds, today(args.now)),
      kind: 'disasters.eventClosed',
      params: { event: event.name, network: event.platform?.name ?? '' },
      link: pageOf(event.id),
    })
  },
})

reaction(OpeningChanged, {
  name: 'disasters.tellOfOpening',
  description:
    'A facility hears what is asked of it and decided; the council and the municipality hear its answer.',
  async run(args) {
    if (!isNews(args.at, args.now)) return
    const { tx, payload, now } = args
    const { facilityId, platformId, state } = payload
    const toFacility = state === 'REQUESTED' || state === 'DECIDED' || state === 'WITHDRAWN'
    const toConductors = state === 'CAN' || state === 'CANNOT' || state === 'OPEN' || state === 'FULL'
    if (!toFacility && !toConductors) return
    const { event } = await readEvent(args)
    const facility = await tx.facility.findUniqueOrThrow({
      where: { id: facilityId },
      select: { name: true },
    })
    const called = await tx.calledFacility.findUnique({
      where: { eventId_facilityId: { eventId: event.id, facilityId } },
      select: { id: true },
    })
    await notify(args, {
      eventId: args.eventId,
      userIds: toFacility
        ? await peopleOf(tx, [facilityId], today(now))
        : await conductorsOf(tx, platformId, today(now)),
      kind: 'disasters.openingChanged',
      params: { event: event.name, facility: facility.name, state },
      link: called
        ? `${pageOf(event.id)}/shelters/${globalId('CalledFacility', called.id)}`
        : pageOf(event.id),
    })
  },
})
