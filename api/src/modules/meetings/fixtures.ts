import { runCommand, type Command, type CommandResult } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { voluntaryRulebook } from '../rulebooks/public.ts'
import { addDecisionTask } from './commands/add-decision-task.ts'
import { draftMinutes } from './commands/draft-minutes.ts'
import { editMinutes } from './commands/edit-minutes.ts'
import { finishDecisionTask } from './commands/finish-decision-task.ts'
import { putMinutesToSigners } from './commands/put-minutes-to-signers.ts'
import { signMinutes } from './commands/sign-minutes.ts'
import { supersedeDecision } from './commands/supersede-decision.ts'
import { takeDecisionTaskInHand } from './commands/take-decision-task-in-hand.ts'
import { openSampleVersion, putSampleVersion } from '../bulletin/fixtures.ts'
import { aheadWith } from './fixtures/ahead.ts'
import { holdMeeting, officerOf } from './fixtures/hold-meeting.ts'
import { AUTUMN, AUTUMN_TEXTS, PLACE, SUMMER, TASKS } from './fixtures/sample-meetings.ts'
import { fiscalYearOf } from './rules/fiscal-year.ts'

const DAY = 86_400_000

/** When the two general meetings of the sample network were held, in days before today. */
const HELD = { summer: 150, autumn: 10 }

const era = (at: Date): string => `令和${fiscalYearOf(at.toISOString().slice(0, 10)) - 2018}年度`

/** Two general meetings of the sample network, what they decided, and their minutes. */
export const generalMeetings: Chapter = {
  title: '見本の総会と議決',
  async write(year) {
    const { db } = year
    const platform = await db.platform.findFirst({
      where: { sample: true, memberships: { some: {} } },
      orderBy: { createdAt: 'asc' },
    })
    if (!platform || (await db.decision.count({ where: { platformId: platform.id } })) > 0) return
    await haveRules(db, platform.id)
    const secretary = await db.roleAssignment.findFirstOrThrow({
      where: { role: 'PLATFORM_SECRETARIAT', platformId: platform.id },
    })
    const secretariat = officerOf(secretary.userId, platform.id, 'PLATFORM_SECRETARIAT')
    const run = <Result extends CommandResult>(
      command: Command<Command['input'], Result>,
      input: unknown,
      at: Date,
      viewer = secretariat,
    ) => runCommand(command, input, { db, viewer, clock: { now: () => at }, requestId: null })
    const hold = (daysAgo: number, number: number, played: typeof SUMMER) => {
      const startsAt = year.daysAgo(daysAgo, '14:00')
      return holdMeeting(db, {
        ...played,
        platformId: platform.id,
        secretariat,
        title: `${era(startsAt)} 第${number}回 総会`,
        number,
        place: PLACE,
        online: true,
        noticeAt: year.daysAgo(daysAgo + 15, '10:00'),
        startsAt,
        chair: 1,
        chairName: '見本 一郎',
      })
    }
    const summer = await hold(HELD.summer, 1, SUMMER)
    const autumn = await hold(HELD.autumn, 2, AUTUMN)

    const decisionOf = async (meetingId: string, title: string) =>
      db.decision.findFirstOrThrow({ where: { meetingId, title: { contains: title } } })
    const fee = await decisionOf(summer.meetingId, '会費')
    const amendment = await decisionOf(autumn.meetingId, '会則の一部改正')
    await run(
      supersedeDecision,
      {
        decisionId: globalId('Decision', fee.id),
        supersededById: globalId('Decision', amendment.id),
        version: fee.version,
      },
      year.daysAgo(HELD.autumn - 1, '10:00'),
    )
    await giveTasks(year, platform.id, (await decisionOf(autumn.meetingId, '福祉バス')).id, run)
    await writeMinutes(year, platform.id, autumn, HELD.autumn, run)
    // Those of the summer wait for their last signatures.
    await writeMinutes(year, platform.id, summer, HELD.summer, run, [1])
  },
}

/** What is ahead of it, with papers on its shelf. */
export const ahead = aheadWith({ put: putSampleVersion, open: openSampleVersion })

type Run = <Result extends CommandResult>(
  command: Command<Command['input'], Result>,
  input: unknown,
  at: Date,
  viewer?: Viewer,
) => Promise<Result>

/** The fourth version of the 会則, unless the network has rules already. */
async function haveRules(db: Db, platformId: string): Promise<void> {
  if ((await db.rulebookVersion.count({ where: { platformId, effectiveOn: { not: null } } })) > 0) return
  await db.rulebookVersion.create({
    data: {
      platformId,
      number: 4,
      effectiveOn: new Date('2025-04-01'),
      adoptedOn: new Date('2025-03-20'),
      rules: structuredClone(voluntaryRulebook) as object,
      articles: [],
    },
  })
}

