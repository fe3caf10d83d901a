import type { ShelterOpeningState } from '../../generated/graphql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'

interface OpeningStepsProps {
  eventId: string
  facility: {
    readonly calledFacilityId: string
    readonly openingId?: string | null
    readonly state?: ShelterOpeningState | null
  }
}

const MUST = new Set<ShelterOpeningState>(['REQUESTED', 'DECIDED'])
const HAS_BOOK = new Set<ShelterOpeningState>(['OPEN', 'FULL', 'CLOSED'])

/** Where a facility goes on with its own shelter: answer, open, take people in, close, hand the list out. */
export function OpeningSteps({
  eventId,
  facility: { calledFacilityId, openingId, state },
}: OpeningStepsProps) {
  const text = useDisastersText().steps
  return (
    <>
      {openingId && state && HAS_BOOK.has(state) && (
        <LinkButton to="/disasters/$eventId/intake/$openingId" params={{ eventId, openingId }}>
          {state === 'CLOSED' ? text.handOut : text.takeIn}
        </LinkButton>
      )}
      <LinkButton
        kind={state && MUST.has(state) ? 'main' : 'plain'}
        to="/disasters/$eventId/shelters/$calledId"
        params={{ eventId, calledId: calledFacilityId }}
      >
        {state ? text.opening[state] : text.own}
      </LinkButton>
    </>
  )
}
