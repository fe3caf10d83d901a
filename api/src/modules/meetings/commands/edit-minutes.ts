import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { readFacts } from '../documents/read-facts.ts'
import * as events from '../events.ts'
import { paragraphs } from '../inputs.ts'
import { announceMinutes, asJson, findMinutes, refuseUnlessDraft } from '../minutes-writing.ts'
import { runMeeting } from '../policy/meetings.ts'

/** 「議事録を保存する」 */
export const editMinutes = command({
  name: 'editMinutes',
  description:
    'Secretariat or chair write the draft of the minutes; figures and rules are filled in by the portal.',
  scope: 'meetings:write',
  input: z.object({
    minutesId: idOf('Minutes').describe('The minutes.'),
    opening: paragraphs(5_000).describe('What is said of the opening; at most 5,000 characters.'),
    entries: z
      .array(
        z.object({
          itemId: idOf('AgendaItem').describe('The item of the agenda.'),
          text: paragraphs(20_000).describe(
            'What is said of it, a line per paragraph; at most 20,000 characters.',
          ),
        }),
      )
      .max(100)
      .describe('What is said of the items; those left out stay as they are.'),
    closing: paragraphs(5_000).describe('What is said at the end; at most 5,000 characters.'),
    version: version(),
  }),
  subject: (tx, { minutesId }, viewer) => findMinutes(tx, minutesId, viewer),
  may: runMeeting,
  async run({ tx, subject, input, emit }) {
    refuseUnlessDraft(subject)
    const { opening, closing, entries } = input
    await save(tx.minutes, subject, input.version, {
      opening,
      closing,
      facts: asJson(await readFacts(tx, subject.meetingId)),
    })
    const known = await tx.agendaItem.findMany({
      where: { meetingId: subject.meetingId },
      select: { id: true },
    })
    const ids = new Set(known.map(({ id }) => id))
    for (const { itemId, text } of entries) {
      if (!ids.has(itemId)) throw new RuleProblem('ITEM_OF_ANOTHER_MEETING', 'An item is of another meeting.')
      await tx.minutesEntry.upsert({
        where: { minutesId_itemId: { minutesId: subject.id, itemId } },
        create: { minutesId: subject.id, itemId, text },
        update: { text, version: { increment: 1 } },
      })
    }
    announceMinutes(emit, events.MinutesWritten, subject)
    return { minutesId: subject.id }
  },
})
