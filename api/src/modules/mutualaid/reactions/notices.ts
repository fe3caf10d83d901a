import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction, type ReactionArguments } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { AidAnswered, AidOffered, AidRequested } from '../events.ts'

/** Nobody is told of what has long been known, for example when a past drill is put in at once. */
const NEWS_HOURS = 24
const isNews = ({ at, now }: { readonly at: Date; readonly now: Date }): boolean =>
  at.getTime() >= now.getTime() - NEWS_HOURS * 3_600_000

/** Directors and staff of facilities, as of today. */
async function peopleOf(tx: Tx, facilityIds: readonly string[], now: Date): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const roles = await tx.roleAssignment.findMany({
    where: {
      role: { in: ['FACILITY_DIRECTOR', 'FACILITY_STAFF'] },
      facilityId: { in: [...facilityIds] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { userId: true },
    orderBy: { id: 'asc' },
  })
  return roles.map(({ userId }) => userId)
}

const loadRequest = (tx: Tx, requestId: string) =>
  tx.aidRequest.findUniqueOrThrow({
    where: { id: requestId },
    include: {
      event: { include: { called: { select: { facilityId: true } } } },
      facility: { select: { name: true } },
      item: { select: { name: true } },
    },
  })

/** What a notice of a request says: a drill says so first. */
const wordsOf = ({ event, facility, item, kind, quantity }: Awaited<ReturnType<typeof loadRequest>>) => ({
  drill: event.drill ? 1 : 0,
  event: event.name,
  facility: facility?.name ?? '',
  item: item?.name ?? '',
  kind,
  quantity,
})
const pageOf = (eventId: string) => `/disasters/${globalId('DisasterEvent', eventId)}/aid` as const

type Told = ReactionArguments<{ readonly eventId: string; readonly requestId: string }>

reaction(AidRequested, {
  name: 'mutualaid.tellOfRequest',
  description: 'The people of the other facilities that the event has called hear that help is needed.',
  async run({ tx, payload, eventId, at, emit, now }: Told) {
    if (!isNews({ at, now })) return
    const request = await loadRequest(tx, payload.requestId)
    const others = request.event.called.filter(({ facilityId }) => facilityId !== request.facilityId)
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await peopleOf(
          tx,
          others.map(({ facilityId }) => facilityId),
          now,
        ),
        kind: 'mutualaid.requested',
        params: wordsOf(request),
        link: pageOf(request.eventId),
      },
    )
  },
})

reaction(AidOffered, {
  name: 'mutualaid.tellOfOffer',
  description: 'The people of the facility that asked hear that somebody offers help.',
  async run({ tx, payload, eventId, at, emit, now }) {
    if (!isNews({ at, now })) return
    const request = await loadRequest(tx, payload.requestId)
    const offer = await tx.aidOffer.findUniqueOrThrow({
      where: { id: payload.offerId },
      include: { facility: { select: { name: true } } },
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: request.facilityId ? await peopleOf(tx, [request.facilityId], now) : [],
        kind: 'mutualaid.offered',
        params: { ...wordsOf(request), helper: offer.facility.name, label: offer.label },
        link: pageOf(request.eventId),
      },
    )
  },
})

reaction(AidAnswered, {
  name: 'mutualaid.tellOfAnswer',
  description: 'The people of the facility that offered hear whether they are to come.',
  async run({ tx, payload, eventId, at, emit, now }) {
    if (!isNews({ at, now })) return
    const request = await loadRequest(tx, payload.requestId)
    const offer = await tx.aidOffer.findUniqueOrThrow({ where: { id: payload.offerId } })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await peopleOf(tx, [offer.facilityId], now),
        kind: 'mutualaid.answered',
        params: {
          ...wordsOf(request),
          answer: payload.answer,
          label: offer.label,
          accepted: offer.accepted,
        },
        link: pageOf(request.eventId),
      },
    )
  },
})
