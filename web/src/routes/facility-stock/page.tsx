import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { LoanTable } from '../../features/mutualaid/LoanTable.tsx'
import { LotTable } from '../../features/mutualaid/LotTable.tsx'
import { AddLotForm, MinimumForm } from '../../features/mutualaid/StockForms.tsx'
import { StockPictureTable } from '../../features/mutualaid/StockPictureTable.tsx'
import { Adding, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const StockPage_query = graphql(`
  query StockPage($facilityId: ID!, $guests: Int!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      stockLots(first: 100) {
        nodes {
          id
          ...LotTable_lot
        }
      }
      stockLent(first: 50) {
        nodes {
          id
          ...LoanTable_loan
        }
      }
      stockBorrowed(first: 50) {
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

/** How many guests the days are counted for until somebody says another number. */
const USUAL_GUESTS = 20

/** 備蓄: for how many days it lasts, what lies where, what is lent. */
export function StockPage() {
  const text = useMutualaidText().stock
  const { facilityId } = route.useParams()
  const { guests = USUAL_GUESTS } = route.useSearch()
  const [result, readAgain] = useQuery({ query: StockPage_query, variables: { facilityId, guests } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ facility, stockPicture, stockItems, stockBorrowers }) => {
        if (!facility) return <PageHead title={text.title} />
        const lent = facility.stockLent.nodes
        const borrowed = facility.stockBorrowed.nodes
        return (
          <FacilityRegister facility={facility} title={text.title} of={text.of}>
            {(keeps) => (
              <>
                <Section title={text.picture}>
                  <Guests facilityId={facilityId} guests={guests} />
                  {stockPicture ? <StockPictureTable picture={stockPicture} /> : <p>{text.none}</p>}
                </Section>
                <Section title={text.lots}>
                  {facility.stockLots.nodes.length === 0 ? (
                    <p>{text.none}</p>
                  ) : (
                    <LotTable
                      lots={facility.stockLots.nodes}
                      keeps={keeps}
                      borrowers={stockBorrowers.map(({ facilityId: id, name }) => ({ id, name }))}
                      onConflict={again}
                    />
                  )}
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
                  {lent.length + borrowed.length === 0 && <p>{text.loansNone}</p>}
                  {lent.length > 0 && (
                    <>
                      <h3>{text.lent}</h3>
                      <LoanTable loans={lent} names="borrower" keeps={keeps} />
                    </>
                  )}
                  {borrowed.length > 0 && (
                    <>
                      <h3>{text.borrowed}</h3>
                      <LoanTable loans={borrowed} names="lender" keeps={false} />
                    </>
                  )}
                </Section>
              </>
            )}
          </FacilityRegister>
        )
      }}
    </Loaded>
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
