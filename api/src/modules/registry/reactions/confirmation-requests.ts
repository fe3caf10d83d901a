import type { FacilityBlock } from '../../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Emit } from '../../../kernel/events.ts'
import { globalId } from '../../../kernel/ids.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { notify, queueMail, toldByLetter } from '../../notifications/public.ts'
import { remindOfConfirmations } from '../commands/remind-of-confirmations.ts'
import { ConfirmationReminded, ConfirmationRequested } from '../events.ts'
import { confirmationMail, type AskedFacility } from '../mails.ts'
import { FACILITY_BLOCKS } from '../rules/freshness.ts'
import { peopleToTell } from '../rules/confirmation-requests.ts'

reaction(ConfirmationRequested, {
  name: 'registry.tellOfConfirmationRequests',
  description:
    'The people of facilities are told, in the portal and by one mail each, what they are asked to confirm.',
  run: ({ tx, payload: { requestIds }, eventId, now, emit }) =>
    tellWhoIsAsked({
      tx,
      emit,
      now,
      eventId,
      requestIds,
      again: false,
      kind: 'registry.confirmationRequested',
    }),
})

reaction(ConfirmationReminded, {
  name: 'registry.repeatConfirmationRequests',
  description: 'The people of facilities that have not answered are told once more.',
  run: ({ tx, payload: { requestIds }, eventId, now, emit }) =>
    tellWhoIsAsked({
      tx,
      emit,
      now,
      eventId,
      requestIds,
      again: true,
      kind: 'registry.confirmationReminded',
    }),
})

interface Telling {
  readonly tx: Tx
  readonly emit: Emit
  readonly now: Date
  readonly eventId: string
  readonly requestIds: readonly string[]
  /** It has been asked before. */
  readonly again: boolean
  /** What the notification tells. */
  readonly kind: string
}

/** Tells everybody of what is still open, each person once. */
async function tellWhoIsAsked({ tx, emit, now, eventId, requestIds, again, kind }: Telling): Promise<void> {
  const requests = await tx.confirmationRequest.findMany({
    where: { id: { in: [...requestIds] }, answeredAt: null, withdrawnAt: null },
    select: {
      id: true,
      note: true,
      askedAt: true,
      platform: { select: { name: true } },
      facility: { select: { id: true, name: true, corporationId: true } },
      blocks: { where: { answeredAt: null }, select: { block: true } },
    },
    orderBy: [{ facility: { kana: 'asc' } }, { id: 'asc' }],
  })
  const answerers = await answerersOf(
    tx,
    requests.map(({ facility }) => facility),
    now,
  )
  const nothingAsked = () => ({ asked: [], facilityIds: new Set<string>(), requestIds: [] })
  const byPerson = new Map<
    string,
    { asked: AskedFacility[]; facilityIds: Set<string>; requestIds: string[] }
  >()
  for (const { id, note, askedAt, platform, facility, blocks } of requests) {
    const asked = {
      facility: facility.name,
      network: platform.name,
      blocks: inOrder(blocks.map(({ block }) => block)),
      note,
      askedAt,
    }
    for (const userId of peopleToTell(facility, answerers)) {
      const person = byPerson.get(userId) ?? nothingAsked()
      person.asked.push(asked)
      person.facilityIds.add(facility.id)
      person.requestIds.push(id)
      byPerson.set(userId, person)
    }
  }

  const users = await tx.user.findMany({ where: { id: { in: [...byPerson.keys()] } } })
  for (const { id: userId, name, email } of users.toSorted((one, other) => one.id.localeCompare(other.id))) {
    const { asked, facilityIds, requestIds: ids } = byPerson.get(userId) ?? nothingAsked()
    const [first, ...others] = asked
    if (!first) continue
    const [only] = facilityIds
    const link = facilityIds.size === 1 && only ? (`/facilities/${globalId('Facility', only)}` as const) : '/'
    const { atOnce } = await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [userId],
        kind,
        params: { network: first.network, facility: first.facility, others: facilityIds.size - 1 },
        link,
        subject: ids.join(','),
      },
    )
    if (!atOnce.has(userId)) continue
    const mailId = await queueMail(tx, {
      key: `registry.confirmation:${eventId}:${userId}`,
      to: email,
      ...confirmationMail({ name, asked: [first, ...others], link, again }),
    })
    await toldByLetter(tx, mailId, { eventId, kind, userId })
  }
}

const inOrder = (blocks: readonly FacilityBlock[]): FacilityBlock[] =>
  FACILITY_BLOCKS.filter((block) => blocks.includes(block))

/**
 * Directors of the facilities, administrators of their corporations, and of the corporations that these have entrusted
 * with confirming, as of today. A secretariat that was entrusted knows what it has asked for itself.
 */
async function answerersOf(
  tx: Tx,
  facilities: readonly { readonly id: string; readonly corporationId: string | null }[],
  now: Date,
) {
  const today = dateOf(dayInJapan(now))
  const corporationIds = facilities.flatMap(({ corporationId }) => corporationId ?? [])
  const roles = await tx.roleAssignment.findMany({
    where: {
      AND: [
        {
          OR: [
            { role: 'FACILITY_DIRECTOR', facilityId: { in: facilities.map(({ id }) => id) } },
            {
              role: 'CORPORATION_ADMIN',
              corporationId: { in: corporationIds },
            },
          ],
        },
        { startsOn: { lte: today } },
        { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      ],
    },
    select: { userId: true, facilityId: true, corporationId: true },
  })
  const mandates = await tx.mandate.findMany({
    where: {
      permission: 'CONFIRM_FACTS',
      corporationId: { in: corporationIds },
      endedAt: null,
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      holderCorporation: { is: { status: 'ACTIVE' } },
    },
    select: {
      corporationId: true,
      holderCorporation: {
        select: {
          roles: {
            where: {
              role: 'CORPORATION_ADMIN',
              startsOn: { lte: today },
              OR: [{ endsOn: null }, { endsOn: { gte: today } }],
            },
            select: { userId: true },
          },
        },
      },
    },
  })
  const entrusted = mandates.flatMap(({ corporationId, holderCorporation }) =>
    (holderCorporation?.roles ?? []).map(({ userId }) => ({
      userId,
      facilityId: null,
      corporationId,
      entrusted: true,
    })),
  )
  return [...roles, ...entrusted]
}

dailyTask({
  name: 'registry.remindOfConfirmations',
  async run(_today, { db, clock, log }) {
    const open = await db.confirmationRequest.findFirst({
      where: { answeredAt: null, withdrawnAt: null },
      select: { id: true },
    })
    if (!open) return
    const context = { db, clock, viewer: systemViewer, requestId: null }
    const { count } = await runCommand(remindOfConfirmations, {}, context)
    log.info({ count }, 'requests for confirmation repeated')
  },
})
