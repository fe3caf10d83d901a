import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { readFacts } from '../documents/read-facts.ts'
import * as events from '../events.ts'
import { announceMinutes, asJson, refuseUnlessDraft } from '../minutes-writing.ts'
import { runMeeting, visibleTo } from '../policy/meetings.ts'
import { closingText, entryText, openingText } from '../rules/minutes-text.ts'

/** Signers beside the chair. */
const SIGNERS = 2

/** 「議事録を書き始める」 */
export const draftMinutes = command({
  name: 'draftMinutes',
  description:
    'Secretariat or chair begin the minutes of a meeting that goes on or is over, or let the portal fill in what has happened since; what somebody has written stays as it is.',
  scope: 'meetings:write',
  input: z.object({ meetingId: idOf('Meeting').describe('The meeting.') }),
  subject: (tx, { meetingId }, viewer) =>
    tx.meeting.findFirst({
      where: { AND: [{ id: meetingId }, visibleTo(viewer)] },
      select: { id: true, platformId: true, state: true },
    }),
  may: runMeeting,
  onConstraint: {
    minutes_meeting_id_key: () =>
      new RuleProblem('MINUTES_BEGUN_ALREADY', 'Somebody else has just begun them.'),
  },
  async run({ tx, subject, emit }) {
    if (subject.state !== 'OPEN' && subject.state !== 'CLOSED')
      throw new RuleProblem('MEETING_NOT_BEGUN', 'The meeting has not been opened.')
    const facts = await readFacts(tx, subject.id)
    const standing = await tx.minutes.findUnique({
      where: { meetingId: subject.id },
      include: { entries: true },
    })
    if (standing) refuseUnlessDraft(standing)
    const { id } =
      standing ?? (await tx.minutes.create({ data: { meetingId: subject.id }, select: { id: true } }))
    await tx.minutes.update({
      where: { id },
      data: {
        facts: asJson(facts),
        opening: standing?.opening || openingText(facts),
        closing: standing?.closing || (facts.closedAt === null ? '' : closingText(facts, SIGNERS)),
        version: { increment: 1 },
      },
    })
    const written = new Map(standing?.entries.map((entry) => [entry.itemId, entry]))
    for (const item of facts.items) {
      const text = entryText(item, facts)
      const entry = written.get(item.itemId)
      if (!entry) await tx.minutesEntry.create({ data: { minutesId: id, itemId: item.itemId, text } })
      else if (entry.text === '' && text !== '')
        await tx.minutesEntry.update({ where: { id: entry.id }, data: { text, version: { increment: 1 } } })
    }
    announceMinutes(emit, events.MinutesWritten, {
      id,
      meetingId: subject.id,
      platformId: subject.platformId,
    })
    return { minutesId: id, meetingId: subject.id }
  },
})
