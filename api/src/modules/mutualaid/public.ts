// What other modules may call, within their own transaction or on the read path.

export {
  claimLines,
  unclaimedDispatches,
  type ClaimLine,
  type UnclaimedDispatch,
} from './queries/claim-lines.ts'
export { nightReach, stockDays, type NightReach, type StockDays } from './queries/for-readiness.ts'
