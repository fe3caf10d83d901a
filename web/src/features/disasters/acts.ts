import { graphql } from '../../generated/gql.ts'

// What can be done in an event. What it changes is read again by the screens that show it.

export const CloseEvent = graphql(`
  mutation Disaster_close($input: CloseEventInput!) {
    closeEvent(input: $input) {
      ... on CloseEventPayload {
        disasterEvent {
          id
          closedAt
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Request = graphql(`
  mutation Disaster_request($input: RequestOpeningInput!) {
    requestOpening(input: $input) {
      ... on RequestOpeningPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Answer = graphql(`
  mutation Disaster_answer($input: AnswerOpeningInput!) {
    answerOpening(input: $input) {
      ... on AnswerOpeningPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Decide = graphql(`
  mutation Disaster_decide($input: DecideOpeningInput!) {
    decideOpening(input: $input) {
      ... on DecideOpeningPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const OpenShelter = graphql(`
  mutation Disaster_open($input: OpenShelterInput!) {
    openShelter(input: $input) {
      ... on OpenShelterPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const DeFacto = graphql(`
  mutation Disaster_deFacto($input: RecordDeFactoOpeningInput!) {
    recordDeFactoOpening(input: $input) {
      ... on RecordDeFactoOpeningPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Figures = graphql(`
  mutation Disaster_figures($input: ReportFiguresInput!) {
    reportFigures(input: $input) {
      ... on ReportFiguresPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Fill = graphql(`
  mutation Disaster_fill($input: DeclareShelterFullInput!) {
    declareShelterFull(input: $input) {
      ... on DeclareShelterFullPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Resume = graphql(`
  mutation Disaster_resume($input: ResumeAcceptanceInput!) {
    resumeAcceptance(input: $input) {
      ... on ResumeAcceptancePayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const CloseShelter = graphql(`
  mutation Disaster_closeShelter($input: CloseShelterInput!) {
    closeShelter(input: $input) {
      ... on CloseShelterPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Withdraw = graphql(`
  mutation Disaster_withdraw($input: WithdrawOpeningRequestInput!) {
    withdrawOpeningRequest(input: $input) {
      ... on WithdrawOpeningRequestPayload {
        shelterOpening {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

export const FindOut = graphql(`
  mutation Disaster_findOut($input: ConfirmSilentFacilityInput!) {
    confirmSilentFacility(input: $input) {
      ... on ConfirmSilentFacilityPayload {
        calledFacility {
          id
          version
        }
      }
      ...Refusal
    }
  }
`)

export const Filed = graphql(`
  mutation Disaster_filed($input: RecordOutputFilingInput!) {
    recordOutputFiling(input: $input) {
      ... on RecordOutputFilingPayload {
        outputFiling {
          id
          filedAt
        }
      }
      ...Refusal
    }
  }
`)

export const AssignBuddy = graphql(`
  mutation Disaster_assignBuddy($input: AssignBuddyInput!) {
    assignBuddy(input: $input) {
      ... on AssignBuddyPayload {
        calledFacility {
          id
          version
        }
      }
      ...Refusal
    }
  }
`)
