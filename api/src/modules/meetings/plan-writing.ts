import { z } from 'zod'
import type { Meeting } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { refusalOfTimes } from './rules/times.ts'

/** Refuses times that do not fit together. */
export function checkTimes(form: Meeting['form'], times: Parameters<typeof refusalOfTimes>[1]): void {
  switch (refusalOfTimes(form, times)) {
    case 'ENDS_BEFORE_IT_BEGINS':
      throw new RuleProblem('ENDS_BEFORE_IT_BEGINS', 'It would end before it begins.')
    case 'ANSWERS_AFTER_THE_MEETING':
      throw new RuleProblem(
        'ANSWERS_AFTER_THE_MEETING',
        'The deadline is after the beginning of the meeting.',
      )
    case 'NO_TIME_TO_ANSWER':
      throw new RuleProblem('NO_TIME_TO_ANSWER', 'The deadline is before the beginning.')
    case null:
  }
}

/** An item of a series' usual agenda. */
const usualItem = z.object({
  kind: z.enum(['RESOLUTION', 'REPORT']),
  title: z.string(),
  text: z.string(),
  resolutionKind: z.string().nullable(),
})

/** Puts the usual agenda of a series and what waits in its backlog on the agenda of a new meeting. */
export async function copyAgenda(tx: Tx, meeting: Meeting, seriesId: string): Promise<void> {
  const { platformId, organ } = meeting
  const series = await tx.meetingSeries.findFirst({ where: { id: seriesId, platformId, organ } })
  if (!series) throw new RuleProblem('SERIES_UNKNOWN', 'The organ has no such series.')
  const usual = z.array(usualItem).parse(series.agenda)
  await tx.agendaItem.createMany({
    data: usual.map((item, index) => ({ ...item, meetingId: meeting.id, position: index + 1 })),
  })
  const waiting = await tx.agendaItem.findMany({
    where: { seriesId, meetingId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  for (const [index, { id }] of waiting.entries())
    await tx.agendaItem.update({
      where: { id },
      data: {
        meetingId: meeting.id,
        seriesId: null,
        position: usual.length + index + 1,
        version: { increment: 1 },
      },
    })
}
