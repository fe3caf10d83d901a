import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { capacity, editedFacility, line, officeNumber } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, handSetWith, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { officeFaults } from '../rules/office-rows.ts'
import { strangeRows } from '../rules/rows.ts'

const office = z.object({
  id: idOf('ServiceOffice').nullable().describe('The office as it stands; null for a new one.'),
  serviceKindId: idOf('ServiceKind').describe('The service it gives.'),
  officeNumber: officeNumber().describe(
    '事業所番号: 10 characters, the last is a check digit; null for an invented office only.',
  ),
  name: line(200).describe('Name of the office.'),
  capacity: capacity().describe('Persons; null = not given. Never 0.'),
  designatedTo: day().nullable().describe('Last day of the designation; null if not given.'),
  endedOn: day().nullable().describe('Last day of the office when it is closed; null while it is at work.'),
})

/** 「サービスを直す」 */
export const editFacilityServices = command({
  name: 'editFacilityServices',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat correct, add and close service offices; an office that is left out stays as it is. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  onConstraint: {
    service_office_office_number_service_kind_id_key: () =>
      new RuleProblem('OFFICE_NUMBER_TAKEN', 'Another office has this number for this service.'),
  },
  input: z.object({
    ...editedFacility,
    offices: z.array(office).max(50).describe('Offices that were changed or added.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacility(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input: { facilityId, version, offices }, viewer, now, emit }) {
    refuseEnded(subject)
    // First the row itself: who comes second finds a conflict before anything else.
    await save(tx.facility, subject, version, {})
    const standing = await tx.serviceOffice.findMany({ where: { facilityId } })
    const byId = new Map(standing.map((row) => [row.id, row]))
    const kinds = await tx.serviceKind.findMany({
      where: { id: { in: offices.map(({ serviceKindId }) => serviceKindId) } },
      select: { id: true },
    })
    const taken = await tx.serviceOffice.findMany({
      where: {
        facilityId: { not: facilityId },
        OR: offices.flatMap(({ officeNumber: number, serviceKindId }) =>
          number === null ? [] : [{ officeNumber: number, serviceKindId }],
        ),
      },
      select: { officeNumber: true, serviceKindId: true },
    })
    assertNoIssues([
      ...strangeRows('offices', [...byId.keys()], offices),
      ...officeFaults(offices, {
        knownKinds: new Set(kinds.map(({ id }) => id)),
        taken,
        sampleOf: (id) => (id === null ? subject.sample : (byId.get(id)?.sample ?? subject.sample)),
        today: dateOf(dayInJapan(now)),
      }),
    ])

    for (const { id, ...given } of offices) {
      const facts = { ...given, status: statusOf(given.endedOn) }
      const before = id === null ? undefined : byId.get(id)
      if (before) {
        const handSet = handSetWith(before, facts)
        await save(tx.serviceOffice, before, before.version, { ...facts, handSet })
      } else {
        const { corporationId, sample } = subject
        const handSet = Object.keys(facts).toSorted()
        await tx.serviceOffice.create({ data: { ...facts, facilityId, corporationId, sample, handSet } })
      }
    }
    await nameMainService(tx, facilityId)
    await finishEdit({ tx, viewer, now, emit }, subject, 'SERVICES')
    return { facilityId }
  },
})

const statusOf = (endedOn: Date | null) => (endedOn === null ? ('ACTIVE' as const) : ('CLOSED' as const))

/** Of the services at work the first in the list of services names the facility. */
async function nameMainService(tx: Parameters<typeof findFacility>[0], facilityId: string): Promise<void> {
  const main = await tx.serviceOffice.findFirst({
    where: { facilityId, status: 'ACTIVE' },
    orderBy: [{ serviceKind: { position: 'asc' } }, { serviceKindId: 'asc' }],
  })
  await tx.facility.update({
    where: { id: facilityId },
    data: { mainServiceKindId: main?.serviceKindId ?? null },
  })
}
