import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { agendaItem } from '../inputs.ts'
import { announceChange, dayOf, findMeeting, resolutionRuleOf, rulesOf } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「議案を並べる」 */
export const editAgenda = command({
  name: 'editAgenda',
  description:
    'The secretariat or chair writes the agenda of a meeting: all its items in order; what is left out goes. After the notice the agenda stands, because members decide whether to come by it (一般社団・財団法人法49条3項); items are then only withdrawn or put off.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting, still a draft.'),
    version: version(),
    items: z.array(agendaItem).max(60).describe('All items, in the order of the agenda.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: meeting, input: { meetingId, version: read, items }, emit }) {
    if (meeting.state !== 'DRAFT')
      throw new RuleProblem('AGENDA_STANDS', 'The notice is out; the agenda no longer changes.')
    const { rule } = await rulesOf(tx, meeting, dayOf(meeting))
    for (const { kind, resolutionKind } of items) {
      if (kind === 'RESOLUTION') resolutionRuleOf(rule, resolutionKind)
    }
    await save(tx.meeting, meeting, read, {})
    const standing = await tx.agendaItem.findMany({ where: { meetingId }, select: { id: true } })
    const known = new Set(standing.map(({ id }) => id))
    if (items.some(({ id }) => id !== null && !known.has(id)))
      throw new RuleProblem('ITEM_OF_ANOTHER_MEETING', 'One of the items belongs to another meeting.')
    const kept = items.flatMap(({ id }) => (id === null ? [] : [id]))
    await tx.agendaItem.deleteMany({ where: { meetingId, id: { notIn: kept } } })
    for (const [index, { id, ...facts }] of items.entries()) {
      const row = {
        ...facts,
        resolutionKind: facts.kind === 'RESOLUTION' ? facts.resolutionKind : null,
        position: index + 1,
      }
      if (id === null) await tx.agendaItem.create({ data: { ...row, meetingId } })
      else await tx.agendaItem.update({ where: { id }, data: { ...row, version: { increment: 1 } } })
    }
    announceChange(emit, meeting)
    return { meetingId }
  },
})
