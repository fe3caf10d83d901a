import type { Behalf } from '../../../kernel/audit.ts'
import type { Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type HeldMandate, type MandatePermission, type Viewer } from '../../../kernel/viewer.ts'

// What the policies of the registry ask of the mandates that a viewer carries.

/** The viewer with nothing but the acting body's own rights. */
const withoutMandates = (viewer: Viewer): Viewer => ({ ...viewer, mandates: [] })

/** The mandate by which the acting body may do something for a corporation today; null if there is none. */
export const mandateFor = (
  { mandates }: Viewer,
  corporationId: string | null,
  permission: MandatePermission,
): HeldMandate | null =>
  mandates.find((mandate) => mandate.corporationId === corporationId && mandate.permission === permission) ??
  null

/** Corporations that have entrusted the acting body with something. */
export const entrustedBy = ({ mandates }: Viewer, permission: MandatePermission): string[] =>
  mandates.flatMap((mandate) => (mandate.permission === permission ? [mandate.corporationId] : []))

/** Whether the acting body, entrusted by a corporation, sees all contacts of it: secretariats see their members'. */
export const seesAllContactsOf = (viewer: Viewer, corporationId: string | null): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') || mandateFor(viewer, corporationId, 'SEE_ALL_CONTACTS') !== null

/** The corporation whose right a verdict rests on; null when the acting body's own rights are enough. */
export function behalfOf(
  viewer: Viewer,
  corporationId: string | null,
  decide: (viewer: Viewer) => Verdict,
): Behalf | null {
  const held = viewer.mandates.find((mandate) => mandate.corporationId === corporationId)
  if (!held || decide(withoutMandates(viewer)).allowed) return null
  return { key: `CORPORATION:${held.corporationId}`, name: held.corporationName }
}
