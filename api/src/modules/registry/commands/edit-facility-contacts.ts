import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { contactAudience, editedFacility, email, line, optionalLine, phone } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { contactFaults } from '../rules/contact-rows.ts'
import { planRows, strangeRows } from '../rules/rows.ts'

const contact = z.object({
  id: idOf('FacilityContact').nullable().describe('The contact as it stands; null for a new one.'),
  roleTitle: line(100).describe('Role, e.g. 施設長.'),
  personName: optionalLine(100).describe('Name of the person; null when the role is a desk.'),
  personKana: optionalLine(100).describe('Reading of the name.'),
  dayPhone: phone().describe('Telephone by day; null if none.'),
  nightPhone: phone().describe('Telephone at night and on holidays; null if none.'),
  email: email().describe('E-mail address; null if none.'),
  backupName: optionalLine(100).describe('Whom to call when the first cannot be reached.'),
  backupPhone: phone().describe('Telephone of that person.'),
  sinceOn: day().nullable().describe('Since when the person is in charge.'),
  audience: contactAudience.describe('Who besides the own people may see it.'),
})

/** 「連絡先を直す」 */
export const editFacilityContacts = command({
  name: 'editFacilityContacts',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat write down whom to call, in the order of calling; contacts left out are removed. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  // Names and numbers are kept by the history alone, which forgets them in time.
  secret: ['contacts'],
  input: z.object({
    ...editedFacility,
    contacts: z.array(contact).max(20).describe('All contacts, in the order in which they are called.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacilityContacts(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input: { facilityId, version, contacts }, viewer, now, emit }) {
    refuseEnded(subject)
    await save(tx.facility, subject, version, {})
    const standing = (await tx.facilityContact.findMany({ where: { facilityId }, select: { id: true } })).map(
      ({ id }) => id,
    )
    assertNoIssues([
      ...strangeRows('contacts', standing, contacts),
      ...contactFaults(contacts, dateOf(dayInJapan(now))),
    ])
    const plan = planRows(standing, contacts)
    await tx.facilityContact.deleteMany({ where: { id: { in: [...plan.remove] } } })
    for (const { id, facts } of plan.keep)
      await tx.facilityContact.update({
        where: { id },
        data: { ...facts, version: { increment: 1 } },
      })
    await tx.facilityContact.createMany({
      data: plan.create.map((facts) => ({ ...facts, facilityId })),
    })
    await finishEdit({ tx, viewer, now, emit }, subject, 'CONTACTS')
    return { facilityId }
  },
})
