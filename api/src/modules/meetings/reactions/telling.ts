import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { MeetingCalled, MeetingCancelled, VotersReminded } from '../events.ts'
import { speakersOf } from '../people.ts'
import { isNews } from '../rules/reminding.ts'

reaction(MeetingCalled, {
  name: 'meetings.tellOfNotice',
  description: 'Whoever speaks for a voter is told of the notice.',
  async run({ tx, payload: { meetingId, form }, eventId, at, now, emit }) {
    if (!isNews(at, now)) return
    const meeting = await tx.meeting.findUniqueOrThrow({
      where: { id: meetingId },
      include: { voters: { select: { id: true } } },
    })
    // Called off in the meantime: nothing is left to be told.
    if (meeting.state === 'CANCELLED') return
    const ids = meeting.voters.map(({ id }) => id)
    const userIds = await speakersOf(tx, ids, dateOf(dayInJapan(now)))
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds,
        ...(form === 'ASSEMBLY' ? { kind: 'meetings.called' } : { kind: 'meetings.voteInWriting' }),
        params: {
          meeting: meeting.title,
          day: dayInJapan(meeting.startsAt),
          until: dayInJapan(meeting.answerBy),
        },
        link: `/network/meetings/${globalId('Meeting', meetingId)}`,
      },
    )
  },
})

reaction(MeetingCancelled, {
  name: 'meetings.tellOfCancellation',
  description: 'Whoever had the notice is told that the meeting is called off.',
  async run({ tx, payload: { meetingId }, eventId, at, now, emit }) {
    if (!isNews(at, now)) return
    const meeting = await tx.meeting.findUniqueOrThrow({
      where: { id: meetingId },
      include: { voters: { select: { id: true } } },
    })
    if (meeting.noticeSentAt === null) return
    const ids = meeting.voters.map(({ id }) => id)
    const userIds = await speakersOf(tx, ids, dateOf(dayInJapan(now)))
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds,
        kind: 'meetings.cancelled',
        params: { meeting: meeting.title, reason: meeting.cancelReason ?? '' },
        link: `/network/meetings/${globalId('Meeting', meetingId)}`,
      },
    )
  },
})

reaction(VotersReminded, {
  name: 'meetings.remindVoters',
  description:
    'Whoever speaks for a voter that still has not answered is reminded; who answered meanwhile is left alone.',
  async run({ tx, payload: { meetingId, voterIds }, eventId, now, emit }) {
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
    if (now >= meeting.answerBy) return
    const waiting = await tx.meetingVoter.findMany({
      where: {
        id: { in: voterIds },
        ...(meeting.form === 'ASSEMBLY' ? { answer: null } : { ballots: { none: {} } }),
      },
      select: { id: true },
    })
    const userIds = await speakersOf(
      tx,
      waiting.map(({ id }) => id),
      dateOf(dayInJapan(now)),
    )
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds,
        ...(meeting.form === 'ASSEMBLY'
          ? { kind: 'meetings.answerAwaited' }
          : { kind: 'meetings.voteAwaited' }),
        params: { meeting: meeting.title, until: dayInJapan(meeting.answerBy) },
        link: `/network/meetings/${globalId('Meeting', meetingId)}`,
      },
    )
  },
})
