import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { notFound } from '../../../kernel/problems.ts'
import { confirmWith, loadSuggestion } from '../deciding.ts'
import * as policy from '../policy/alerts.ts'

/** 「この災害として開きました」 */
export const confirmAlertSuggestion = command({
  name: 'confirmAlertSuggestion',
  description:
    'The secretariat or the municipality says for which event that was opened a suggestion was the reason; the suggestion itself never opens one.',
  scope: 'alerts:write',
  input: z.object({
    alertSuggestionId: idOf('AlertSuggestion').describe('The suggestion.'),
    eventId: idOf('DisasterEvent').describe('The event that a person has opened.'),
    version: version(),
  }),
  subject: (tx, { alertSuggestionId }, viewer) => loadSuggestion(tx, alertSuggestionId, viewer),
  may: policy.decide,
  async run({ tx, subject, input, viewer, now, emit }) {
    const event = await tx.disasterEvent.findUnique({
      where: { id: input.eventId },
      select: { id: true, platformId: true, drill: true },
    })
    if (!event || !viewer.platformIds.includes(event.platformId)) throw notFound()
    await confirmWith(tx, subject, event, { viewer, now, emit, version: input.version })
    return { alertSuggestionId: subject.id }
  },
})
