import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { notify } from '../../notifications/public.ts'
import { endMandatesWithoutMembership } from '../commands/end-mandates-without-membership.ts'
import { MandateEnded, MandatesGiven } from '../events.ts'
import '../mandate-carrying.ts'

const NEWS_DAYS = 7
const isNews = (at: Date, now: Date): boolean => at.getTime() >= now.getTime() - NEWS_DAYS * 86_400_000

interface Sides {
  readonly corporationId: string
  readonly holderCorporationId: string | null
  readonly holderPlatformId: string | null
}

/** Administrators of the corporation that entrusts, and whoever speaks for the holder. */
async function peopleOf(tx: Tx, sides: Sides, now: Date): Promise<{ givers: string[]; holders: string[] }> {
  const { corporationId, holderCorporationId, holderPlatformId } = sides
  const today = dateOf(dayInJapan(now))
  const roles = await tx.roleAssignment.findMany({
    where: {
      startsOn: { lte: today },
      AND: [
        { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        {
          OR: [
            {
              role: 'CORPORATION_ADMIN',
              corporationId: { in: [corporationId, ...(holderCorporationId ? [holderCorporationId] : [])] },
            },
            ...(holderPlatformId
              ? [{ role: 'PLATFORM_SECRETARIAT' as const, platformId: holderPlatformId }]
              : []),
          ],
        },
      ],
    },
    select: { userId: true, corporationId: true },
  })
  const givers = roles.filter((role) => role.corporationId === corporationId)
  const holders = roles.filter((role) => role.corporationId !== corporationId)
  return { givers: givers.map(({ userId }) => userId), holders: holders.map(({ userId }) => userId) }
}

const named = {
  corporation: { select: { name: true } },
  holderCorporation: { select: { name: true } },
  holderPlatform: { select: { name: true } },
} as const

reaction(MandatesGiven, {
  name: 'registry.tellOfMandates',
  description: 'Whoever is entrusted with something hears of it.',
  async run({ tx, payload: { mandateIds }, eventId, at, emit, now }) {
    if (!isNews(at, now)) return
    const [first] = await tx.mandate.findMany({
      where: { id: { in: mandateIds } },
      include: named,
      orderBy: { id: 'asc' },
    })
    if (!first) return
    const { holders } = await peopleOf(tx, first, now)
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: holders,
        kind: 'registry.mandatesGiven',
        params: { corporation: first.corporation.name, day: first.startsOn.toISOString().slice(0, 10) },
        link: '/entrusted',
      },
    )
  },
})

reaction(MandateEnded, {
  name: 'registry.tellOfMandateEnd',
  description: 'The other side, or both if it ended by itself, hears that something is entrusted no longer.',
  async run({ tx, payload: { mandateId, because }, eventId, at, emit, now }) {
    if (!isNews(at, now)) return
    const mandate = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId }, include: named })
    const { givers, holders } = await peopleOf(tx, mandate, now)
    const corporation = mandate.corporation.name
    const holder = mandate.holderCorporation?.name ?? mandate.holderPlatform?.name ?? ''
    const { permission } = mandate
    if (because !== 'RETURNED')
      await notify(
        { tx, emit, now },
        {
          eventId,
          userIds: holders,
          kind: 'registry.mandateEnded',
          params: { corporation, permission },
          link: '/entrusted',
        },
      )
    if (because !== 'REVOKED')
      await notify(
        { tx, emit, now },
        {
          eventId,
          userIds: givers,
          kind: 'registry.mandateReturned',
          params: { holder, permission, because },
          link: `/corporations/${globalId('Corporation', mandate.corporationId)}`,
        },
      )
  },
})

dailyTask({
  name: 'registry.endMandatesWithoutMembership',
  async run(_today, { db, clock, log }) {
    const context = { db, clock, viewer: systemViewer, requestId: null }
    const standing = await db.mandate.findFirst({
      where: { endedAt: null, holderPlatformId: { not: null } },
      select: { id: true },
    })
    if (!standing) return
    const { count } = await runCommand(endMandatesWithoutMembership, {}, context)
    log.info({ count }, 'mandates ended with memberships')
  },
})
