import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { alertSignal } from '../inputs.ts'
import * as policy from '../policy/alerts.ts'
import { HEAVIEST } from '../rules/suggesting.ts'

/** 「開くかを聞く目安を決める」 */
export const decideAlertThreshold = command({
  name: 'decideAlertThreshold',
  description:
    'A secretariat sets from a day on from which weight on messages make a suggestion in its network; the operator does for all networks that have set none.',
  input: z.object({
    platformId: idOf('Platform').optional().describe('The network; left out = for all.'),
    signal: alertSignal.describe('By what the weight is measured.'),
    minimum: z.int().min(1).max(9).describe('The least weight, by the scale of the signal.'),
    startsOn: day().describe('First day it holds, today at the earliest.'),
    basis: z.string().trim().min(1).max(300).describe('On what it rests, e.g. an agreement with the city.'),
    checked: z.boolean().optional().describe('Whether it was checked against that source; otherwise 未確認.'),
  }),
  subject: async (tx, { platformId }) => {
    if (platformId === undefined) return { platformId: null }
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.decideThreshold,
  onConstraint: {
    alert_threshold_platform_id_signal_starts_on_key: () => alreadySet(),
    alert_threshold_for_all: () => alreadySet(),
  },
  async run({ tx, subject: { platformId }, input, viewer, now, emit }) {
    if (input.minimum > HEAVIEST[input.signal])
      throw new ValidationProblem([
        {
          path: ['minimum'],
          code: 'TOO_BIG',
          message: `at most ${HEAVIEST[input.signal]} for ${input.signal}`,
        },
      ])
    // What held yesterday is why somebody was asked, or was not: that is not written over afterwards.
    if (input.startsOn < dateOf(dayInJapan(now)))
      throw new ValidationProblem([{ path: ['startsOn'], code: 'IN_THE_PAST', message: 'has passed' }])
    const { id } = await tx.alertThreshold.create({
      data: {
        platformId,
        signal: input.signal,
        minimum: input.minimum,
        startsOn: input.startsOn,
        basis: input.basis,
        ...(input.checked && { confirmedAt: now, confirmedByUserId: viewer.userId }),
      },
    })
    emit(
      events.ThresholdDecided,
      { thresholdId: id },
      {
        audience: platformId === null ? [] : [`platform:${platformId}`],
        entities: [globalId('AlertThreshold', id)],
      },
    )
    return { alertThresholdId: id }
  },
})

const alreadySet = () =>
  new RuleProblem('THRESHOLD_SET_FOR_THAT_DAY', 'There is one from that day on already.')
