import { graphql } from '../../generated/gql.ts'
import type { Waiting_GroupFragment } from '../../generated/graphql.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import type { ShelterChoice } from './choices.ts'
import { lockInWords } from './lock-words.ts'

// One of the waiting list, on the screen and on paper alike.

export const Waiting_group = graphql(`
  fragment Waiting_group on AssignmentGroup {
    id
    reference
    households
    urgency
    version
    barredFacilityIds
    lockOverfullReason
    municipality {
      id
      name
    }
    sourceOpening {
      id
      facility {
        id
        name
      }
    }
    followsGroup {
      id
      reference
    }
    lockedFacility {
      id
      name
    }
    members(first: 10) {
      nodes {
        id
        persons
        needs
        equipment
      }
    }
    decisions(first: 5) {
      nodes {
        id
        households
        facility {
          id
          name
        }
      }
    }
  }
`)

interface OneGroup {
  group: Waiting_GroupFragment
}

/** The shelter that has taken them in, or the municipality they are in. */
export function WhereNow({ group: { sourceOpening, municipality } }: OneGroup) {
  const text = useAssignmentText().waiting
  if (!sourceOpening) return municipality.name
  return (
    <>
      {sourceOpening.facility.name}
      <span className="yui-row-note">{text.fromShelter}</span>
    </>
  )
}

/** Where they were sent, or that nothing is decided; of many alike, how many where. */
export function WhereTo({ group: { households, decisions, followsGroup } }: OneGroup) {
  const text = useAssignmentText().waiting
  const decided = decisions.nodes.flatMap(({ id, facility, households: count }) =>
    facility ? [{ id, name: facility.name, count }] : [],
  )
  return (
    <>
      {decided.length === 0 && text.undecided}
      {decided.map(({ id, name, count }) => (
        <span key={id} className="block">
          {households > 1 ? text.someTo(name, count) : name}
        </span>
      ))}
      {followsGroup && <span className="yui-row-note">{text.follows(followsGroup.reference)}</span>}
    </>
  )
}

/** What a person has set by hand, and why beyond the room there is. */
export function SetByHand({ group, shelters }: OneGroup & { shelters: readonly ShelterChoice[] }) {
  const words = useAssignmentText()
  return (
    <>
      {lockInWords(group, shelters, words)}
      {group.lockOverfullReason && (
        <span className="yui-row-note">{words.decide.overfull(group.lockOverfullReason)}</span>
      )}
    </>
  )
}
