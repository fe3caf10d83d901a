import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { Pager } from '../../../ui/Pager/Pager.tsx'
import { fromStart, pageOf } from '../search.ts'
import { ChangeGroup } from './ChangeGroup.tsx'
import { isRows, type ImportSearch } from './import-search.ts'
import { RowGroup } from './RowGroup.tsx'

const ImportChanges_query = graphql(`
  query ImportChanges(
    $id: ID!
    $action: ImportAction
    $differing: Boolean
    $protected: Boolean
    $errors: Boolean!
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
        differing: $differing
        protected: $protected
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
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
    }
  }
`)

const ImportFileRows_query = graphql(`
  query ImportFileRows(
    $id: ID!
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
      rows(outcome: $outcome, first: $first, after: $after, last: $last, before: $before) {
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
  return isRows(search.show) ? (
    <FileRows runId={runId} search={search} outcome={search.show} />
  ) : (
    <Changes runId={runId} search={search} choosing={choosing} />
  )
}

function Changes({ runId, search, choosing }: ImportRowsProps) {
  const text = useImportsText().result
  const { show, after, before } = search
  const [result, readAgain] = useQuery({
    query: ImportChanges_query,
    variables: {
      id: runId,
      // What is the same already would hide what changes: of a national file it is nearly all.
      differing: show === undefined ? true : undefined,
      // What people set is counted whether the file's value was chosen or not.
      action: show === 'KEEP' || isRows(show) ? undefined : show,
      protected: show === 'KEEP' ? true : undefined,
      // The first errors stand above everything else until somebody asks for all of them.
      errors: show === undefined && after === undefined && before === undefined,
      ...pageOf(search, PAGE_SIZE),
    },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ importRun }) => {
        if (!importRun) return null
        const { changes, errors, files, forgottenAt } = importRun
        if (forgottenAt) return <p>{text.forgotten}</p>
        const shown = errors?.nodes ?? []
        const more = (errors?.totalCount ?? 0) - shown.length
        if (shown.length + changes.nodes.length === 0)
          return <p>{show === undefined ? text.nothingChanges : text.none}</p>
        const severalFiles = files.totalCount > 1
        return (
          <>
            <Differences>
              {shown.map((row) => (
                <RowGroup key={row.id} row={row} severalFiles={severalFiles} />
              ))}
              {changes.nodes.map((change) => (
                <ChangeGroup
                  key={change.id}
                  change={change}
                  runId={runId}
                  severalFiles={severalFiles}
                  choosing={choosing}
                />
              ))}
            </Differences>
            {more > 0 && (
              <p className="mt-3">
                <Link to="/imports/$runId" params={{ runId }} search={{ show: 'REFUSED' }}>
                  {text.moreErrors(more)}
                </Link>
              </p>
            )}
            <Pages runId={runId} search={search} list={changes} />
          </>
        )
      }}
    </Loaded>
  )
}

interface FileRowsProps extends Pick<ImportRowsProps, 'runId' | 'search'> {
  outcome: 'REFUSED' | 'NOTED'
}

function FileRows({ runId, search, outcome }: FileRowsProps) {
  const text = useImportsText().result
  const [result, readAgain] = useQuery({
    query: ImportFileRows_query,
    variables: { id: runId, outcome, ...pageOf(search, PAGE_SIZE) },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ importRun }) => {
        if (!importRun) return null
        const { rows, files, forgottenAt } = importRun
        if (forgottenAt) return <p>{text.forgotten}</p>
        if (rows.nodes.length === 0) return <p>{text.none}</p>
        return (
          <>
            <Differences>
              {rows.nodes.map((row) => (
                <RowGroup key={row.id} row={row} severalFiles={files.totalCount > 1} />
              ))}
            </Differences>
            <Pages runId={runId} search={search} list={rows} />
          </>
        )
      }}
    </Loaded>
  )
}

/** The table around the groups, each of which is a `tbody`. */
function Differences({ children }: { children: ReactNode }) {
  const { caption, columns } = useImportsText().result
  return (
    <table className="yui-table yui-diff">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.line}</th>
          <th scope="col">{columns.result}</th>
          <th scope="col">{columns.record}</th>
          <th scope="col">{columns.field}</th>
          <th scope="col">{columns.before}</th>
          <th scope="col">{columns.after}</th>
        </tr>
      </thead>
      {children}
    </table>
  )
}

interface PagesProps extends Pick<ImportRowsProps, 'runId' | 'search'> {
  list: {
    totalCount: number
    nodes: readonly unknown[]
    pageInfo: {
      hasNextPage: boolean
      hasPreviousPage: boolean
      startCursor?: string | null
      endCursor?: string | null
    }
  }
}

function Pages({ runId, search, list: { totalCount, nodes, pageInfo } }: PagesProps) {
  const text = useImportsText().result
  return (
    <Pager label={text.pages} position={text.position(nodes.length, totalCount, isRows(search.show))}>
      {pageInfo.hasPreviousPage && (
        <Link
          to="/imports/$runId"
          params={{ runId }}
          search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
        >
          {text.previous}
        </Link>
      )}
      {pageInfo.hasNextPage && (
        <Link
          to="/imports/$runId"
          params={{ runId }}
          search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
        >
          {text.next}
        </Link>
      )}
    </Pager>
  )
}
