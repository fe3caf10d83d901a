import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'
import { useWhen } from './use-when.ts'
import { nameOf, unitOf } from './words.ts'

const AidRequestPaper_request = graphql(`
  fragment AidRequestPaper_request on AidRequest {
    id
    kind
    skill
    detail
    quantity
    promised
    stillWanted
    neededBy
    startsAt
    endsAt
    place
    state
    closedReason
    facility {
      id
      name
    }
    item {
      id
      name
      unit
    }
    claims(first: 1) {
      nodes {
        id
        actingName
        expiresAt
      }
    }
  }
`)

interface AidRequestPaperProps {
  title: string
  requests: readonly FragmentType<typeof AidRequestPaper_request>[]
  /** The number of the first one. */
  from: number
}

/** Requests on paper, with what is still wanted and who takes care. */
export function AidRequestPaper({ title, requests, from }: AidRequestPaperProps) {
  const texts = useMutualaidText()
  const { aid } = texts
  const text = usePapersText().aid
  const { columns } = text
  const when = useWhen()
  return (
    <PaperList
      title={title}
      rows={readFragment(AidRequestPaper_request, requests)}
      keyOf={({ id }) => id}
      from={from}
      none={text.none}
      columns={[
        {
          head: columns.what,
          renderCell: (request) => (
            <>
              {nameOf(request, texts)}
              <span className="yui-row-note">{request.facility?.name ?? aid.network}</span>
            </>
          ),
        },
        {
          head: columns.left,
          short: true,
          renderCell: (request) =>
            request.state !== 'OPEN'
              ? aid.states[request.state]
              : request.stillWanted > 0
                ? aid.wanted(request.stillWanted, unitOf(request, texts))
                : aid.enough,
        },
        {
          head: columns.promised,
          numeric: true,
          renderCell: (request) => `${request.promised}／${request.quantity}${unitOf(request, texts)}`,
        },
        { head: columns.neededBy, short: true, renderCell: ({ neededBy }) => when(neededBy) },
        {
          head: columns.when,
          renderCell: ({ startsAt, endsAt, place, detail }) => (
            <>
              {startsAt && endsAt && <span className="block">{aid.time(when(startsAt), when(endsAt))}</span>}
              {place && <span className="block">{aid.place(place)}</span>}
              {detail && <span className="yui-row-note">{detail}</span>}
            </>
          ),
        },
        {
          head: columns.state,
          renderCell: ({ state, closedReason, claims: { nodes } }) => {
            const [claimed] = nodes
            if (state !== 'OPEN') return closedReason
            return claimed ? aid.claimed(claimed.actingName, when(claimed.expiresAt)) : aid.unclaimed
          },
        },
      ]}
    />
  )
}
