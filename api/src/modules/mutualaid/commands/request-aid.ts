import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem, type Issue } from '../../../kernel/problems.ts'
import { loadEvent, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { aidKind, count, staffSkill, words } from '../inputs.ts'
import { askForAid } from '../policy/events.ts'

/** 「応援を頼む」 */
export const requestAid = command({
  name: 'requestAid',
  description:
    'A facility that an event has called asks for staff, goods, vehicles or beds; the coordinator asks for any of them or for the network.',
  scope: 'mutualaid:write',
  input: z.object({
    eventId: idOf('DisasterEvent').describe('The event, which is on.'),
    kind: aidKind.describe('What kind of help.'),
    facilityId: idOf('Facility').nullable().describe('For whom, a called facility; null = for the network.'),
    skill: staffSkill.nullable().describe('For staff: what they can do.'),
    itemId: idOf('StockItem').nullable().describe('For goods: which.'),
    detail: words(200).describe('What should be known besides; no names, at most 200 characters.'),
    quantity: count().describe('How many persons, vehicles, beds or units of the item.'),
    neededBy: instant().describe('Until when it is needed there.'),
    startsAt: instant().nullable().describe('For all but goods: from when.'),
    endsAt: instant().nullable().describe('For all but goods: until when.'),
    place: words(100).describe('Where to bring it; empty = to the facility.'),
    idempotencyKey: idempotencyKey(),
  }),
  secret: ['detail', 'place'],
  subject: async (tx, { eventId, facilityId }, viewer) => {
    const event = await loadEvent(tx, eventId, viewer)
    if (!event) return null
    const called =
      facilityId === null
        ? null
        : await tx.calledFacility.findUnique({
            where: { eventId_facilityId: { eventId, facilityId } },
            select: { facility: { select: { id: true, corporationId: true } } },
          })
    if (facilityId !== null && !called) return null
    return {
      event,
      platformId: event.platformId,
      facilityId: called?.facility.id ?? null,
      corporationId: called?.facility.corporationId ?? null,
    }
  },
  may: (viewer, subject) => askForAid(viewer, subject.event, subject),
  async run({ tx, subject: { event, facilityId }, input, viewer, now, emit }) {
    const { kind, skill, itemId, startsAt, endsAt } = input
    const issues: Issue[] = []
    const missing = (path: string) =>
      issues.push({ path: [path], code: 'REQUIRED', message: 'this kind of help needs it' })
    if (kind === 'STAFF' && skill === null) missing('skill')
    if (kind === 'GOODS' && itemId === null) missing('itemId')
    if (kind !== 'GOODS' && startsAt === null) missing('startsAt')
    if (kind !== 'GOODS' && endsAt === null) missing('endsAt')
    if (startsAt && endsAt && endsAt <= startsAt)
      issues.push({ path: ['endsAt'], code: 'ENDS_BEFORE', message: 'ends before it begins' })
    if (issues.length > 0) throw new ValidationProblem(issues)
    if (kind === 'GOODS' && itemId !== null) {
      const today = dateOf(dayInJapan(now))
      const item = await tx.stockItem.findFirst({
        where: {
          id: itemId,
          validFrom: { lte: today },
          OR: [{ validTo: null }, { validTo: { gte: today } }],
        },
        select: { id: true },
      })
      if (!item) throw new RuleProblem('NO_SUCH_STOCK_ITEM', 'The list of today has no such item.')
    }
    const { id } = await tx.aidRequest.create({
      data: {
        eventId: event.id,
        kind,
        facilityId,
        skill: kind === 'STAFF' ? skill : null,
        itemId: kind === 'GOODS' ? itemId : null,
        detail: input.detail,
        quantity: input.quantity,
        neededBy: input.neededBy,
        startsAt: kind === 'GOODS' ? null : startsAt,
        endsAt: kind === 'GOODS' ? null : endsAt,
        place: input.place,
        requestedAt: now,
        byUserId: viewer.userId,
      },
    })
    await noteChange(tx, { requestId: id, act: 'REQUESTED', quantity: input.quantity }, { viewer, now })
    emit(events.AidRequested, { ...ofEvent(event), requestId: id }, toldOf(event, id))
    return { aidRequestId: id }
  },
})
