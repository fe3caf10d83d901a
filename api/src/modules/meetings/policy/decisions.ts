import type { Prisma } from '../../../generated/prisma/client.ts'
import { any, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { runMeeting, speakFor } from './meetings.ts'

/** How much of the register of decisions a viewer sees: of which networks, and of which organ alone. */
export interface Reach {
  readonly everything: boolean
  readonly platformIds: readonly string[]
  /** Null = of all organs. */
  readonly organ: 'GENERAL_MEETING' | null
}

/** Who sees the network sees its register; what a municipality hears of is the general meeting. */
export const registerReach = (viewer: Viewer): Reach => ({
  everything: actsAs(viewer, 'SYSTEM_OPERATOR'),
  platformIds: viewer.platformIds,
  organ: actsAs(viewer, 'MUNICIPAL_LIAISON') ? 'GENERAL_MEETING' : null,
})

/** The register as far as the viewer sees it. */
export function decisionsVisibleTo(viewer: Viewer): Prisma.DecisionWhereInput {
  const { everything, platformIds, organ } = registerReach(viewer)
  if (everything) return {}
  return { platformId: { in: [...platformIds] }, ...(organ && { organ }) }
}

/** What follows from a decision is seen with it. */
export const tasksVisibleTo = (viewer: Viewer): Prisma.DecisionTaskWhereInput => ({
  decision: { is: decisionsVisibleTo(viewer) },
})

/** The network whose follow-up work and minutes are the viewer’s own work: that of its secretariat. */
export const networkLookedAfter = (viewer: Viewer): string | null =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') ? (viewer.acting?.platformId ?? null) : null

interface OfPlatform {
  readonly platformId: string
}

/** Who may note that a decision has replaced another: secretariat and chair. */
export const supersede = (viewer: Viewer, decision: OfPlatform): Verdict => runMeeting(viewer, decision)

/** Who may say what has to be done because of a decision, or that it is no longer to be done. */
export const giveTask = (viewer: Viewer, decision: OfPlatform): Verdict => runMeeting(viewer, decision)

/** Who may work on a task: whoever has to do it, and secretariat and chair, who keep the list. */
export function workOnTask(
  viewer: Viewer,
  { platformId, corporationId }: OfPlatform & { readonly corporationId: string | null },
): Verdict {
  const keepsTheList = runMeeting(viewer, { platformId })
  if (corporationId === null) return keepsTheList
  return any(keepsTheList, speakFor(viewer, { platformId, corporationId, officerUserId: null }))
}
