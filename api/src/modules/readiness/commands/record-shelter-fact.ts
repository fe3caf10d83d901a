import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { hearersOf, isOnShelf, loadRegistered } from '../facilities.ts'
import { recordShelterFact as write } from '../fact-writing.ts'
import { factKind, factSource, shelfDocument } from '../inputs.ts'
import { speakAs } from '../policy/register.ts'

/** 「指定・協定・開設を記録する」 */
export const recordShelterFact = command({
  name: 'recordShelterFact',
  description:
    'Says of a welfare shelter what is so from a moment on, in the name of a source: its head for the facility, the liaison for the municipality, the secretariat for the network and for what it heard, the operator for published files. Never changed afterwards, only withdrawn.',
  scope: 'readiness:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility.'),
    kind: factKind.describe('What is so.'),
    at: instant().describe('From when it is so; not in the future, unless it is planned.'),
    source: factSource.describe('Who says so.'),
    sourceText: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Which document, notice or person says so, at most 300 characters.'),
    documentId: shelfDocument,
    eventId: idOf('DisasterEvent')
      .optional()
      .describe(
        'The disaster or drill it belongs to; of openings and closings in one. A fact of a drill counts there alone.',
      ),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { facilityId, eventId, documentId }, viewer) {
    const facility = await loadRegistered(tx, facilityId, viewer)
    if (!(await isOnShelf(tx, documentId, viewer))) return null
    if (!facility || eventId === undefined) return facility && { ...facility, event: null }
    const event = await tx.disasterEvent.findFirst({
      where: { id: eventId, platformId: { in: [...viewer.platformIds] } },
      select: { id: true, platformId: true, drill: true },
    })
    return event && { ...facility, event }
  },
  may: (viewer, facility, { source }) => speakAs(viewer, facility, source),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { facilityId, kind, at, source, sourceText } = input
    if (at > now && kind !== 'PLANNED')
      throw new RuleProblem('FACT_IN_THE_FUTURE', 'What is to come is planned, not so.')
    const id = await write(tx, {
      facilityId,
      kind,
      at,
      source,
      sourceText,
      documentId: input.documentId ?? null,
      eventId: subject.event?.id ?? null,
      recordedByUserId: viewer.userId,
      recordedAt: now,
    })
    const audience = subject.event
      ? [`facility:${facilityId}` as const, `platform:${subject.event.platformId}` as const]
      : hearersOf(subject)
    emit(
      events.ShelterFactRecorded,
      {
        shelterFactId: id,
        facilityId,
        kind,
        eventId: subject.event?.id ?? null,
        drill: subject.event?.drill ?? false,
      },
      { audience, entities: [globalId('Facility', facilityId)] },
    )
    return { shelterFactId: id }
  },
})
