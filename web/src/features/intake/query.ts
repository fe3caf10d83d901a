import { graphql } from '../../generated/gql.ts'

/** What a shelter's pages know beside the people themselves. */
export const IntakePage = graphql(`
  query IntakePage($openingId: ID!) {
    intakeBook(openingId: $openingId) {
      calledFacilityId
      eventName
      drill
      facilityName
      sample
      closedAt
      keeps
      handsOut
      counts {
        need
        day
        night
      }
      exportedAt
      destroyOn
      sheets {
        number
        state
        expiresAt
        lines
      }
      departures {
        transferId
        state
        shelter
        declinedBecause
      }
      arrivals {
        transferId
        state
        name
        needs
        shelter
      }
      others {
        openingId
        name
      }
      places {
        referralKeys
        reference
        shelter
        openingId
        takenOffBecause
      }
      equipment
      certificate {
        persons
        values
        searches
        exportedAt
        destroyedAt
        contentHash
      }
    }
  }
`)
