import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { outputForm } from '../inputs.ts'
import * as policy from '../policy.ts'

/** 「様式をファイルで受け取る」 */
export const takeOutput = command({
  name: 'takeOutput',
  description: 'Who sees an event takes one of its forms as a file; the audit keeps who took which.',
  scope: 'outputs:read',
  input: z.object({
    eventId: z.uuid().describe('The event.'),
    form: outputForm.describe('Which form.'),
    format: z.enum(['csv', 'xlsx', 'xml']).describe('In which format.'),
  }),
  subject: async (tx, { eventId }, viewer) => {
    const event = await tx.disasterEvent.findUnique({
      where: { id: eventId },
      select: { id: true, platformId: true },
    })
    return event && policy.seesEventsOf(viewer, event.platformId) ? event : null
  },
  may: (viewer, { platformId }, { form }) => policy.readForm(viewer, platformId, form),
  auditSubject: (_result, { id }) => ({ type: 'DisasterEvent', id }),
  async run({ subject }) {
    return { taken: subject.id }
  },
})
