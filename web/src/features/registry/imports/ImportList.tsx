import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

const ImportList_run = graphql(`
  fragment ImportList_run on ImportRun {
    id
    state
    startedAt
    bodyName
    createdCount
    changedCount
    closedCount
    refusedCount
    startedBy {
      id
      name
    }
    files(first: 3) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`)

/** Imports, the latest first: which files, by whom, and how far they have come. */
export function ImportList({ runs }: { runs: readonly FragmentType<typeof ImportList_run>[] }) {
  const text = useImportsText()
  const { columns } = text.list
  const language = useLanguage()
  return (
    <Table caption={text.list.caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.files}</Head>
          <Head>{columns.state}</Head>
          <Head>{columns.counts}</Head>
          <Head>{columns.by}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(ImportList_run, runs).map((run) => {
          const more = run.files.totalCount - run.files.nodes.length
          const names = run.files.nodes.map(({ name }) => name)
          return (
            <tr key={run.id}>
              <th scope="row">
                <Link to="/imports/$runId" params={{ runId: run.id }}>
                  {names.length > 0 ? names.join('、') : text.list.noFile}
                </Link>
                {more > 0 && <span className="yui-row-note">{text.list.moreFiles(more)}</span>}
              </th>
              <Cell label={columns.state}>{text.states[run.state]}</Cell>
              <Cell label={columns.counts}>
                {['UPLOADING', 'CHECKING', 'DROPPED'].includes(run.state)
                  ? text.list.noCounts
                  : text.list.sums(run.createdCount, run.changedCount, run.closedCount, run.refusedCount)}
              </Cell>
              <Cell label={columns.by}>
                <time dateTime={run.startedAt}>{formatMoment(run.startedAt, language)}</time>
                <span className="yui-row-note">
                  {run.startedBy && run.bodyName
                    ? text.list.personAs(run.startedBy.name, run.bodyName)
                    : (run.startedBy?.name ?? run.bodyName ?? text.list.portal)}
                </span>
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
