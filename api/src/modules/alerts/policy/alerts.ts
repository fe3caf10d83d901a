import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

const WATCHERS: readonly RoleName[] = [
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'PLATFORM_AUDITOR',
  'MUNICIPAL_LIAISON',
]

/** Whoever brings messages in, and may therefore see what could not be read: it might be anything. */
const bringsIn = (viewer: Viewer): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'MUNICIPAL_LIAISON', 'SYSTEM_OPERATOR')

/** Messages are public facts of the 気象庁 and seen by everybody who acts for a body; what could not be read is not. */
export function messagesVisibleTo(viewer: Viewer): Prisma.AlertMessageWhereInput {
  if (!viewer.acting) return { id: { in: [] } }
  return bringsIn(viewer) ? {} : { reading: { not: 'UNREADABLE' } }
}

export const areasVisibleTo = (viewer: Viewer): Prisma.AlertAreaWhereInput => ({
  message: { is: messagesVisibleTo(viewer) },
})

/** Which networks a message concerns is seen by their own people. */
export const concernsVisibleTo = (viewer: Viewer): Prisma.AlertConcernWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

/** Suggestions are seen by the officers of the network and by the municipality. */
export function suggestionsVisibleTo(viewer: Viewer): Prisma.AlertSuggestionWhereInput {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  return actsAs(viewer, ...WATCHERS) ? { platformId: { in: [...viewer.platformIds] } } : { id: { in: [] } }
}

/** Thresholds for all are everybody's who is signed in; a network's own are its people's. */
export function thresholdsVisibleTo(viewer: Viewer): Prisma.AlertThresholdWhereInput {
  if (viewer.userId === null) return { id: { in: [] } }
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  return { OR: [{ platformId: null }, { platformId: { in: [...viewer.platformIds] } }] }
}

/** Who may put a message in: secretariats, the municipality and the operator; the portal's own task. */
export function receive(viewer: Viewer): Verdict {
  if (isSystem(viewer)) return allow
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return bringsIn(viewer) ? allow : deny('ONLY_WATCHERS_BRING_ALERTS')
}

/** Who is asked whether an event is opened. */
export const isAsked = (viewer: Viewer): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'MUNICIPAL_LIAISON')

interface SuggestionRef {
  readonly platformId: string
}

/** Who answers a suggestion: the secretariat of the network, or the municipality it stands in. */
export function decide(viewer: Viewer, { platformId }: SuggestionRef): Verdict {
  if (!isAsked(viewer)) return deny('ONLY_THE_SECRETARIAT_DECIDES_ALERTS')
  return viewer.platformIds.includes(platformId) ? allow : deny('NOT_YOUR_NETWORK')
}

/** A secretariat sets the thresholds of its own network; the operator those for all. */
export function decideThreshold(
  viewer: Viewer,
  { platformId }: { readonly platformId: string | null },
): Verdict {
  if (platformId === null) return actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_DECIDES_ALERTS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}
