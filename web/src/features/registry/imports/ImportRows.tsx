import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import type { ImportRowsQuery } from '../../../generated/graphql.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { Pager } from '../../../ui/Pager/Pager.tsx'
import { fromStart, pageOf } from '../search.ts'
import { ChangeGroup } from './ChangeGroup.tsx'
import { isRows, type ImportSearch } from './import-search.ts'
import { RowGroup } from './RowGroup.tsx'

const ImportRows_query = graphql(`
  query ImportRows(
    $id: ID!
    $changes: Boolean!
    $action: ImportAction
    $protected: Boolean
    $errors: Boolean!
    $rows: Boolean!
    $outcome: ImportRowOutcome
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    importRun(id: $id) {
      id
      forgottenAt
      files(first: 50) {
        totalCount
      }
      changes(
        action: $action
        protected: $protected
        first: $first
        after: $after
        last: $last
        before: $before
      ) @include(if: $changes) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          id
          ...ChangeGroup_change
        }
      }
      errors: rows(outcome: REFUSED, first: 10) @include(if: $errors) {
        totalCount
        nodes {
          id
          ...RowGroup_row
        }
      }
      rows(outcome: $outcome, first: $first, after: $after, last: $last, before: $before)
        @include(if: $rows) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          id
          ...RowGroup_row
        }
      }
    }
  }
`)

const PAGE_SIZE = 50

interface ImportRowsProps {
  runId: string
  search: ImportSearch
  /** Values that people set may be replaced or kept here. */
  choosing: boolean
}

/** The rows of an import as the address narrows them: errors first, then record by record what differs. */
export function ImportRows({ runId, search, choosing }: ImportRowsProps) {
  const text = useImportsText().result
  const { show } = search
  const ofRows = isRows(show)
  const { after, before } = search
  const [result, readAgain] = useQuery({
    query: ImportRows_query,
    variables: {
      id: runId,
      changes: !ofRows,
      // What people set is counted whether the file's value was chosen or not.
      action: show === 'KEEP' || ofRows ? undefined : show,
      protected: show === 'KEEP' ? true : undefined,
      // The first errors stand above everything else until somebody asks for all of them.
      errors: show === undefined && after === undefined && before === undefined,
      rows: ofRows,
      outcome: ofRows ? show : undefined,
      ...pageOf(search, PAGE_SIZE),
    },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ importRun }) => {
        if (!importRun) return null
        if (importRun.forgottenAt) return <p>{text.forgotten}</p>
        return <Found run={importRun} search={search} choosing={choosing} runId={runId} />
      }}
    </Loaded>
  )
}

interface FoundProps extends ImportRowsProps {
  run: NonNullable<ImportRowsQuery['importRun']>
}

function Found({ run, search, choosing, runId }: FoundProps) {
  const text = useImportsText().result
  const { columns } = text
  const { changes, errors, rows, files } = run
  const ofRows = isRows(search.show)
  const shownRows = (rows ?? errors)?.nodes ?? []
  const shownChanges = changes?.nodes ?? []
  if (shownRows.length + shownChanges.length === 0) return <p>{text.none}</p>
  const list = ofRows ? rows : changes
  const moreErrors = errors ? errors.totalCount - errors.nodes.length : 0
  return (
    <>
      <table className="yui-table yui-diff">
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col" data-numeric>
              {columns.line}
            </th>
            <th scope="col">{columns.result}</th>
            <th scope="col">{columns.record}</th>
            <th scope="col">{columns.field}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
          </tr>
        </thead>
        {shownRows.map((row) => (
          <RowGroup key={row.id} row={row} severalFiles={files.totalCount > 1} />
        ))}
        {shownChanges.map((change) => (
          <ChangeGroup
            key={change.id}
            change={change}
            runId={runId}
            severalFiles={files.totalCount > 1}
            choosing={choosing}
          />
        ))}
      </table>
      {moreErrors > 0 && (
        <p className="mt-3">
          <Link to="/imports/$runId" params={{ runId }} search={{ show: 'REFUSED' }}>
            {text.moreErrors(moreErrors)}
          </Link>
        </p>
      )}
      {list && (
        <Pager label={text.pages} position={text.position(list.nodes.length, list.totalCount, ofRows)}>
          {list.pageInfo.hasPreviousPage && (
            <Link
              to="/imports/$runId"
              params={{ runId }}
              search={{ ...fromStart(search), before: list.pageInfo.startCursor ?? undefined }}
            >
              {text.previous}
            </Link>
          )}
          {list.pageInfo.hasNextPage && (
            <Link
              to="/imports/$runId"
              params={{ runId }}
              search={{ ...fromStart(search), after: list.pageInfo.endCursor ?? undefined }}
            >
              {text.next}
            </Link>
          )}
        </Pager>
      )}
    </>
  )
}
