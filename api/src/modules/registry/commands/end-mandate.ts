import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { sqlIn } from '../absorbing.ts'
import { todayAt } from '../corporation-writing.ts'
import { bothSides, end } from '../mandate-writing.ts'
import { previewKeyOf, previewMandateEnd } from '../mandate-work.ts'
import * as policy from '../policy/mandates.ts'
import { mandateStateOf } from '../rules/mandates.ts'

const hasEnded = () => new RuleProblem('MANDATE_HAS_ENDED', 'The mandate has ended already.')

/** 「やめる」「返す」 */
export const endMandate = command({
  name: 'endMandate',
  description:
    'The corporation’s administrator takes back what was entrusted, or the holder’s people give it back, after having seen what is open and depends on it. It ends at once; what was done by it stays, and open work goes to the corporation’s own people.',
  scope: 'registry:write',
  input: z.object({
    mandateId: idOf('Mandate').describe('What was entrusted.'),
    previewKey: z.string().max(100).describe('From `mandateEndPreview`: what the person was shown.'),
  }),
  subject: (tx, { mandateId }, viewer) =>
    tx.mandate.findFirst({ where: { AND: [{ id: mandateId }, policy.mandatesVisibleTo(viewer)] } }),
  may: policy.endMandate,
  auditAudience: (mandate) => bothSides(mandate),
  async run({ tx, subject: mandate, input, viewer, now, emit }) {
    if (mandateStateOf(mandate, todayAt(now)) === 'ENDED') throw hasEnded()
    const preview = await previewMandateEnd(sqlIn(tx), mandate, now)
    if (previewKeyOf(mandate.id, mandate.version, preview) !== input.previewKey)
      throw new RuleProblem('MANDATE_PREVIEW_OUTDATED', 'What depends on it has changed; look at it again.')
    const because = policy.givesBack(viewer, mandate) ? 'RETURNED' : 'REVOKED'
    if (!(await end({ tx, emit, now }, mandate, because, viewer.userId))) throw hasEnded()
    return { mandateId: mandate.id, corporationId: mandate.corporationId }
  },
})
