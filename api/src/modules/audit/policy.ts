import type { Prisma } from '../../generated/prisma/client.ts'
import type { Audience } from '../../kernel/events.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../kernel/viewer.ts'

const officers: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** The body whose audit the viewer may read when acting as chosen; `all` for the operator, null for nobody's. */
function bodyOf(viewer: Viewer): Audience | 'all' | null {
  const { acting } = viewer
  if (!acting) return null
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return 'all'
  if (actsAs(viewer, 'CORPORATION_ADMIN') && acting.corporationId)
    return `corporation:${acting.corporationId}`
  if (actsAs(viewer, ...officers) && acting.platformId) return `platform:${acting.platformId}`
  return null
}

/** Who may look into the audit at all: the operator, administrators of corporations, officers of networks. */
export const read = (viewer: Viewer): Verdict => (bodyOf(viewer) ? allow : deny('AUDIT_NOT_YOURS'))

/** Everybody sees what was done in the name of the own body, or to what belongs to it. */
export function visibleTo(viewer: Viewer): Prisma.AuditEntryWhereInput {
  const body = bodyOf(viewer)
  if (body === 'all') return {}
  return body ? { audience: { has: body } } : { id: { in: [] } }
}
