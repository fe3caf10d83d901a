import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dayInJapan } from '../../../kernel/clock.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { ofEvent, refuseUnless, toNetwork } from '../event-writing.ts'
import * as events from '../events.ts'
import { hazard, moment, note } from '../inputs.ts'
import { conduct } from '../policy/events.ts'
import { buddiesOf } from '../rules/buddies.ts'
import { drillMark } from '../rules/drill.ts'
import { proposedMinutes } from '../rules/minutes.ts'

const minutes = () => z.int().min(1).max(2_880).optional()
/** An event that is opened later than this is not called for by telephone any more. */
const LATEST_START_DAYS = 14
const LARGEST_RATE = 1_440

/** 「災害・訓練を始める」 */
export const openEvent = command({
  name: 'openEvent',
  description:
    'The council or the municipality opens a disaster or a drill; the facilities of the members in its area are called, each with the nearest other one as neighbour.',
  scope: 'disasters:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network.'),
    name: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .describe('What it is called; of a drill, 【訓練】 is put in front.'),
    hazard: hazard.describe('What happened.'),
    drill: z.boolean().describe('訓練. Never changed afterwards.'),
    clockRate: z
      .int()
      .min(1)
      .max(LARGEST_RATE)
      .optional()
      .describe('Minutes of the event per minute of the clock; only a drill may run faster than 1.'),
    startedAt: moment().optional().describe('When it happened; now unless said.'),
    areas: z
      .array(z.string().regex(/^\d{6}$/))
      .max(100)
      .describe('Municipality codes of 6 digits; empty = the whole network.'),
    firstReportMinutes: minutes().describe(
      'Minutes until the first report is due; the proposal unless said.',
    ),
    reportEveryMinutes: minutes().describe('Minutes from a report to the next; the proposal unless said.'),
    presumedSeriousMinutes: minutes().describe(
      'Minutes late after which serious damage is presumed; the proposal unless said.',
    ),
    buddyMinutes: minutes().describe('Minutes the neighbour has to find out; the proposal unless said.'),
    councilMinutes: minutes().describe('Minutes the council has after that; the proposal unless said.'),
    reason: note().describe('Why it is opened; empty if obvious.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }, viewer) => {
    if (!viewer.platformIds.includes(platformId)) return null
    const platform = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return platform && { platformId: platform.id }
  },
  may: (viewer, subject) => conduct(viewer, subject),
  async run({ tx, input, viewer, now, emit }) {
    const clockRate = input.clockRate ?? 1
    const startedAt = input.startedAt ?? now
    refuseUnless(
      input.drill || clockRate === 1,
      () => new RuleProblem('ONLY_DRILLS_RUN_FASTER', 'A disaster runs by the clock.'),
    )
    refuseUnless(
      startedAt <= now && startedAt.getTime() >= now.getTime() - LATEST_START_DAYS * 86_400_000,
      () => new RuleProblem('START_OUT_OF_REACH', 'The start lies ahead, or too long ago.'),
    )
    const facilities = await tx.facility.findMany({
      where: {
        status: 'ACTIVE',
        ...(input.areas.length > 0 && { municipalityCode: { in: input.areas } }),
        corporation: {
          is: {
            memberships: {
              some: {
                platformId: input.platformId,
                startsOn: { lte: viewer.today },
                OR: [{ endsOn: null }, { endsOn: { gte: viewer.today } }],
              },
            },
          },
        },
      },
      select: { id: true, corporationId: true, municipalityCode: true, latitude: true, longitude: true },
    })
    refuseUnless(
      facilities.length > 0,
      () => new RuleProblem('NOBODY_TO_CALL', 'No member has a facility in the area.'),
    )
    const proposed = proposedMinutes(dayInJapan(now))
    const event = await tx.disasterEvent.create({
      data: {
        platformId: input.platformId,
        name: drillMark(input, input.name),
        hazard: input.hazard,
        drill: input.drill,
        clockRate,
        startedAt,
        areas: input.areas,
        firstReportMinutes: input.firstReportMinutes ?? proposed.firstReportMinutes,
        reportEveryMinutes: input.reportEveryMinutes ?? proposed.reportEveryMinutes,
        presumedSeriousMinutes: input.presumedSeriousMinutes ?? proposed.presumedSeriousMinutes,
        buddyMinutes: input.buddyMinutes ?? proposed.buddyMinutes,
        councilMinutes: input.councilMinutes ?? proposed.councilMinutes,
        openedAt: now,
        openedByUserId: viewer.userId,
        openingReason: input.reason,
      },
    })
    const buddies = buddiesOf(facilities)
    await tx.calledFacility.createMany({
      data: facilities.map(({ id }) => ({
        eventId: event.id,
        facilityId: id,
        buddyFacilityId: buddies.get(id) ?? null,
        calledAt: now,
      })),
    })
    emit(events.EventOpened, ofEvent(event), toNetwork(event))
    return { disasterEventId: event.id }
  },
})
