import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Paged } from '../../ui/Paged/Paged.tsx'
import { useWhen } from './use-when.ts'

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
  const when = useWhen()
  return (
    <Paged
      page={changes}
      query={Earlier}
      variables={{ requestId }}
      pageOf={({ aidRequest }) => aidRequest?.changes}
      of={texts.aid.history}
    >
      {({ nodes }) => (
        <ul className="yui-aid-history">
          {readFragment(RequestHistory_change, nodes).map(({ id, act, quantity, at, actingName, note }) => (
            <li key={id}>
              <time dateTime={at}>{when(at)}</time> {texts.acts[act]}
              {quantity !== null && !WITHOUT_QUANTITY.has(act) && ` ${quantity}${unit}`}{' '}
              <span className="prose-sub">{[actingName, note].filter(Boolean).join(' / ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  )
}
