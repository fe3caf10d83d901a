import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const WORKED_OUT: ReadonlySet<string> = new Set([
  'disasterBoard',
  'reportDesk',
  'eventReview',
  'disasterEvents',
  'facilityDevices',
  'calledFacility',
])

/** What is worked out from an event has no identity of its own: it is read again where it is shown. */
export function forgetBoards(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (WORKED_OUT.has(fieldName)) cache.invalidate('Query', fieldKey)
}

const ACTS =
  'openEvent closeEvent assignBuddy sendStatusReport confirmSilentFacility noteStateFiling requestOpening answerOpening decideOpening openShelter recordDeFactoOpening reportFigures declareShelterFull resumeAcceptance closeShelter withdrawOpeningRequest enrolDevice revokeDevice'

/** Who acts sees it at once; everybody else's acts come as events. */
export const disasterUpdates: NonNullable<UpdatesConfig['Mutation']> = Object.fromEntries(
  ACTS.split(' ').map((act) => [
    act,
    (_result: unknown, _args: unknown, cache: Cache) => forgetBoards(cache),
  ]),
)
