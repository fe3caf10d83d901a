import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, isSystem, type Viewer } from '../../kernel/viewer.ts'

/** Webhooks are seen by the secretariat, chair and auditor of their network. */
export function webhooksVisibleTo(viewer: Viewer): Prisma.WebhookWhereInput {
  return actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR') && viewer.acting
    ? { platformId: viewer.acting.platformId ?? { in: [] } }
    : { id: { in: [] } }
}

export const deliveriesVisibleTo = (viewer: Viewer): Prisma.WebhookDeliveryWhereInput => ({
  webhook: { is: webhooksVisibleTo(viewer) },
})

/** Whose work webhooks are. */
export const isKeeper = (viewer: Viewer): boolean => actsAs(viewer, 'PLATFORM_SECRETARIAT')

/** The secretariat alone lets other systems hear what happens in its network. */
export function manage(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!isKeeper(viewer)) return deny('ONLY_THE_SECRETARIAT_KEEPS_WEBHOOKS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Nobody stops a webhook because it fails but the portal itself. */
export const stopFailing = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))
