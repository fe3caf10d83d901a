import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'
import type { ShelterChoice } from './choices.ts'
import { householdInWords, personsIn } from './entry-words.ts'
import { SetByHand, Waiting_group, WhereNow, WhereTo } from './Waiting.tsx'

interface WaitingPaperProps {
  groups: readonly FragmentType<typeof Waiting_group>[]
  shelters: readonly ShelterChoice[]
}

/** Everybody who waits for a place, on paper. */
export function WaitingPaper({ groups, shelters }: WaitingPaperProps) {
  const words = useAssignmentText()
  const text = words.waiting
  const rows = readFragment(Waiting_group, groups)
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
        { head: text.columns.from, renderCell: (group) => <WhereNow group={group} /> },
        { head: text.columns.who, renderCell: ({ members }) => householdInWords(members.nodes, words) },
        { head: text.columns.households, numeric: true, renderCell: ({ households }) => households },
        { head: text.columns.urgency, short: true, renderCell: ({ urgency }) => words.urgencies[urgency] },
        { head: text.columns.decided, renderCell: (group) => <WhereTo group={group} /> },
        {
          head: text.columns.lock,
          renderCell: (group) => <SetByHand group={group} shelters={shelters} />,
        },
      ]}
    >
      {rows.length > 0 && <p className="mt-2">{text.sum(persons, rows.length)}</p>}
    </PaperList>
  )
}
