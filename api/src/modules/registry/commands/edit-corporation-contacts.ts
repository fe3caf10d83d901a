import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { email, optionalText, phone, text } from '../corporation-inputs.ts'
import { announceEdit, findCorporation, refuseEnded, todayAt } from '../corporation-writing.ts'
import { contactAudience } from '../facility-inputs.ts'
import {
  corporationEditedOnBehalfOf,
  editCorporationContacts as mayEditContacts,
} from '../policy/corporation.ts'

const contact = z.object({
  roleTitle: text(40).describe('Role, e.g. 理事長, 本部事務局長, 防災の担当; at most 40 characters.'),
  personName: optionalText(60).describe('Name of the person; null when the role is a desk.'),
  personKana: optionalText(60).describe('Reading of the name; null if not given.'),
  dayPhone: phone().describe('Telephone by day in any writing; null if none.'),
  nightPhone: phone().describe('Telephone at night and on holidays; null if none.'),
  email: email().describe('E-mail address; null if none.'),
  backupName: optionalText(60).describe('Whom to call when the first cannot be reached.'),
  backupPhone: phone().describe('Telephone of the backup; null if none.'),
  sinceOn: day().nullable().default(null).describe('Since when the person has the role; null if not given.'),
  audience: contactAudience.describe('Who besides the own people sees it.'),
})

export const editCorporationContacts = command({
  name: 'editCorporationContacts',
  description:
    'Its administrator, its network’s secretariat or the system operator writes whom to call at a corporation, in the order of the list. ' +
    'What its administrator wrote counts as confirmed.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The corporation.'),
    version: version(),
    contacts: z.array(contact).max(20).describe('The whole list, the first to be called first; at most 20.'),
  }),
  secret: ['contacts'],
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: mayEditContacts,
  onBehalfOf: (viewer, corporation) => corporationEditedOnBehalfOf(viewer, corporation, 'CONTACTS'),
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    const { corporationId, contacts } = input
    const issues = contacts.flatMap(({ dayPhone, nightPhone, sinceOn, backupName, backupPhone }, n) => [
      ...(dayPhone === null && nightPhone === null
        ? [
            {
              path: ['contacts', String(n), 'dayPhone'],
              code: 'PHONE_MISSING',
              message: 'one number at least',
            },
          ]
        : []),
      ...(backupName !== null && backupPhone === null
        ? [{ path: ['contacts', String(n), 'backupPhone'], code: 'REQUIRED', message: 'the backup’s number' }]
        : []),
      ...(sinceOn !== null && sinceOn > todayAt(now)
        ? [{ path: ['contacts', String(n), 'sinceOn'], code: 'DAY_TO_COME', message: 'today or before' }]
        : []),
    ])
    if (issues.length > 0) throw new ValidationProblem(issues)
    await save(tx.corporation, subject, input.version, {})
    // Line by line, so that the history shows who became what, and not that all went and all came.
    const standing = await tx.corporationContact.findMany({
      where: { corporationId },
      orderBy: { position: 'asc' },
    })
    for (const [n, data] of contacts.entries()) {
      const current = standing[n]
      if (current) await save(tx.corporationContact, current, current.version, { ...data, position: n + 1 })
      else await tx.corporationContact.create({ data: { ...data, corporationId, position: n + 1 } })
    }
    const gone = standing.slice(contacts.length).map(({ id }) => id)
    await tx.corporationContact.deleteMany({ where: { id: { in: gone } } })
    await announceEdit({ tx, viewer, now, emit }, subject, 'CONTACTS')
    return { corporationId }
  },
})
