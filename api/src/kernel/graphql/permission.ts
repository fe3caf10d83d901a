import type { Verdict } from '../verdict.ts'
import { builder } from './builder.ts'

/** How a verdict of a policy appears in the graph. */
export const Permission = builder.objectRef<Verdict>('Permission').implement({
  description: 'Whether the viewer may do something, by the same policy that is enforced when it is tried.',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', { description: 'True if it would be allowed now.' }),
    reason: t.string({
      nullable: true,
      description: 'If not allowed: why, as a SCREAMING_SNAKE code with a Japanese text in the portal.',
      resolve: (verdict) => (verdict.allowed ? null : verdict.reason),
    }),
  }),
})
