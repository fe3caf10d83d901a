import type { ReactNode } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ClosureTable_ClosureFragment } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const ClosureTable_closure = graphql(`
  fragment ClosureTable_closure on RoadClosure {
    id
    kind
    sourceText
    enteredAt
    version
    municipality {
      id
      name
    }
    otherMunicipality {
      id
      name
    }
    facility {
      id
      name
    }
  }
`)

export interface ClosureTableProps {
  closures: readonly FragmentType<typeof ClosureTable_closure>[]
  /** What can be done with one. */
  renderAct?: (closure: ClosureTable_ClosureFragment, what: string) => ReactNode
}

/** Ways that cannot be taken, with who said so. */
export function ClosureTable({ closures: given, renderAct }: ClosureTableProps) {
  const text = useAssignmentText().closures
  const language = useLanguage()
  const closures = readFragment(ClosureTable_closure, given)
  const what = ({ kind, municipality, otherMunicipality, facility }: ClosureTable_ClosureFragment) => {
    if (kind === 'FACILITY_CUT_OFF') return text.facility(facility?.name ?? '')
    if (kind === 'MUNICIPALITY_CUT_OFF') return text.municipality(municipality?.name ?? '')
    return text.between(municipality?.name ?? '', otherMunicipality?.name ?? '')
  }
  if (closures.length === 0) return <p>{text.empty}</p>
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.what}</Head>
          <Head>{text.columns.source}</Head>
          <Head>{text.columns.at}</Head>
        </tr>
      </thead>
      <tbody>
        {closures.map((closure) => (
          <tr key={closure.id}>
            <th scope="row">{what(closure)}</th>
            <Cell label={text.columns.source}>{closure.sourceText}</Cell>
            <Cell label={text.columns.at}>
              {formatMoment(closure.enteredAt, language)}
              {renderAct?.(closure, what(closure))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
