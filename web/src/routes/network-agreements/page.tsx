import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AgreementForm } from '../../features/mutualaid/AgreementForm.tsx'
import { AgreementTable } from '../../features/mutualaid/AgreementTable.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const AgreementsPage_query = graphql(`
  query AgreementsPage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
      mayKeepAgreements
      mutualAidAgreements(first: 50) {
        nodes {
          id
          ...AgreementTable_agreement
        }
      }
      memberships(first: 100) {
        nodes {
          id
          corporation {
            id
            name
          }
        }
      }
    }
  }
`)

const route = getRouteApi('/network/agreements')

/** 相互応援協定: who has agreed to help whom with what. */
export function AgreementsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Agreements id={chosen} />}</ChosenNetwork>
}

function Agreements({ id }: { id: string }) {
  const text = useMutualaidText().agreements
  const networkText = useNetworkText()
  const [result, readAgain] = useQuery({ query: AgreementsPage_query, variables: { id } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={12}>
        {({ platform }) => (
          <>
            <PageHead
              title={text.title}
              {...(platform && { kicker: platform.name, sample: platform.sample })}
              lead={<p>{text.lead}</p>}
              actions={<PrintButton />}
            />
            {!platform || platform.mutualAidAgreements.nodes.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <AgreementTable agreements={platform.mutualAidAgreements.nodes} onConflict={again} />
            )}
            {platform?.mayKeepAgreements && (
              <div className="yui-no-print">
                <Disclosure summary={text.add.title}>
                  <AgreementForm
                    platformId={id}
                    members={platform.memberships.nodes.map(({ corporation }) => corporation)}
                  />
                </Disclosure>
              </div>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
