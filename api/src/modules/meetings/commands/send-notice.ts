import { z } from 'zod'
import { dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { showToMembers } from '../../bulletin/public.ts'
import { checkNotice } from '../../rulebooks/public.ts'
import { putIntoCalendar } from '../calendar-entry.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { dayOf, findMeeting, refuseUnless, resolutionRuleOf, rulesOf } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { PAPER_SOURCE } from '../rules/papers.ts'
import { recordDayOf } from '../rules/record-day.ts'
import { settleRoll } from '../roll.ts'

/** 「招集通知を送る」 */
export const sendNotice = command({
  name: 'sendNotice',
  description:
    'The secretariat or chair calls a meeting: the notice goes to everybody who has a vote, by the version of the rulebook in force on the day of the meeting; papers that were the officers’ alone are the members’ too from then on, and it stands in the network’s calendar. A late notice is refused unless the rulebook lets all voters consent and the reason is given. A resolution in writing opens its vote with it.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting, still a draft.'),
    version: version(),
    lateNoticeReason: line(300)
      .nullable()
      .describe('Why a notice that is too late stands, e.g. that all have consented; null if it is in time.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: meeting, input, now, emit }) {
    const { id: meetingId, platformId, form, state } = meeting
    refuseUnless(state === 'DRAFT', () => new RuleProblem('NOTICE_IS_OUT', 'The notice is out already.'))
    refuseUnless(
      form === 'ASSEMBLY' ? meeting.startsAt > now : meeting.answerBy > now,
      () => new RuleProblem('MEETING_IS_IN_THE_PAST', 'The meeting would have begun already.'),
    )
    const { rulebook, rule } = await rulesOf(tx, meeting, dayOf(meeting))
    if (form === 'WRITTEN')
      refuseUnless(
        rule.writtenResolution !== null,
        () => new RuleProblem('WRITTEN_NOT_ALLOWED', 'The rulebook knows no resolution in writing.'),
      )
    if (form === 'OMISSION')
      refuseUnless(
        rule.omission !== null,
        () => new RuleProblem('OMISSION_NOT_ALLOWED', 'The rulebook knows no decision without a meeting.'),
      )
    const items = await tx.agendaItem.findMany({ where: { meetingId } })
    refuseUnless(
      items.length > 0,
      () => new RuleProblem('AGENDA_IS_EMPTY', 'There is nothing on the agenda.'),
    )
    for (const { kind, resolutionKind } of items) {
      if (kind === 'RESOLUTION') resolutionRuleOf(rule, resolutionKind)
    }
    let late: string | null = null
    if (form === 'ASSEMBLY') {
      const check = checkNotice(rule.notice, {
        sentOn: dayInJapan(now),
        heldOn: dayInJapan(meeting.startsAt),
        inWriting: rule.written.allowed,
      })
      if (!check.inTime) {
        refuseUnless(
          check.needsConsent,
          () => new RuleProblem('NOTICE_TOO_LATE', `The notice had to go out by ${check.lastDay}.`),
        )
        late = input.lateNoticeReason
        if (late === null)
          throw new RuleProblem(
            'NOTICE_LATE_WITHOUT_CONSENT',
            `The notice had to go out by ${check.lastDay}.`,
          )
      }
    }
    const recordOn = recordDayOf(dayOf(meeting), rule)
    const settled = { ...meeting, recordOn }
    const voters = await settleRoll(tx, settled, rule, rulebook.rules)
    refuseUnless(
      voters > 0,
      () => new RuleProblem('NOBODY_HAS_A_VOTE', 'Nobody has a vote on the record day.'),
    )
    await save(tx.meeting, meeting, input.version, {
      recordOn,
      rulebookVersionId: rulebook.id,
      ballotsHidden: rule.ballotsHiddenUntilClose.hidden,
      noticeSentAt: now,
      lateNoticeReason: late,
      // A resolution in writing has no opening of its own: whoever has the notice can vote.
      ...(form === 'ASSEMBLY' ? { state: 'NOTICED' as const } : { state: 'OPEN' as const, openedAt: now }),
    })
    // Read after the meeting is held by its change: a paper laid at the same moment is among them.
    const papers = await tx.agendaPaper.findMany({
      where: { item: { is: { meetingId } } },
      select: { documentId: true },
    })
    await showToMembers(
      { tx, now, emit },
      { documentIds: papers.map(({ documentId }) => documentId), source: PAPER_SOURCE },
    )
    await putIntoCalendar({ tx, now, emit }, meeting)
    if (form !== 'ASSEMBLY')
      await tx.agendaItem.updateMany({
        where: { meetingId, kind: 'RESOLUTION' },
        data: {
          state: 'VOTING',
          votingOpenedAt: now,
          votingUntil: meeting.answerBy,
          version: { increment: 1 },
        },
      })
    emit(
      events.MeetingCalled,
      { meetingId, platformId, form },
      {
        audience: [`platform:${platformId}`],
        entities: [globalId('Meeting', meetingId), globalId('Platform', platformId)],
      },
    )
    return { meetingId }
  },
})
