import { graphql } from '../../generated/gql.ts'
import type { Board_EventFragment } from '../../generated/graphql.ts'
import type { GlyphName } from './Glyph.tsx'

export const Board_event = graphql(`
  fragment Board_event on DisasterBoard {
    eventId
    network
    helpPhone
    sample
    name
    drill
    clockRate
    startedAt
    closedAt
    version
    readAt
    viewerConducts
    needs
    totals {
      open
      full
      late
      day
      dayPlaces
      night
      nightPlaces
      free
      nightFree
    }
    rows {
      calledFacilityId
      version
      facilityId
      name
      municipality
      phone
      silence
      lateMinutes
      reportedAt
      asked
      askedName
      askedPhone
      askedUntil
      confirmedBy
      openingId
      openingVersion
      state
      deFacto
      cannotReason
      stateAt
      opensAt
      day {
        count
        places
        trend
        at
      }
      night {
        count
        places
        trend
        at
      }
      free
      freeAt
      can
    }
  }
`)

export type Board = Board_EventFragment
export type BoardLine = Board['rows'][number]

export const isLate = ({ silence }: Pick<BoardLine, 'silence'>): boolean =>
  silence === 'LATE' || silence === 'PRESUMED_SERIOUS'

export const takesPeople = ({ state }: Pick<BoardLine, 'state'>): boolean =>
  state === 'OPEN' || state === 'FULL'

/** The shape of a state; null = 待機. */
export function glyphOf(state: BoardLine['state']): GlyphName {
  switch (state) {
    case 'OPEN':
      return 'open'
    case 'FULL':
      return 'full'
    case 'DECIDED':
      return 'half'
    case 'REQUESTED':
    case 'CAN':
      return 'waiting'
    case 'CANNOT':
      return 'cannot'
    case 'CLOSED':
      return 'closed'
    default:
      return 'standby'
  }
}

/** Letters of the late facilities, as on the sheet of paper: A, B, … Z, AA. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter
}
