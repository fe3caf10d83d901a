import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { bodyId, emailAddress, personName, roleName } from '../inputs.ts'
import { offerRole } from '../inviting.ts'
import * as policy from '../policy.ts'
import { findBody, todayAt } from '../queries.ts'
import { systemBody } from '../rules/bodies.ts'

export const invitePerson = command({
  name: 'invitePerson',
  description: 'Whoever looks after a body offers a role on it by a mail whose link opens for seven days.',
  input: z.object({
    email: emailAddress().describe('Where the link goes; full-width characters are understood.'),
    name: personName().describe('The person’s name, shown in the mail; they can correct it.'),
    role: roleName().describe('The role that is offered.'),
    bodyId: bodyId().describe(
      'Facility, corporation, network or municipality; left out for this installation.',
    ),
    startsOn: day()
      .optional()
      .describe('First day of the role; left out, the day it is accepted at the earliest.'),
    endsOn: day().optional().describe('Last day; compulsory for an auditor, at most a year after the first.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { bodyId: body }, _viewer, now) => findBody(tx, body ?? systemBody, now),
  may: (viewer, body, { role }) => policy.grant(viewer, { role, body }),
  async run({ tx, subject: body, input, viewer, now, emit }) {
    const { email, name, role, endsOn = null } = input
    const startsOn = input.startsOn ?? todayAt(now)
    const invitationId = await offerRole(
      { tx, viewer, now, emit },
      { email, name, role, body, startsOn, endsOn },
    )
    return { invitationId }
  },
})
