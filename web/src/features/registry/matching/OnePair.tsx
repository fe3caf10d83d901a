import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { useReviewText } from '../../../locales/review.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../../ui/Link/Link.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { DecidePair } from './DecidePair.tsx'
import { PairComparison } from './PairComparison.tsx'
import { TakeBack } from './TakeBack.tsx'

const Pair = graphql(`
  query ReviewPair($id: ID!) {
    matchProposal(id: $id) {
      id
      kind
      state
      postponed
      version
      facility {
        id
        name
      }
      shelter {
        id
        name
      }
      corporation {
        id
        name
      }
      ...PairFacts_proposal
    }
  }
`)

/** One pair, wherever it stands: compared, decided, taken back or merged from here. */
export function OnePair({ id }: { id: string }) {
  const text = useReviewText()
  const [result, readAgain] = useQuery({ query: Pair, variables: { id } })
  const refresh = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <p className="yui-no-print mb-6">
        <Link to="/review">{text.back}</Link>
      </p>
      <Loaded result={result} retry={refresh} lines={20}>
        {({ matchProposal: pair }) => {
          if (!pair)
            return (
              <EmptyState title={text.notFound}>
                <p>{text.notFoundBody}</p>
              </EmptyState>
            )
          const name = (pair.shelter ?? pair.facility ?? pair.corporation)?.name ?? ''
          const merges = pair.kind === 'FACILITY_FACILITY' || pair.kind === 'CORPORATION_CORPORATION'
          const undecided = pair.state === 'OPEN' || pair.state === 'LINKED'
          const decided = pair.state === 'SAME' || pair.state === 'DIFFERENT' || (undecided && pair.postponed)
          return (
            <>
              {pair.state !== 'OPEN' || pair.postponed ? (
                <Notice>
                  <p>{pair.postponed ? text.postponed : text.states[pair.state]}</p>
                  {decided && <TakeBack id={pair.id} name={name} onDone={refresh} />}
                </Notice>
              ) : null}
              <h2 className="mt-6 mb-4">{text.question[pair.kind]}</h2>
              <PairComparison proposal={pair} />
              {undecided && <DecidePair pair={pair} onDecided={refresh} onConflict={refresh} />}
              {merges && pair.state === 'SAME' && (
                <p className="mt-8">
                  <LinkButton kind="main" to="/review/merge/$proposalId" params={{ proposalId: pair.id }}>
                    {text.toMerge}
                  </LinkButton>
                </p>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
