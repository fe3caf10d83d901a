import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, findItem, lockItem, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { isPending } from '../rules/agenda.ts'

/** 「次回に送る」 */
export const putOffItem = command({
  name: 'putOffItem',
  description:
    'The secretariat or chair carries an item over: into another meeting of the organ that is still a draft, or into what waits for the next meeting of its series. Its papers go with it; votes in writing given on it are void.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, not voted on.'),
    toMeetingId: idOf('Meeting')
      .nullable()
      .describe('The draft it goes into; null = the next meeting of the same series.'),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, input: { toMeetingId }, emit }) {
    const { meeting } = subject
    const item = await lockItem(tx, subject.item.id)
    const running = meeting.state === 'NOTICED' || meeting.state === 'OPEN'
    refuseUnless(
      running,
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting was not called, or is over.'),
    )
    refuseUnless(
      isPending(item.state),
      () => new RuleProblem('ITEM_IS_SETTLED', 'The item is voted on or settled.'),
    )
    const { kind, title, text, presenter, resolutionKind } = item
    const facts = { kind, title, text, presenter, resolutionKind, carriedFromId: item.id }
    await tx.ballot.deleteMany({ where: { itemId: item.id } })
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { state: 'CARRIED_OVER', version: { increment: 1 } },
    })
    let goesOn: { id: string }
    if (toMeetingId !== null) {
      const target = await tx.meeting.findFirst({
        where: { id: toMeetingId, platformId: meeting.platformId, organ: meeting.organ, state: 'DRAFT' },
        include: { items: { select: { position: true }, orderBy: { position: 'desc' }, take: 1 } },
      })
      if (!target) throw new RuleProblem('NO_SUCH_DRAFT', 'The organ prepares no such meeting.')
      goesOn = await tx.agendaItem.create({
        data: { ...facts, meetingId: target.id, position: (target.items[0]?.position ?? 0) + 1 },
      })
    } else {
      if (meeting.seriesId === null)
        throw new RuleProblem('MEETING_HAS_NO_SERIES', 'Say into which meeting the item goes.')
      const waiting = await tx.agendaItem.count({ where: { seriesId: meeting.seriesId, meetingId: null } })
      goesOn = await tx.agendaItem.create({
        data: { ...facts, seriesId: meeting.seriesId, position: waiting + 1 },
      })
    }
    const papers = await tx.agendaPaper.findMany({
      where: { itemId: item.id },
      select: { documentId: true, position: true, attachedAt: true, attachedByUserId: true },
    })
    await tx.agendaPaper.createMany({ data: papers.map((paper) => ({ ...paper, itemId: goesOn.id })) })
    announceChange(emit, meeting, ['AgendaItem', item.id])
    return { agendaItemId: item.id, meetingId: meeting.id }
  },
})
