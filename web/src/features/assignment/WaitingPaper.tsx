import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'
import type { ShelterChoice } from './choices.ts'
import { householdInWords, personsIn } from './entry-words.ts'
import { lockInWords } from './lock-words.ts'

const WaitingPaper_group = graphql(`
  fragment WaitingPaper_group on AssignmentGroup {
    id
    reference
    households
    urgency
    barredFacilityIds
    lockOverfullReason
    municipality {
      id
      name
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
  }
`)

interface WaitingPaperProps {
  groups: readonly FragmentType<typeof WaitingPaper_group>[]
  shelters: readonly ShelterChoice[]
}

/** Everybody who waits for a place, on paper. */
export function WaitingPaper({ groups, shelters }: WaitingPaperProps) {
  const words = useAssignmentText()
  const text = words.waiting
  const rows = readFragment(WaitingPaper_group, groups)
  const persons = rows.reduce(
    (sum, { households, members }) => sum + households * personsIn(members.nodes),
    0,
  )
  return (
    <PaperList
      title={text.title}
      rows={rows}
      keyOf={({ id }) => id}
      none={text.empty}
      columns={[
        { head: text.columns.reference, short: true, renderCell: ({ reference }) => reference },
        { head: text.columns.from, short: true, renderCell: ({ municipality }) => municipality.name },
        { head: text.columns.who, renderCell: ({ members }) => householdInWords(members.nodes, words) },
        { head: text.columns.households, numeric: true, renderCell: ({ households }) => households },
        { head: text.columns.urgency, short: true, renderCell: ({ urgency }) => words.urgencies[urgency] },
        {
          head: text.columns.lock,
          renderCell: (group) => (
            <>
              {lockInWords(group, shelters, words)}
              {group.lockOverfullReason && (
                <span className="yui-row-note">{words.decide.overfull(group.lockOverfullReason)}</span>
              )}
            </>
          ),
        },
      ]}
    >
      {rows.length > 0 && <p className="mt-2">{text.sum(persons, rows.length)}</p>}
    </PaperList>
  )
}
