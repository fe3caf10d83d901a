import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const OF_EVENTS: ReadonlySet<string> = new Set([
  'aidOffer',
  'aidRequest',
  'aidRequests',
  'aidSituation',
  'situationLines',
  'sinceLastHere',
  'stockPicture',
  'todos',
])

/** Lists and counts of an event and of a facility's registers are read again. */
export function forgetMutualAid(cache: Cache): void {
  for (const { fieldName, fieldKey, arguments: given } of cache.inspectFields('Query')) {
    if (OF_EVENTS.has(fieldName)) cache.invalidate('Query', fieldKey)
    if (fieldName === 'facility' && typeof given?.id === 'string')
      cache.invalidate({ __typename: 'Facility', id: given.id })
    if (fieldName === 'platform' && typeof given?.id === 'string')
      cache.invalidate({ __typename: 'Platform', id: given.id })
  }
}

const forget = (_result: unknown, _args: unknown, cache: Cache) => forgetMutualAid(cache)

const ACTS = [
  'requestAid',
  'claimAidRequest',
  'releaseAidClaim',
  'correctAidQuantity',
  'closeAidRequest',
  'offerAid',
  'acceptAidOffer',
  'declineAidOffer',
  'withdrawAidOffer',
  'dispatchAid',
  'confirmAidArrival',
  'returnAid',
  'noteAidCost',
  'strikeAidCost',
  'writeSituationLine',
  'correctSituationLine',
  'markSituation',
  'registerAidResource',
  'retireAidResource',
  'addStockLot',
  'countStockLot',
  'takeFromStock',
  'fixStockMinimum',
  'lendStock',
  'takeBackStock',
  'recordInspection',
  'finishInspectionDefect',
  'countStaffSkill',
  'recordMutualAidAgreement',
  'endMutualAidAgreement',
] as const

/** What acts of mutual aid change beside what comes back. */
export const mutualaidUpdates: NonNullable<UpdatesConfig['Mutation']> = Object.fromEntries(
  ACTS.map((act) => [act, forget]),
)
