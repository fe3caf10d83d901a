import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../kernel/viewer.ts'

/** Rulebooks, drafts too, are seen by whoever sees the network: its members talk about a draft before they adopt it. */
export const visibleTo = (viewer: Viewer): Prisma.RulebookVersionWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

/** Who writes a network's rulebook: its secretariat and its chair. */
export function write(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR')) return deny('ONLY_SECRETARIAT_OR_CHAIR')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** What was adopted stands; only a draft is changed, adopted or dropped. */
export function changeDraft(
  viewer: Viewer,
  version: { readonly platformId: string; readonly effectiveOn: Date | null },
): Verdict {
  const verdict = write(viewer, version)
  if (!verdict.allowed) return verdict
  return version.effectiveOn === null ? allow : deny('RULEBOOK_STANDS')
}

/** The same, asked of the network itself. */
export const writeOf = (viewer: Viewer, { id }: { readonly id: string }): Verdict =>
  write(viewer, { platformId: id })