async function giveTasks(year: SampleYear, platformId: string, decisionId: string, run: Run): Promise<void> {
  const members = await year.db.platformMembership.findMany({
    where: { platformId, endsOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { corporationId: true },
  })
  for (const { title, place, dueIn, state } of TASKS) {
    const corporationId = place === null ? null : members[place - 1]?.corporationId
    const { decisionTaskId } = await run(
      addDecisionTask,
      {
        decisionId: globalId('Decision', decisionId),
        title,
        corporationId: corporationId ? globalId('Corporation', corporationId) : null,
        dueOn: new Date(`${new Date(year.now.getTime() + dueIn * DAY).toISOString().slice(0, 10)}T00:00:00Z`),
      },
      year.daysAgo(HELD.autumn - 1, '11:00'),
    )
    const task = { decisionTaskId: globalId('DecisionTask', decisionTaskId), version: 1 }
    if (state === 'IN_HAND') await run(takeDecisionTaskInHand, task, year.daysAgo(5, '09:30'))
    if (state === 'DONE') await run(finishDecisionTask, task, year.daysAgo(4, '16:10'))
  }
}

/** Whoever may sign for a voter, by its corporation’s director; an invented person of its own where there is none. */
async function signerOf({ db, day }: SampleYear, platformId: string, voterId: string) {
  const voter = await db.meetingVoter.findUniqueOrThrow({ where: { id: voterId } })
  const corporationId = voter.corporationId ?? ''
  const role =
    (await db.roleAssignment.findFirst({
      where: { role: 'CORPORATION_ADMIN', corporationId },
      include: { user: true },
    })) ??
    (await db.roleAssignment.create({
      data: {
        role: 'CORPORATION_ADMIN',
        corporation: { connect: { id: corporationId } },
        startsOn: day(4, 1),
        user: {
          create: {
            name: `見本 ${NAMES[voter.position] ?? '理事'}`,
            email: `riji-${voter.position}@mihon.example`,
            sample: true,
          },
        },
      },
      include: { user: true },
    }))
  const acting = {
    key: `CORPORATION:${corporationId}`,
    kind: 'CORPORATION' as const,
    id: corporationId,
    name: voter.name,
    corporationId,
    facilityId: null,
    platformId: null,
    municipalityCode: null,
    roles: ['CORPORATION_ADMIN' as const],
  }
  const viewer: Viewer = {
    ...guest,
    userId: role.userId,
    secondFactor: true,
    seats: [acting],
    acting,
    platformIds: [platformId],
  }
  return { viewer, name: role.user.name }
}

/** Names of those who sign, by the place of their corporation on the roll. */
const NAMES: Readonly<Record<number, string>> = { 2: '二葉', 9: '次郎' }

/** Minutes of a meeting; `signing` says which of the three have signed: all unless said. */
async function writeMinutes(
  year: SampleYear,
  platformId: string,
  { meetingId, voterIds }: { readonly meetingId: string; readonly voterIds: readonly string[] },
  heldDaysAgo: number,
  run: Run,
  signing: readonly number[] = [1, 2, 9],
): Promise<void> {
  const { db } = year
  const at = (days: number, time: string) => year.daysAgo(heldDaysAgo - days, time)
  const meeting = globalId('Meeting', meetingId)
  const { minutesId } = await run(draftMinutes, { meetingId: meeting }, at(1, '13:00'))
  const id = globalId('Minutes', minutesId)
  const draft = await db.minutes.findUniqueOrThrow({
    where: { meetingId },
    include: { entries: { include: { item: { select: { title: true } } } } },
  })
  await run(
    editMinutes,
    {
      minutesId: id,
      opening: draft.opening,
      closing: draft.closing,
      entries: draft.entries.map(({ itemId, item, text }) => ({
        itemId: globalId('AgendaItem', itemId),
        text: [text, AUTUMN_TEXTS[item.title] ?? ''].filter((part) => part !== '').join('\n'),
      })),
      version: draft.version,
    },
    at(2, '10:20'),
  )
  await run(
    putMinutesToSigners,
    {
      minutesId: id,
      signerIds: [2, 9].map((place) => globalId('MeetingVoter', voterIds[place - 1] ?? '')),
      version: draft.version + 1,
    },
    at(3, '09:00'),
  )
  const minutes = await db.minutes.findUniqueOrThrow({ where: { meetingId }, include: { signers: true } })
  for (const place of signing) {
    const voterId = voterIds[place - 1] ?? ''
    const signer = minutes.signers.find((one) => one.voterId === voterId)
    const { viewer, name } = await signerOf(year, platformId, voterId)
    await run(
      signMinutes,
      {
        minutesSignerId: globalId('MinutesSigner', signer?.id ?? ''),
        name,
        contentHash: minutes.contentHash && Buffer.from(minutes.contentHash).toString('hex'),
      },
      at(4, `1${signing.indexOf(place)}:05`),
      viewer,
    )
  }
}
