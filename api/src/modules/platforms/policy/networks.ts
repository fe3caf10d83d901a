import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'

/** Who begins a network: the system operator; below an existing one, that one’s secretariat as well. */
export function begin(viewer: Viewer, { parentId }: { readonly parentId: string | null }): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_WHO_BEGINS_NETWORKS')
  return parentId !== null && viewer.acting?.platformId === parentId ? allow : deny('ONLY_BELOW_YOUR_NETWORK')
}

/** Who says how two networks stand to each other: the operator, who alone sees both. */
export const link = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')

/** Who ends a link: the operator, or the secretariat of either network. */
export function unlink(
  viewer: Viewer,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_RUNS')
  const own = viewer.acting?.platformId
  return own === fromId || own === toId ? allow : deny('NOT_YOUR_NETWORK')
}
