import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { mayGo } from '../rules/documents.ts'
import { lookAfter, networksOf, nothing, officersNetwork } from '../rules/viewers.ts'

/**
 * A network's officers see its whole shelf, with what was deleted and why; a member's people see what is meant for members
 * and has a file.
 */
export function documentsVisibleTo(viewer: Viewer): Prisma.DocumentWhereInput {
  const own = officersNetwork(viewer)
  if (own !== null) return { platformId: own }
  const platformIds = networksOf(viewer)
  if (platformIds.length === 0) return nothing
  return {
    platformId: { in: [...platformIds] },
    audience: 'MEMBERS',
    latestNumber: { gt: 0 },
    deletedAt: null,
  }
}

/** Versions that have arrived are seen with their document. */
export const versionsVisibleTo = (viewer: Viewer): Prisma.DocumentVersionWhereInput => ({
  receivedAt: { not: null },
  document: { is: documentsVisibleTo(viewer) },
})

/** Who has opened what is seen by the network's officers; one's own is seen by oneself. */
export function readingsVisibleTo(viewer: Viewer): Prisma.DocumentReadingWhereInput {
  if (!viewer.userId) return nothing
  const own = officersNetwork(viewer)
  const mine = { userId: viewer.userId }
  return own === null ? mine : { OR: [mine, { version: { is: { document: { is: { platformId: own } } } } }] }
}

interface Shelved {
  readonly platformId: string
  readonly deletedAt: Date | null
}

/** Papers are put in and corrected by the secretariat, as long as they stand there. */
export function keepDocument(viewer: Viewer, document: Shelved): Verdict {
  const verdict = lookAfter(viewer, document)
  if (!verdict.allowed) return verdict
  return document.deletedAt === null ? allow : deny('DOCUMENT_IS_DELETED')
}

/** Versions are added by hand; what another part of the portal has filed stays as it was filed. */
export function addVersion(viewer: Viewer, document: Shelved & { readonly sealed: boolean }): Verdict {
  const verdict = keepDocument(viewer, document)
  if (!verdict.allowed) return verdict
  return !document.sealed ? allow : deny('DOCUMENT_IS_KEPT_ELSEWHERE')
}

/** They are deleted by the secretariat, once the time of keeping is over. */
export function deleteDocument(
  viewer: Viewer,
  document: Shelved & { readonly latestNumber: number; readonly retainUntil: Date | null },
): Verdict {
  const verdict = keepDocument(viewer, document)
  if (!verdict.allowed) return verdict
  return mayGo(document, viewer.today) ? allow : deny('STILL_TO_BE_KEPT')
}

/** Whoever sees a version may open it; what was deleted has no bytes left. */
export const openVersion = (_viewer: Viewer, { deletedAt }: { readonly deletedAt: Date | null }): Verdict =>
  deletedAt === null ? allow : deny('DOCUMENT_IS_DELETED')
