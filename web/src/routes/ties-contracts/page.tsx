import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ContractTable } from '../../features/collaboration/ContractTable.tsx'
import { OfferForm } from '../../features/collaboration/OfferForm.tsx'
import { ServiceTable } from '../../features/collaboration/ServiceTable.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/collaboration/ties.css'

const ContractsPage_query = graphql(`
  query ContractsPage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
      services(first: 100) {
        nodes {
          id
          ...ServiceTable_service
        }
      }
      contracts(first: 100) {
        nodes {
          id
          ...ContractTable_tie
        }
      }
    }
    collaborationPicture(platformId: $id) {
      ownCorporationId
      corporations {
        corporationId
        name
      }
    }
  }
`)

const route = getRouteApi('/network/ties/contracts')

/** サービスと契約: what hubs of a network offer, and the contracts between its members. */
export function ContractsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Contracts id={chosen} />}</ChosenNetwork>
}

function Contracts({ id }: { id: string }) {
  const texts = useTiesText()
  const text = texts.hub
  const viewer = useViewer()
  const roles = viewer?.acting?.roles ?? []
  const proposes = roles.includes('CORPORATION_ADMIN')
  const [result, readAgain] = useQuery({ query: ContractsPage_query, variables: { id } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network/ties" search={{ id }}>
          {texts.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={16}>
        {({ platform, collaborationPicture }) => {
          if (!platform) return <PageHead title={texts.none} lead={<p>{texts.noneBody}</p>} />
          const { services, contracts } = platform
          const members = collaborationPicture?.corporations ?? []
          const hubs = roles.includes('PLATFORM_SECRETARIAT')
            ? members
            : members.filter(
                ({ corporationId }) => proposes && corporationId === collaborationPicture?.ownCorporationId,
              )
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead}</p>}
                actions={<PrintButton />}
              />
              <Section title={text.services}>
                {services.nodes.length === 0 ? (
                  <p>{text.noServices}</p>
                ) : (
                  <ServiceTable
                    platformId={id}
                    services={services.nodes}
                    proposes={proposes}
                    onConflict={again}
                  />
                )}
                {hubs.length > 0 && (
                  <Disclosure summary={text.offer.title}>
                    <OfferForm platformId={id} providers={hubs} />
                  </Disclosure>
                )}
              </Section>
              <Section title={text.contractList}>
                {contracts.nodes.length === 0 ? (
                  <p>{text.noContracts}</p>
                ) : (
                  <ContractTable ties={contracts.nodes} />
                )}
              </Section>
            </>
          )
        }}
      </Loaded>
    </>
  )
}
