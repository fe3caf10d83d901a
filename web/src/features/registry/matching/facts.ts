import { graphql } from '../../../generated/gql.ts'

/** What is shown of the two records of a pair. */
export const PairFacts = graphql(`
  fragment PairFacts_proposal on MatchProposal {
    id
    kind
    state
    score
    postponed
    reasons {
      code
      weight
      one
      other
    }
    shelter {
      ...PairShelter
    }
    otherShelter {
      ...PairShelter
    }
    facility {
      ...PairFacility
    }
    otherFacility {
      ...PairFacility
    }
    corporation {
      ...PairCorporation
    }
    otherCorporation {
      ...PairCorporation
    }
  }
`)

export const PairShelter = graphql(`
  fragment PairShelter on Shelter {
    id
    name
    sample
    address
    kind
    welfare
    acceptedPersons
    latitude
    longitude
    dataSource {
      id
      title
    }
  }
`)

export const PairFacility = graphql(`
  fragment PairFacility on Facility {
    id
    name
    sample
    address
    phone
    capacity
    latitude
    longitude
    corporation {
      id
      name
      corporateNumber
    }
    offices(first: 10) {
      nodes {
        id
        serviceKind {
          id
          shortName
        }
      }
    }
    dataSource {
      id
      title
    }
  }
`)

export const PairCorporation = graphql(`
  fragment PairCorporation on Corporation {
    id
    name
    sample
    seatAddress
    phone
    corporateNumber
    otherSpellings
    facilityCount
    dataSource {
      id
      title
    }
  }
`)
