import { graphql } from '../../../generated/gql.ts'

// What can be done in the room. Each brings back the item or the meeting it changed.

export const Open = graphql(`
  mutation Room_open($input: OpenMeetingInput!) {
    openMeeting(input: $input) {
      ... on OpenMeetingPayload {
        meeting {
          id
          state
          openedAt
          chairName
        }
      }
      ...Refusal
    }
  }
`)

export const Close = graphql(`
  mutation Room_close($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      ... on CloseMeetingPayload {
        meeting {
          id
          state
          closedAt
        }
      }
      ...Refusal
    }
  }
`)

export const RecordPresence = graphql(`
  mutation Room_presence($input: RecordPresenceInput!) {
    recordPresence(input: $input) {
      ... on RecordPresencePayload {
        meeting {
          id
        }
      }
      ...Refusal
    }
  }
`)

export const CheckIn = graphql(`
  mutation Room_checkIn($input: CheckInInput!) {
    checkIn(input: $input) {
      ... on CheckInPayload {
        meeting {
          id
        }
      }
      ...Refusal
    }
  }
`)

export const TakeUp = graphql(`
  mutation Room_takeUp($input: TakeUpItemInput!) {
    takeUpItem(input: $input) {
      ... on TakeUpItemPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const OpenVote = graphql(`
  mutation Room_openVote($input: OpenVoteInput!) {
    openVote(input: $input) {
      ... on OpenVotePayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const CloseVote = graphql(`
  mutation Room_closeVote($input: CloseVoteInput!) {
    closeVote(input: $input) {
      ... on CloseVotePayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const RecordBallot = graphql(`
  mutation Room_ballot($input: CastBallotInput!) {
    castBallot(input: $input) {
      ... on CastBallotPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const DeclareConflict = graphql(`
  mutation Room_conflict($input: DeclareConflictInput!) {
    declareConflict(input: $input) {
      ... on DeclareConflictPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const SettleConflict = graphql(`
  mutation Room_settle($input: SettleConflictInput!) {
    settleConflict(input: $input) {
      ... on SettleConflictPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const Report = graphql(`
  mutation Room_report($input: ReportItemInput!) {
    reportItem(input: $input) {
      ... on ReportItemPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const Withdraw = graphql(`
  mutation Room_withdraw($input: WithdrawItemInput!) {
    withdrawItem(input: $input) {
      ... on WithdrawItemPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)

export const PutOff = graphql(`
  mutation Room_putOff($input: PutOffItemInput!) {
    putOffItem(input: $input) {
      ... on PutOffItemPayload {
        agendaItem {
          id
          ...Room_item
        }
      }
      ...Refusal
    }
  }
`)
