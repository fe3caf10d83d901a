import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { assertOpen, loadSuggestion } from '../deciding.ts'
import * as policy from '../policy/alerts.ts'
import { announceEnd } from '../receiving.ts'

/** 「開かない」 */
export const dismissAlertSuggestion = command({
  name: 'dismissAlertSuggestion',
  description:
    'The secretariat or the municipality does not open an event because of a message, and says why; it is asked again only if it becomes worse.',
  scope: 'alerts:write',
  input: z.object({
    alertSuggestionId: idOf('AlertSuggestion').describe('The suggestion.'),
    reason: z.string().trim().min(1).max(300).describe('Why no event is opened.'),
    version: version(),
  }),
  subject: (tx, { alertSuggestionId }, viewer) => loadSuggestion(tx, alertSuggestionId, viewer),
  may: policy.decide,
  async run({ tx, subject, input, viewer, now, emit }) {
    assertOpen(subject)
    await save(tx.alertSuggestion, subject, input.version, {
      state: 'DISMISSED',
      endedAt: now,
      decidedByUserId: viewer.userId,
      reason: input.reason,
    })
    announceEnd(emit, { ...subject, state: 'DISMISSED' })
    return { alertSuggestionId: subject.id }
  },
})
