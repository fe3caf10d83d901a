import { graphql } from '../../generated/gql.ts'

/** The terms of a tie, whatever its stage: those of one stage are there, the others null. */
export const Tie_terms = graphql(`
  fragment Tie_terms on CollaborationTiePapers {
    id
    voluntary {
      theme
      frequency
      participants
      contact
    }
    councilJoint {
      activity
      rules
      duesYen
      fund
      cases
    }
    alliance {
      service
      scope
      feeYen
      feePer
      renewal
      noticeDays
      confidentiality
      personalData
      measures
      termination
    }
    collaboration {
      name
      certificateNumber
      certifiedOn
      authority
      businesses
    }
    board {
      form
      seats
      termEndsOn
      conflictChecked
      resolution
      purpose
    }
    transfer {
      transferOn
      offices
      assets
      staff
      consent
      designatedOn
      abolishedOn
      subsidy
      subsidyApprovedOn
      priceBasis
    }
    merger {
      form
      steps {
        step
        on
      }
    }
  }
`)
