import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Notice } from '../../../ui/Notice/Notice.tsx'

const LastFailure_run = graphql(`
  fragment LastFailure_run on ImportRun {
    id
    failure
    failureDetail
  }
`)

/** Why the worker's last step came to nothing, and what to do. */
export function LastFailure({ run }: { run: FragmentType<typeof LastFailure_run> }) {
  const { failure, failureDetail } = readFragment(LastFailure_run, run)
  const text = useImportsText()
  if (!failure) return null
  const known: Readonly<Record<string, string>> = text.failures
  return (
    <Notice kind="bad">
      <p>{known[failure] ?? text.failureOther(failure)}</p>
      {failureDetail && <p className="prose-note">{failureDetail}</p>}
    </Notice>
  )
}
