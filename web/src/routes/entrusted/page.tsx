import { useQuery } from 'urql'
import { HeldMandates } from '../../features/registry/mandates/HeldMandates.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useMandatesText } from '../../locales/mandates.ts'
import { useShellText } from '../../locales/shell.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const EntrustedPage_query = graphql(`
  query EntrustedPage {
    heldMandates(first: 100) {
      nodes {
        id
        ...HeldMandates_mandate
      }
    }
  }
`)

/** 任されている法人: what corporations entrust the acting body with. */
export function EntrustedPage() {
  const text = useMandatesText().held
  const { actingNone } = useShellText()
  const viewer = useViewer()
  const [result, readAgain] = useQuery({ query: EntrustedPage_query, requestPolicy: 'cache-and-network' })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead(viewer?.acting?.name ?? actingNone)}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={8}>
        {({ heldMandates }) =>
          heldMandates.nodes.length === 0 ? (
            <EmptyState title={text.none}>
              <p>{text.noneLead}</p>
            </EmptyState>
          ) : (
            <HeldMandates mandates={heldMandates.nodes} />
          )
        }
      </Loaded>
    </>
  )
}
