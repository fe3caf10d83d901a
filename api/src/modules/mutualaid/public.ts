// What other modules may call on the read path.

export { claimLines, unclaimedDispatches } from './queries/claim-lines.ts'
export { nightReach, stockDays } from './queries/for-readiness.ts'
