import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']
const CORPORATION: readonly RoleName[] = ['CORPORATION_ADMIN', 'CORPORATION_REPORTER']

const nothing = { id: { in: [] } }

/** Applications are seen by the network’s officers, the corporation’s own people and the operator. */
export function applicationsVisibleTo(viewer: Viewer): Prisma.MembershipApplicationWhereInput {
  const { acting } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (acting?.platformId && actsAs(viewer, ...OFFICERS)) return { platformId: acting.platformId }
  if (acting?.corporationId && actsAs(viewer, ...CORPORATION)) return { corporationId: acting.corporationId }
  return nothing
}

/** Answers and messages are seen with their application. */
export const ofVisibleApplications = (viewer: Viewer) => ({
  application: { is: applicationsVisibleTo(viewer) },
})

/** What hangs at a network is seen by whoever sees the network. */
export const ofVisibleNetworks = (viewer: Viewer) =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

interface OfNetwork {
  readonly platformId: string
}
interface OfBoth extends OfNetwork {
  readonly corporationId: string
}

/** Who keeps a network’s members, committees and papers: its secretariat. */
export function runNetwork(viewer: Viewer, { platformId }: OfNetwork): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_RUNS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Who applies for a corporation: its administrator. */
export const applyForOwn = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'CORPORATION_ADMIN') && viewer.acting?.corporationId
    ? allow
    : deny('ONLY_THE_CORPORATION_APPLIES')

const isApplicant = (viewer: Viewer, { corporationId }: OfBoth): boolean =>
  actsAs(viewer, 'CORPORATION_ADMIN') && viewer.acting?.corporationId === corporationId

/** Who writes in the thread of an application: the two sides of it. */
export const writeToOtherSide = (viewer: Viewer, both: OfBoth): Verdict =>
  isApplicant(viewer, both) ? allow : runNetwork(viewer, both)

/** Who takes an application back: the corporation; an invitation also the network that sent it. */
export function withdraw(viewer: Viewer, both: OfBoth & { readonly state: string }): Verdict {
  if (isApplicant(viewer, both)) return allow
  return both.state === 'INVITED' ? runNetwork(viewer, both) : deny('ONLY_THE_APPLICANT_WITHDRAWS')
}

/** Who writes down that a member leaves: the member itself, or the secretariat that was told so. */
export const leave = (viewer: Viewer, both: OfBoth): Verdict => writeToOtherSide(viewer, both)

/** A link is seen by whoever sees one of the two networks. */
export const linksVisibleTo = (viewer: Viewer): Prisma.PlatformLinkWhereInput => {
  const seen = { in: [...viewer.platformIds] }
  return actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { OR: [{ fromId: seen }, { toId: seen }] }
}

/** The network whose upkeep is the viewer’s work: its secretariat’s and its chair’s. */
export const networkKeptBy = (viewer: Viewer): string | null =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR') ? (viewer.acting?.platformId ?? null) : null

/** The corporation for which the viewer answers invitations. */
export const corporationAnsweredFor = (viewer: Viewer): string | null =>
  actsAs(viewer, 'CORPORATION_ADMIN') ? (viewer.acting?.corporationId ?? null) : null

/** The corporation that looks for networks to join. */
export const corporationLooking = (viewer: Viewer): string | null =>
  actsAs(viewer, ...CORPORATION) ? (viewer.acting?.corporationId ?? null) : null

/** Whether the viewer sees a network from inside, and whether as one of its officers. */
export function sightOf(viewer: Viewer, platformId: string): 'OFFICER' | 'INSIDER' | null {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return 'OFFICER'
  if (!viewer.platformIds.includes(platformId)) return null
  return viewer.acting?.platformId === platformId && actsAs(viewer, ...OFFICERS) ? 'OFFICER' : 'INSIDER'
}
