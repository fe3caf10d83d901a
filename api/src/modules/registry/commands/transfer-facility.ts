import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { editedFacility, line } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, handSetWith, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { transferFaults } from '../rules/transferring.ts'

/** 「運営する法人をかえる」（事業譲渡） */
export const transferFacility = command({
  name: 'transferFacility',
  description:
    'The secretariat of a network of the corporation, or the system operator, writes down that another corporation runs a facility from a day on (事業譲渡). Its offices go with it; its people, contacts and history stay with the facility.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    corporationId: idOf('Corporation').describe('The corporation that runs it from now on.'),
    onDate: day().describe('First day under the other corporation, today at the latest.'),
    reason: line(300).describe('What was decided, e.g. 事業譲渡契約; kept with the act.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.transferFacility(viewer, facility.inOwnNetwork),
  auditAudience: (_facility, { corporationId }) => [`corporation:${corporationId}`],
  async run({ tx, subject, input: { facilityId, version, corporationId, onDate }, now, emit }) {
    refuseEnded(subject)
    const corporation = await tx.corporation.findUnique({ where: { id: corporationId } })
    const today = dateOf(dayInJapan(now))
    assertNoIssues(transferFaults(subject, { onDate, corporationId, corporation }, today))
    // Set by a person: no file gives it back to the corporation before.
    await save(tx.facility, subject, version, {
      corporationId,
      handSet: handSetWith(subject, { corporationId }),
    })
    const offices = await tx.serviceOffice.findMany({
      where: { facilityId, corporationId: subject.corporationId },
    })
    for (const office of offices)
      await save(tx.serviceOffice, office, office.version, {
        corporationId,
        handSet: handSetWith(office, { corporationId }),
      })
    const bodies = [subject.corporationId, corporationId].flatMap((id) => id ?? [])
    emit(
      events.FacilityTransferred,
      {
        facilityId,
        fromCorporationId: subject.corporationId,
        toCorporationId: corporationId,
        onDate: onDate.toISOString().slice(0, 10),
      },
      {
        audience: ['public'],
        entities: [globalId('Facility', facilityId), ...bodies.map((id) => globalId('Corporation', id))],
      },
    )
    return { facilityId }
  },
})
