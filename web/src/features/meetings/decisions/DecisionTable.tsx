import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { OutcomeText } from './OutcomeText.tsx'

const DecisionTable_decision = graphql(`
  fragment DecisionTable_decision on Decision {
    id
    label
    title
    outcome
    decidedAt
    openTasks
    supersededBy {
      id
      label
    }
    meeting {
      id
      title
      committee {
        id
        name
      }
      rulebookVersion {
        id
        number
      }
    }
  }
`)

/** Lines of the register. */
export function DecisionTable({
  decisions: given,
}: {
  decisions: readonly FragmentType<typeof DecisionTable_decision>[]
}) {
  const text = useDecisionsText()
  const language = useLanguage()
  const decisions = readFragment(DecisionTable_decision, given)
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.title}</Head>
          <Head>{text.columns.number}</Head>
          <Head>{text.columns.outcome}</Head>
          <Head>{text.columns.tasks}</Head>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, label, title, outcome, decidedAt, openTasks, supersededBy, meeting }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/network/decisions/$decisionId" params={{ decisionId: id }}>
                {title}
              </Link>
              {supersededBy && <span className="yui-row-note">{text.supersededShort}</span>}
            </th>
            <Cell label={text.columns.number}>
              {label}
              <span className="yui-row-note">
                <time dateTime={decidedAt}>{formatDate(decidedAt, language)}</time>
              </span>
              {meeting && <span className="yui-row-note">{meeting.title}</span>}
              {meeting?.committee && <span className="yui-row-note">{meeting.committee.name}</span>}
              {meeting?.rulebookVersion && (
                <span className="yui-row-note">{text.judgedBy(meeting.rulebookVersion.number)}</span>
              )}
            </Cell>
            <Cell label={text.columns.outcome}>
              <OutcomeText outcome={outcome} />
            </Cell>
            <Cell label={text.columns.tasks}>{openTasks > 0 ? text.openTasks(openTasks) : text.noTasks}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
