import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { ImportEnd } from '../../features/registry/imports/ImportEnd.tsx'
import { ImportFiles } from '../../features/registry/imports/ImportFiles.tsx'
import { ImportProgress } from '../../features/registry/imports/ImportProgress.tsx'
import { ImportResult } from '../../features/registry/imports/ImportResult.tsx'
import { graphql } from '../../generated/gql.ts'
import type { ImportPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useImportsText } from '../../locales/imports.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const Import_query = graphql(`
  query ImportPage($id: ID!) {
    importRun(id: $id) {
      id
      state
      ...ImportFiles_run
      ...ImportProgress_run
      ...ImportResult_run
      ...ImportEnd_run
    }
  }
`)

type Run = NonNullable<ImportPageQuery['importRun']>

/** While the worker is at it, how it comes along is asked for again after so many milliseconds. */
const PAUSE = 1_500
const AT_WORK: ReadonlySet<string> = new Set(['CHECKING', 'APPLYING', 'UNDOING'])
const route = getRouteApi('/imports/$runId')

/** One import from its files to its end; which part of it is shown follows from how far it has come. */
export function ImportPage() {
  const viewer = useViewer()
  return viewer?.signedIn === false ? <SignInFirst /> : <Import />
}

function Import() {
  const text = useImportsText()
  const { runId } = route.useParams()
  const [result, readAgain] = useQuery({ query: Import_query, variables: { id: runId } })
  const state = result.data?.importRun?.state
  const atWork = state !== undefined && AT_WORK.has(state)
  const { fetching } = result
  useEffect(() => {
    if (!atWork || fetching) return undefined
    const timer = setTimeout(() => readAgain({ requestPolicy: 'network-only' }), PAUSE)
    return () => clearTimeout(timer)
  }, [atWork, fetching, readAgain])
  const told = state && text.states[state]
  useEffect(() => {
    if (told) announce(told)
  }, [told])
  return (
    <>
      <Breadcrumbs current={told ?? text.title}>
        <Link to="/imports">{text.title}</Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
        {({ importRun }) =>
          importRun ? (
            <Step run={importRun} readAgain={() => readAgain({ requestPolicy: 'network-only' })} />
          ) : (
            <PageHead title={text.notFound} lead={<p>{text.notFoundBody}</p>} />
          )
        }
      </Loaded>
    </>
  )
}

function Step({ run, readAgain }: { run: Run; readAgain: () => void }) {
  const search = route.useSearch()
  switch (run.state) {
    case 'UPLOADING':
      return <ImportFiles run={run} readAgain={readAgain} />
    case 'CHECKING':
    case 'APPLYING':
    case 'UNDOING':
      return <ImportProgress run={run} />
    case 'CHECKED':
      return <ImportResult run={run} search={search} readAgain={readAgain} />
    case 'APPLIED':
    case 'UNDONE':
    case 'DROPPED':
      return <ImportEnd run={run} search={search} readAgain={readAgain} />
  }
}
