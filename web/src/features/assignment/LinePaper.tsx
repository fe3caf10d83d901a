import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { usePapersText } from '../../locales/papers.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'

const LinePaper_line = graphql(`
  fragment LinePaper_line on AssignmentLine {
    id
    persons
    way
    reason
    facility {
      id
      name
    }
    group {
      id
      reference
      municipality {
        id
        name
      }
    }
    decision {
      id
      verdict
      reason
      overfullReason
      facility {
        id
        name
      }
    }
  }
`)

interface LinePaperProps {
  lines: readonly FragmentType<typeof LinePaper_line>[]
  /** Those with a place, or those without one. */
  placed: boolean
}

/** Lines of a proposal on paper, each with what was decided. */
export function LinePaper({ lines, placed }: LinePaperProps) {
  const words = useAssignmentText()
  const { columns, ...text } = words.proposal
  const paper = usePapersText().assignment
  return (
    <PaperList
      title={placed ? paper.placed : paper.left}
      rows={readFragment(LinePaper_line, lines)}
      keyOf={({ id }) => id}
      none={placed ? paper.placedNone : text.leftNone}
      columns={[
        { head: columns.reference, short: true, renderCell: ({ group }) => group?.reference },
        { head: columns.from, short: true, renderCell: ({ group }) => group?.municipality.name },
        { head: columns.persons, numeric: true, renderCell: ({ persons }) => persons },
        placed
          ? { head: paper.facility, renderCell: ({ facility }) => facility?.name }
          : { head: text.reason, renderCell: ({ reason }) => reason && text.reasons[reason] },
        ...(placed
          ? [
              {
                head: columns.way,
                numeric: true,
                renderCell: ({ way }: { way?: number | null }) => words.km(way ?? 0),
              },
            ]
          : []),
        {
          head: columns.decision,
          renderCell: ({ decision }) => {
            if (!decision) return paper.undecided
            const { verdict, reason, overfullReason, facility } = decision
            return (
              <>
                {verdict === 'ACCEPTED' ? words.decide.asProposed : (facility?.name ?? words.decide.none)}
                {reason && <span className="yui-row-note">{words.decide.because(reason)}</span>}
                {overfullReason && (
                  <span className="yui-row-note">{words.decide.overfull(overfullReason)}</span>
                )}
              </>
            )
          },
        },
      ]}
    />
  )
}
