import type { Tx } from '../../../kernel/db.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { draftReadinessAnswers, type ReadinessSuggestion } from '../../readiness/public.ts'
import { EventClosed } from '../events.ts'
import { lessonsOf } from '../rules/lessons.ts'

reaction(EventClosed, {
  name: 'disasters.draftReadiness',
  description: 'What a drill has shown of the called facilities is drafted for their checklists.',
  async run({ tx, payload: { eventId, drill }, now }) {
    if (!drill) return
    await draftReadinessAnswers(tx, eventId, await suggestionsOf(tx, eventId, now), now)
  },
})

async function suggestionsOf(tx: Tx, eventId: string, now: Date): Promise<ReadinessSuggestion[]> {
  const event = await tx.disasterEvent.findUniqueOrThrow({
    where: { id: eventId },
    include: {
      called: {
        select: {
          facilityId: true,
          reports: {
            select: { reportedAt: true, power: true, staff: true },
            orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
          },
        },
        orderBy: { id: 'asc' },
      },
      openings: {
        include: { steps: { where: { state: 'DECIDED', onBehalf: false }, orderBy: { at: 'asc' } } },
      },
    },
  })
  const openings = new Map(event.openings.map((opening) => [opening.facilityId, opening]))
  return event.called.flatMap(({ facilityId, reports }) => {
    const opening = openings.get(facilityId)
    const lessons = lessonsOf({
      startedAt: event.startedAt,
      clockRate: event.clockRate,
      firstReportMinutes: event.firstReportMinutes,
      endedAt: event.closedAt ?? now,
      reports: reports.map(({ reportedAt, power, staff }) => ({ at: reportedAt, power, staff })),
      opening: opening ? { ...opening, decidedByMunicipalityAt: opening.steps[0]?.at ?? null } : null,
    })
    return lessons.map((lesson) => ({ facilityId, ...lesson }))
  })
}
