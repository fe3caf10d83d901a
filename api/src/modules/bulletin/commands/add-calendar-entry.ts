import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { announceEntry, checkTimes } from '../calendar.ts'
import { entryFacts } from '../inputs.ts'
import * as policy from '../rules/viewers.ts'

/** 「予定を入れる」 */
export const addCalendarEntry = command({
  name: 'addCalendarEntry',
  description: 'A network’s secretariat puts an entry, or a series of them, into the shared calendar.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    ...entryFacts,
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.lookAfter,
  async run({ tx, subject: { platformId }, input, now, emit }) {
    const { idempotencyKey: _key, platformId: _platformId, ...facts } = input
    checkTimes(facts)
    const entry = await tx.calendarEntry.create({
      data: {
        ...facts,
        platformId,
        repeatUntil: facts.repeat === 'NONE' ? null : facts.repeatUntil,
        createdAt: now,
      },
      select: { id: true, platformId: true, audience: true },
    })
    announceEntry(emit, entry)
    return { calendarEntryId: entry.id, platformId }
  },
})
