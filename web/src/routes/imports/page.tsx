import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { ImportList } from '../../features/registry/imports/ImportList.tsx'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure } from '../../lib/problems.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useImportsText } from '../../locales/imports.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const Imports_query = graphql(`
  query ImportsPage($after: String) {
    importRuns(first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...ImportList_run
      }
    }
  }
`)

const Start = graphql(`
  mutation ImportsPage_start($input: StartImportInput!) {
    startImport(input: $input) {
      ... on StartImportPayload {
        importRun {
          id
        }
      }
      ...Refusal
    }
  }
`)

const route = getRouteApi('/imports')

/** ファイルの取込: what was brought in, by whom and what became of it. */
export function ImportsPage() {
  const viewer = useViewer()
  return viewer?.signedIn === false ? <SignInFirst /> : <Imports />
}

function Imports() {
  const text = useImportsText()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({ query: Imports_query, variables: { after } })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} actions={<StartButton />} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ importRuns: { nodes, pageInfo, totalCount } }) =>
          nodes.length === 0 ? (
            <EmptyState title={text.list.none}>
              <p>{text.list.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <ImportList runs={nodes} />
              <Pager label={text.list.pages} position={text.list.position(nodes.length, totalCount)}>
                {after && <Link to="/imports">{text.list.newest}</Link>}
                {pageInfo.hasNextPage && (
                  <Link to="/imports" search={{ after: pageInfo.endCursor ?? undefined }}>
                    {text.list.older}
                  </Link>
                )}
              </Pager>
            </>
          )
        }
      </Loaded>
    </>
  )
}

function StartButton() {
  const text = useImportsText()
  const start = useCommand(Start)
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const press = async () => {
    setBusy(true)
    const outcome = await start({ input: { idempotencyKey: crypto.randomUUID() } })
    setBusy(false)
    if (outcome.kind === 'done' && outcome.payload.importRun)
      return navigate({ to: '/imports/$runId', params: { runId: outcome.payload.importRun.id } })
    setFailure(outcome.kind === 'failed' ? outcome.failure : { kind: 'FAULT', incidentId: undefined })
  }
  return (
    <>
      <Button kind="main" busy={busy} onClick={() => void press()}>
        {text.start}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
