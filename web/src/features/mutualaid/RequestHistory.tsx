import { useQuery } from 'urql'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDay, formatTime } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Further } from './Further.tsx'

const RequestHistory_change = graphql(`
  fragment RequestHistory_change on AidChange {
    id
    act
    quantity
    at
    actingName
    note
  }
`)

const Earlier = graphql(`
  query RequestHistoryEarlier($requestId: ID!, $after: String) {
    aidRequest(id: $requestId) {
      id
      changes(first: 50, after: $after) {
        nodes {
          id
          ...RequestHistory_change
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

interface RequestHistoryProps {
  requestId: string
  unit: string
  changes: {
    readonly nodes: readonly FragmentType<typeof RequestHistory_change>[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

const WITHOUT_QUANTITY: ReadonlySet<string> = new Set(['CLAIMED', 'RETURNED'])

/** Who did what with a request, the latest first, page by page. */
export function RequestHistory({ requestId, unit, changes }: RequestHistoryProps) {
  const texts = useMutualaidText()
  const language = useLanguage()
  return (
    <>
      <ul className="yui-aid-history">
        {readFragment(RequestHistory_change, changes.nodes).map(
          ({ id, act, quantity, at, actingName, note }) => (
            <li key={id}>
              <time dateTime={at}>
                {formatDay(at, language)} {formatTime(at)}
              </time>{' '}
              {texts.acts[act]}
              {quantity !== null && !WITHOUT_QUANTITY.has(act) && ` ${quantity}${unit}`}{' '}
              <span className="prose-sub">{[actingName, note].filter(Boolean).join(' / ')}</span>
            </li>
          ),
        )}
      </ul>
      <Further pageInfo={changes.pageInfo} of={texts.aid.history}>
        {(after) => <EarlierChanges requestId={requestId} unit={unit} after={after} />}
      </Further>
    </>
  )
}

function EarlierChanges({ requestId, unit, after }: { requestId: string; unit: string; after: string }) {
  const [result, readAgain] = useQuery({ query: Earlier, variables: { requestId, after } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={4}>
      {({ aidRequest }) =>
        aidRequest && <RequestHistory requestId={requestId} unit={unit} changes={aidRequest.changes} />
      }
    </Loaded>
  )
}
