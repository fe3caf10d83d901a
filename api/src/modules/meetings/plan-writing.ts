import { z } from 'zod'
import type { Meeting, MeetingSeries } from '../../generated/prisma/client.ts'
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

/** The series a new meeting belongs to: of the same network, organ and committee. */
export async function seriesOf(
  tx: Tx,
  { platformId, organ, committeeId }: Pick<Meeting, 'platformId' | 'organ' | 'committeeId'>,
  seriesId: string,
): Promise<MeetingSeries> {
  const series = await tx.meetingSeries.findFirst({ where: { id: seriesId, platformId, organ, committeeId } })
  if (!series) throw new RuleProblem('SERIES_UNKNOWN', 'The organ has no such series.')
  return series
}

/** Refuses a series that is over on a day. */
export function checkGoesOn({ endedOn }: Pick<MeetingSeries, 'endedOn'>, today: Date): void {
  if (endedOn !== null && endedOn <= today) throw new RuleProblem('SERIES_IS_OVER', 'The series has ended.')
}

/** Puts the usual agenda of a series on the agendas of new meetings, and what waits in its backlog on that of the first. */
export async function copyAgenda(
  tx: Tx,
  meetings: readonly Pick<Meeting, 'id' | 'startsAt'>[],
  series: MeetingSeries,
): Promise<void> {
  const usual = z.array(usualItem).parse(series.agenda)
  await tx.agendaItem.createMany({
    data: meetings.flatMap(({ id: meetingId }) =>
      usual.map((item, index) => ({ ...item, meetingId, position: index + 1 })),
    ),
  })
  const [first] = meetings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  if (!first) return
  const waiting = await tx.agendaItem.findMany({
    where: { seriesId: series.id, meetingId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  for (const [index, { id }] of waiting.entries())
    await tx.agendaItem.update({
      where: { id },
      data: {
        meetingId: first.id,
        seriesId: null,
        position: usual.length + index + 1,
        version: { increment: 1 },
      },
    })
}
