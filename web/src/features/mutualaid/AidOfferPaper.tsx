import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'
import { useWhen } from './use-when.ts'
import { nameOf, unitOf } from './words.ts'

const AidOfferPaper_offer = graphql(`
  fragment AidOfferPaper_offer on AidOffer {
    id
    label
    quantity
    accepted
    cameBack
    state
    lapsed
    note
    endedReason
    dispatchedAt
    arrivedAt
    returnedAt
    facility {
      id
      name
    }
    request {
      id
      kind
      skill
      item {
        id
        name
        unit
      }
    }
  }
`)

interface AidOfferPaperProps {
  offers: readonly FragmentType<typeof AidOfferPaper_offer>[]
  /** The number that each request has on the paper. */
  numbers: ReadonlyMap<string, number>
}

/** Offers on paper, with when help left, arrived and was back. Who comes is on no paper. */
export function AidOfferPaper({ offers, numbers }: AidOfferPaperProps) {
  const texts = useMutualaidText()
  const { aid } = texts
  const text = usePapersText().aid
  const { columns } = text
  const when = useWhen()
  const unit = (request: Parameters<typeof unitOf>[0] | null) => (request ? unitOf(request, texts) : '')
  return (
    <PaperList
      title={text.offers}
      rows={readFragment(AidOfferPaper_offer, offers)}
      keyOf={({ id }) => id}
      none={text.none}
      columns={[
        {
          head: columns.request,
          renderCell: ({ request }) =>
            request && (
              <>
                {text.ofRequest(numbers.get(request.id) ?? 0)}
                <span className="yui-row-note">{nameOf(request, texts)}</span>
              </>
            ),
        },
        {
          head: columns.from,
          renderCell: ({ facility, label, note }) => (
            <>
              {facility?.name}
              <span className="yui-row-note">{[label, note].filter(Boolean).join('　')}</span>
            </>
          ),
        },
        {
          head: columns.quantity,
          renderCell: ({ accepted, quantity, cameBack, request }) => (
            <>
              {accepted > 0
                ? aid.accepted(accepted, quantity, unit(request))
                : aid.offered(quantity, unit(request))}
              {cameBack > 0 && <span className="yui-row-note">{aid.cameBack(cameBack, unit(request))}</span>}
            </>
          ),
        },
        {
          head: columns.offerState,
          renderCell: ({ state, lapsed, endedReason }) => (
            <>
              {lapsed ? aid.lapsed : aid.offerStates[state]}
              {endedReason && state !== 'EXPIRED' && <span className="yui-row-note">{endedReason}</span>}
            </>
          ),
        },
        {
          head: columns.moves,
          renderCell: ({ dispatchedAt, arrivedAt, returnedAt }) =>
            [
              dispatchedAt && text.dispatched(when(dispatchedAt)),
              arrivedAt && text.arrived(when(arrivedAt)),
              returnedAt && text.returned(when(returnedAt)),
            ]
              .filter((words) => typeof words === 'string')
              .map((words) => (
                <span key={words} className="block whitespace-nowrap">
                  {words}
                </span>
              )),
        },
      ]}
    />
  )
}
