import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { reaction, type ReactionArguments } from '../../../kernel/jobs/reaction.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { notify } from '../../notifications/public.ts'
import { completeSuccession } from '../commands/complete-succession.ts'
import {
  CorporationSucceeded,
  CorporationSuccessionPlanned,
  CorporationSuccessionReverted,
} from '../events.ts'

const DAY = 86_400_000

/** Nobody is told of what has long been known, for example when a year of data is put in at once. */
const NEWS_DAYS = 7

interface Ended {
  readonly corporationId: string
  readonly successorId: string | null
  readonly onDate: string
  readonly platformIds: readonly string[]
}

/** Everybody with a role at either corporation or its facilities, and the secretariats of their networks. */
async function concerned(
  tx: Tx,
  { corporationId, successorId, platformIds }: Ended,
  now: Date,
): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const corporations = [corporationId, ...(successorId ? [successorId] : [])]
  const holders = await tx.roleAssignment.findMany({
    where: {
      startsOn: { lte: today },
      AND: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      OR: [
        { corporationId: { in: corporations } },
        { facility: { corporationId: { in: corporations } } },
        { role: 'PLATFORM_SECRETARIAT', platformId: { in: [...platformIds] } },
      ],
    },
    select: { userId: true },
  })
  return [...new Set(holders.map(({ userId }) => userId))]
}

async function words(tx: Tx, { corporationId, successorId, onDate }: Ended) {
  const nameOf = async (id: string) =>
    (await tx.corporation.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
  return {
    corporation: await nameOf(corporationId),
    successor: successorId ? await nameOf(successorId) : '',
    day: onDate,
  }
}

async function tell(
  { kind }: { kind: string },
  { tx, payload, eventId, at, emit, now }: ReactionArguments<Ended>,
): Promise<void> {
  if (at.getTime() < now.getTime() - NEWS_DAYS * DAY) return
  await notify(
    { tx, emit, now },
    {
      eventId,
      userIds: await concerned(tx, payload, now),
      kind,
      params: await words(tx, payload),
      link: `/corporations/${globalId('Corporation', payload.corporationId)}`,
    },
  )
}

reaction(CorporationSucceeded, {
  name: 'registry.tellOfSuccession',
  description:
    'The people of both corporations and their networks’ secretariats hear that one has gone into the other.',
  run: (args) => tell({ kind: 'registry.corporationSucceeded' }, args),
})

reaction(CorporationSuccessionPlanned, {
  name: 'registry.tellOfPlannedSuccession',
  description: 'The people of both corporations and their networks’ secretariats hear what is planned.',
  run: (args) => tell({ kind: 'registry.successionPlanned' }, args),
})

reaction(CorporationSuccessionReverted, {
  name: 'registry.tellOfRevertedSuccession',
  description: 'Who heard of a merger or dissolution hears that it was called off or taken back.',
  run: (args) => tell({ kind: 'registry.successionReverted' }, args),
})

dailyTask({
  name: 'registry.completeSuccessions',
  async run(today, { db, clock, log }) {
    const due = await db.corporationSuccession.findMany({
      where: { status: 'PLANNED', onDate: { lte: dateOf(today) } },
      select: { id: true },
      orderBy: [{ onDate: 'asc' }, { id: 'asc' }],
    })
    const failures: unknown[] = []
    for (const { id } of due) {
      const context = { db, clock, viewer: systemViewer, requestId: null }
      // One that cannot take effect does not keep the others from their day; the job is tried again for it.
      await runCommand(completeSuccession, { corporationSuccessionId: id }, context).catch((error: unknown) =>
        failures.push(error),
      )
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} successions failed`)
    log.info({ count: due.length }, 'successions completed')
  },
})

/** How many days back a list that began or ended is looked for: a worker may have stood still. */
const LOOK_BACK_DAYS = 31

// The tables' own rule counts the day; only its beginning and end need somebody to look. No act of a person, no audit.
dailyTask({
  name: 'registry.followAuthorities',
  async run(today, { db, log }) {
    const day = dateOf(today)
    const before = new Date(day.getTime() - LOOK_BACK_DAYS * DAY)
    const turned = await db.masterFact.findFirst({
      where: { OR: [{ validFrom: { gt: before, lte: day } }, { validTo: { gte: before, lt: day } }] },
    })
    if (!turned) return
    // Written as it was: the table's trigger derives every corporation anew, and writes where something else comes out.
    await db.masterFact.update({ where: { id: turned.id }, data: { validFrom: turned.validFrom } })
    log.info({ key: turned.key }, 'authorities derived anew')
  },
})
