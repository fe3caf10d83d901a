import type { DisasterEvent, Prisma } from '../../generated/prisma/client.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { ofEvent, refuseUnless, toNetwork, type Act } from './event-writing.ts'
import * as events from './events.ts'

/**
 * Keeps a report. The device may send it as often as it likes: the first arrival counts, and a different report under
 * the same id is refused, because one of the two would be lost.
 */
export async function keepReport(
  { tx, emit }: Pick<Act, 'tx' | 'emit'>,
  event: DisasterEvent,
  facilityId: string,
  report: Prisma.StatusReportCreateManyInput,
): Promise<void> {
  const { count } = await tx.statusReport.createMany({ data: [report], skipDuplicates: true })
  if (count === 0) {
    const kept = await tx.statusReport.findUniqueOrThrow({ where: { id: report.id } })
    const same = (
      ['calledFacilityId', 'users', 'building', 'power', 'water', 'staff', 'acceptance'] as const
    ).every((answer) => kept[answer] === report[answer])
    refuseUnless(same, () => new RuleProblem('ID_IS_TAKEN', 'Another record was sent under this id.'))
    return
  }
  emit(
    events.ReportReceived,
    { ...ofEvent(event), calledFacilityId: report.calledFacilityId, facilityId, reportId: report.id },
    toNetwork(event, ['CalledFacility', report.calledFacilityId]),
  )
}
