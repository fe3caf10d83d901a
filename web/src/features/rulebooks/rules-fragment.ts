import { graphql } from '../../generated/gql.ts'

/** Everything a rulebook says, for sentences and for the form. */
export const Rulebook_rules = graphql(`
  fragment Rulebook_rules on Rulebook {
    name
    classes {
      code
      name
      votes
      openTo
      clause
    }
    votes {
      weighting
      largestShare {
        numerator
        denominator
      }
      welfareMajority
      clause
    }
    organs {
      organ
      name
      voters
      notice {
        days
        daysIfWritten
        waivedByConsent
        waivedIfWritten
        clause
      }
      recordDate {
        daysBefore
        clause
      }
      quorum {
        unit
        base
        share {
          numerator
          denominator
        }
        reach
        clause
      }
      counted {
        online
        proxy
        written
        clause
      }
      proxy {
        allowed
        perHolder
        clause
      }
      written {
        allowed
        clause
      }
      conflict {
        excludes
        clause
      }
      suspension {
        countedInBase
        clause
      }
      chair {
        votes
        settlesTies
        clause
      }
      ballotsHiddenUntilClose {
        hidden
        clause
      }
      writtenResolution {
        clause
      }
      omission {
        auditorMayObject
        clause
      }
      resolutions {
        code
        name
        majority {
          unit
          base
          share {
            numerator
            denominator
          }
          reach
          clause
        }
        quorum {
          unit
          base
          share {
            numerator
            denominator
          }
          reach
          clause
        }
        tieGoesToChair
        clause
      }
    }
    terms {
      office
      years
      clause
    }
    administrators {
      least
      clause
    }
    leaving {
      noticeDays
      clause
    }
  }
`)
