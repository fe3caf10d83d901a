import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem, type Issue } from '../../../kernel/problems.ts'
import { loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { costKind, count, line, words } from '../inputs.ts'
import { runOffer } from '../policy/events.ts'

/** 「時間・費用を書く」 */
export const noteAidCost = command({
  name: 'noteAidCost',
  description:
    'Hours, goods or money that a dispatch took on a day, under one category of 災害救助法. One thing is noted once, so that it is claimed under one category.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, accepted once.'),
    kind: costKind.describe('What it took.'),
    categoryId: idOf('ReliefCategory').describe('Under what it is claimed.'),
    onDate: day().describe('On which day; not after today.'),
    what: line(60).describe('What it was for, e.g. 夜勤, 高速代; no names.'),
    minutes: z.int().min(1).max(1_440).nullable().describe('For hours: minutes worked.'),
    quantity: count().nullable().describe('For goods: how many units.'),
    yen: z
      .int()
      .min(0)
      .max(2_000_000_000)
      .nullable()
      .describe('Yen with tax; for hours and goods null = not known yet.'),
    evidence: words(120).describe('Which paper shows it, and where it is kept.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: {
    aid_cost_claimed_once: () => new RuleProblem('COST_NOTED_ALREADY', 'It is noted already.'),
  },
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, offering }) => runOffer(viewer, event, offering),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    const { kind, categoryId, onDate, minutes, quantity, yen } = input
    if (offer.acceptedAt === null)
      throw new RuleProblem('COST_OF_NO_DISPATCH', 'The offer was never accepted.')
    const issues: Issue[] = []
    const missing = (path: string) =>
      issues.push({ path: [path], code: 'REQUIRED', message: 'this kind of cost needs it' })
    if (kind === 'HOURS' && minutes === null) missing('minutes')
    if (kind === 'GOODS' && quantity === null) missing('quantity')
    if ((kind === 'TRAVEL' || kind === 'OTHER') && yen === null) missing('yen')
    if (onDate > dateOf(dayInJapan(now)))
      issues.push({ path: ['onDate'], code: 'IN_THE_FUTURE', message: 'is still to come' })
    if (issues.length > 0) throw new ValidationProblem(issues)
    const category = await tx.reliefCategory.findFirst({
      where: {
        id: categoryId,
        validFrom: { lte: onDate },
        OR: [{ validTo: null }, { validTo: { gte: onDate } }],
      },
      select: { id: true },
    })
    if (!category) throw new RuleProblem('NO_SUCH_CATEGORY', 'There was no such category on that day.')
    const { id } = await tx.aidCost.create({
      data: {
        offerId: offer.id,
        kind,
        categoryId,
        onDate,
        what: input.what,
        minutes: kind === 'HOURS' ? minutes : null,
        quantity: kind === 'GOODS' ? quantity : null,
        yen,
        evidence: input.evidence,
        notedAt: now,
        byUserId: viewer.userId,
      },
    })
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'COST_NOTED', note: input.what },
      { viewer, now },
    )
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'COST_NOTED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidCostId: id, aidOfferId: offer.id }
  },
})
