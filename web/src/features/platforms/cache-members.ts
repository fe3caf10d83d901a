import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

/** Roots that count, list or judge what hangs at networks. */
const ROOTS: ReadonlySet<string> = new Set([
  'networkStanding',
  'networksToJoin',
  'linkedNetworks',
  'carriedDecisions',
  'duesStanding',
  'membershipDues',
  'platformMemberships',
  'platforms',
  'todos',
])

/** Reads anew what hangs at networks, wherever it is shown. */
export function forgetNetworks(cache: Cache): void {
  for (const { fieldName, fieldKey, arguments: given } of cache.inspectFields('Query')) {
    if (ROOTS.has(fieldName)) cache.invalidate('Query', fieldKey)
    if (fieldName === 'platform' && typeof given?.id === 'string')
      cache.invalidate({ __typename: 'Platform', id: given.id })
  }
}

const ACTS = [
  'admitMember',
  'applyForMembership',
  'applyForPolicyApproval',
  'appointOfficer',
  'arrangeAdmission',
  'declineApplication',
  'dissolveCommittee',
  'draftPolicy',
  'editCommittee',
  'editPlatformProfile',
  'endCommitteeSeat',
  'endOffice',
  'endPlatformLink',
  'enrollMember',
  'establishCommittee',
  'expelMember',
  'inviteCorporation',
  'inviteOfficer',
  'leaveNetwork',
  'liftSuspension',
  'linkPlatforms',
  'recordCertificate',
  'recordEvaluation',
  'recordFiling',
  'recordPolicyApproval',
  'registerPlatform',
  'seatCommitteeMember',
  'reclassifyMember',
  'drawPlatformArea',
  'settleResponsibilities',
  'choosePromotionBusinesses',
  'chargeDues',
  'correctDues',
  'noteDuesPaid',
  'reopenDues',
  'waiveDues',
  'planPlatformYear',
  'startPlatformFromTemplate',
  'suspendMember',
  'tieOffice',
  'untieOffice',
  'withdrawApplication',
] as const

/** What keeping a network changes beside what comes back. */
export const networkUpdates: NonNullable<UpdatesConfig['Mutation']> = Object.fromEntries(
  ACTS.map((act) => [act, (_result: unknown, _args: unknown, cache: Cache) => forgetNetworks(cache)]),
)
