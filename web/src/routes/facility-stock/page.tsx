import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { LoanTable } from '../../features/mutualaid/LoanTable.tsx'
import { LotTable } from '../../features/mutualaid/LotTable.tsx'
import { AddLotForm, MinimumForm } from '../../features/mutualaid/StockForms.tsx'
import { StockPictureTable } from '../../features/mutualaid/StockPictureTable.tsx'
import { USUAL_GUESTS } from '../../features/mutualaid/guests.ts'
import { Adding, Cut, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const StockPage_query = graphql(`
  query StockPage($facilityId: ID!, $guests: Int!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      stockLots(first: 100) {
        totalCount
        nodes {
          id
          ...LotTable_lot
        }
      }
      stockLent(first: 50) {
        totalCount
        nodes {
          id
          ...LoanTable_loan
        }
      }
      stockBorrowed(first: 50) {
        totalCount
        nodes {
          id
          ...LoanTable_loan
        }
      }
    }
    stockPicture(facilityId: $facilityId, guests: $guests) {
      guests
      ...StockPictureTable_picture
    }
    stockItems(first: 100) {
      nodes {
        id
        name
        unit
      }
    }
    stockBorrowers(facilityId: $facilityId) {
      facilityId
      name
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/stock')

/** 備蓄: for how many days it lasts, what lies where, what is lent. */
export function StockPage() {
  const text = useMutualaidText().stock
  const papers = usePapersText()
  const { facilityId } = route.useParams()
  const { guests = USUAL_GUESTS } = route.useSearch()
  const [result, readAgain] = useQuery({ query: StockPage_query, variables: { facilityId, guests } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <FacilityRegister
      result={result}
      retry={again}
      title={text.title}
      of={text.of}
      paper={
        <LinkButton
          to="/facilities/$facilityId/stock/print"
          params={{ facilityId }}
          search={{ guests }}
          icon="print"
        >
          {papers.open}
        </LinkButton>
      }
    >
      {({ stockLots, stockLent, stockBorrowed }, keeps, { stockPicture, stockItems, stockBorrowers }) => (
        <>
          <Section title={text.picture}>
            <Guests facilityId={facilityId} guests={guests} />
            {stockPicture ? <StockPictureTable picture={stockPicture} /> : <p>{text.none}</p>}
          </Section>
          <Section title={text.lots}>
            {stockLots.nodes.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <LotTable
                lots={stockLots.nodes}
                keeps={keeps}
                borrowers={stockBorrowers.map(({ facilityId: id, name }) => ({ id, name }))}
                onConflict={again}
              />
            )}
            <Cut list={stockLots} />
            {keeps && (
              <>
                <Adding title={text.add.title}>
                  <AddLotForm facilityId={facilityId} items={stockItems.nodes} />
                </Adding>
                <Adding title={text.minimum}>
                  <MinimumForm facilityId={facilityId} items={stockItems.nodes} />
                </Adding>
              </>
            )}
          </Section>
          <Section title={text.loans}>
            {stockLent.totalCount + stockBorrowed.totalCount === 0 && <p>{text.loansNone}</p>}
            {stockLent.nodes.length > 0 && (
              <>
                <h3>{text.lent}</h3>
                <LoanTable loans={stockLent.nodes} names="borrower" keeps={keeps} />
                <Cut list={stockLent} />
              </>
            )}
            {stockBorrowed.nodes.length > 0 && (
              <>
                <h3>{text.borrowed}</h3>
                <LoanTable loans={stockBorrowed.nodes} names="lender" keeps={false} />
                <Cut list={stockBorrowed} />
              </>
            )}
          </Section>
        </>
      )}
    </FacilityRegister>
  )
}

/** For how many guests the days are counted. */
function Guests({ facilityId, guests }: { facilityId: string; guests: number }) {
  const text = useMutualaidText().stock
  const navigate = useNavigate()
  return (
    <form
      className="yui-no-print mb-4 flex flex-wrap items-end gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('guests')
        const next = Number(toDigits(typeof typed === 'string' ? typed : ''))
        if (next > 0)
          void navigate({
            to: '/facilities/$facilityId/stock',
            params: { facilityId },
            search: { guests: next },
          })
      }}
    >
      <Field label={text.guests}>
        {(control) => (
          <Input {...control} name="guests" inputMode="numeric" width="code" defaultValue={String(guests)} />
        )}
      </Field>
      <Button type="submit">{text.guestsSubmit}</Button>
    </form>
  )
}
