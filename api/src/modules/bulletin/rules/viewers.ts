import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** Matches nothing. */
export const nothing = { id: { in: [] as string[] } }

/** The network whose officer the viewer acts as; null for everybody else. */
export const officersNetwork = (viewer: Viewer): string | null =>
  actsAs(viewer, ...OFFICERS) ? (viewer.acting?.platformId ?? null) : null

/** What is told to a committee is seen beside its members by the secretariat and the auditors; the chair sits in it or not. */
export const seesEveryCommittee = (viewer: Viewer): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_AUDITOR')

/** The member the viewer acts for: a corporation, or the one behind a facility; null for everybody else. */
export const membersCorporation = (viewer: Viewer): string | null =>
  viewer.acting?.kind === 'CORPORATION' || viewer.acting?.kind === 'FACILITY'
    ? viewer.acting.corporationId
    : null

/** Networks whose members' papers the viewer may read. */
export const networksOf = (viewer: Viewer): readonly string[] => {
  const own = officersNetwork(viewer)
  if (own !== null) return [own]
  // Who holds an office and is nothing else in the network reads what its members read.
  if (actsAs(viewer, 'PLATFORM_OFFICER')) return viewer.platformIds
  return membersCorporation(viewer) === null ? [] : viewer.platformIds
}

/** What a network keeps is looked after by its secretariat. */
export function lookAfter(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_KEEPS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}
