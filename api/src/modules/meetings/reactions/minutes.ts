import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { DecisionTaskGiven, MinutesLocked, MinutesPresented, MinutesWithdrawn } from '../events.ts'
import { speakersOf } from '../people.ts'

const titleOf = async (tx: Tx, meetingId: string) => {
  const { title, platform } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { title: true, platform: { select: { name: true } } },
  })
  return { meeting: title, network: platform.name }
}

const linkTo = (meetingId: string) => `/network/meetings/${globalId('Meeting', meetingId)}/minutes` as const

reaction(MinutesPresented, {
  name: 'meetings.askForSignatures',
  description: 'Those who have to sign minutes are told so.',
  async run({ tx, payload: { minutesId, meetingId }, eventId, now, emit }) {
    const signers = await tx.minutesSigner.findMany({
      // Taken back meanwhile, there is nothing to sign.
      where: { minutesId, signedAt: null, minutes: { is: { state: 'SIGNING' } } },
      select: { voterId: true },
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await speakersOf(
          tx,
          signers.map(({ voterId }) => voterId),
          dateOf(dayInJapan(now)),
        ),
        kind: 'meetings.minutesToSign',
        params: await titleOf(tx, meetingId),
        link: linkTo(meetingId),
      },
    )
  },
})

reaction(MinutesWithdrawn, {
  name: 'meetings.tellOfVoidSignatures',
  description: 'Those who had signed minutes that were taken back hear that their signature is void.',
  async run({ tx, payload: { meetingId, voidedIds }, eventId, now, emit }) {
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: await speakersOf(tx, voidedIds, dateOf(dayInJapan(now))),
        kind: 'meetings.signatureVoid',
        params: await titleOf(tx, meetingId),
        link: '/notifications',
      },
    )
  },
})

reaction(MinutesLocked, {
  name: 'meetings.tellOfLockedMinutes',
  description: 'The secretariat and those who signed hear that the minutes stand.',
  async run({ tx, payload: { minutesId, meetingId, platformId }, eventId, now, emit }) {
    const today = dateOf(dayInJapan(now))
    const secretaries = await tx.roleAssignment.findMany({
      where: {
        platformId,
        role: 'PLATFORM_SECRETARIAT',
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      select: { userId: true },
    })
    const signers = await tx.minutesSigner.findMany({
      where: { minutesId },
      select: { signedByUserId: true },
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [
          ...secretaries.map(({ userId }) => userId),
          ...signers.flatMap(({ signedByUserId }) => signedByUserId ?? []),
        ],
        kind: 'meetings.minutesLocked',
        params: await titleOf(tx, meetingId),
        link: linkTo(meetingId),
      },
    )
  },
})

reaction(DecisionTaskGiven, {
  name: 'meetings.tellOfDecisionTask',
  description: 'The people of a corporation hear what it has to do because of a decision.',
  async run({ tx, payload: { taskId, decisionId }, eventId, now, emit }) {
    const task = await tx.decisionTask.findUnique({
      where: { id: taskId },
      select: { title: true, corporationId: true, dueOn: true, state: true },
    })
    if (!task?.corporationId || task.state === 'DONE' || task.state === 'DROPPED') return
    const today = dateOf(dayInJapan(now))
    const administrators = await tx.roleAssignment.findMany({
      where: {
        role: 'CORPORATION_ADMIN',
        corporationId: task.corporationId,
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      select: { userId: true },
    })
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: administrators.map(({ userId }) => userId),
        kind: 'meetings.taskGiven',
        params: { task: task.title, day: task.dueOn.toISOString().slice(0, 10) },
        link: `/network/decisions/${globalId('Decision', decisionId)}`,
      },
    )
  },
})
