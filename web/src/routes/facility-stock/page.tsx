import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { LoanTable } from '../../features/mutualaid/LoanTable.tsx'
import { LotTable } from '../../features/mutualaid/LotTable.tsx'
import { AddLotForm, MinimumForm } from '../../features/mutualaid/StockForms.tsx'
import { StockPictureTable } from '../../features/mutualaid/StockPictureTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const StockPage_query = graphql(`
  query StockPage($facilityId: ID!, $guests: Int!) {
    facility(id: $facilityId) {
      id
      name
      shortName
      sample
      registersCan {
        keep {
          allowed
        }
      }
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
        const keeps = facility.registersCan.keep.allowed
        const lent = facility.stockLent.nodes
        const borrowed = facility.stockBorrowed.nodes
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/facilities/$facilityId" params={{ facilityId }}>
                {facility.shortName}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.of(facility.shortName)}
              sample={facility.sample}
              actions={<PrintButton />}
            />
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
                <div className="yui-no-print">
                  <Disclosure summary={text.add.title}>
                    <AddLotForm facilityId={facilityId} items={stockItems.nodes} />
                  </Disclosure>
                  <Disclosure summary={text.minimum}>
                    <MinimumForm facilityId={facilityId} items={stockItems.nodes} />
                  </Disclosure>
                </div>
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
