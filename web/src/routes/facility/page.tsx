import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { BasicFacts } from '../../features/registry/BasicFacts.tsx'
import { ConfirmationHistory } from '../../features/registry/ConfirmationHistory.tsx'
import { ConfirmAll, ConfirmBlock } from '../../features/registry/ConfirmBlock.tsx'
import { ContactList } from '../../features/registry/ContactList.tsx'
import { EquipmentList } from '../../features/registry/EquipmentList.tsx'
import { FacilityShelters } from '../../features/registry/FacilityShelters.tsx'
import { OfficeList } from '../../features/registry/OfficeList.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { PublicPageLink } from '../../features/registry/PublicPageLink.tsx'
import { graphql } from '../../generated/gql.ts'
import type { FacilityBlock, FacilityPageQuery } from '../../generated/graphql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Chunk } from '../../ui/Chunk/Chunk.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const FacilityPage_query = graphql(`
  query FacilityPage($id: ID!) {
    facility(id: $id) {
      id
      shortName
      address
      phone
      sample
      mainServiceKind {
        id
        shortName
      }
      corporation {
        id
        name
      }
      ...BasicFacts_facility
      ...ConfirmBlock_facility
      ...ContactList_facility
      ...EquipmentList_facility
      ...OfficeList_facility
      ...FacilityShelters_facility
      ...ConfirmationHistory_facility
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId')

/** One facility, block by block, each with when it was last confirmed. */
export function FacilityPage() {
  const text = useRegistryText().facility
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: FacilityPage_query, variables: { id: facilityId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) => (facility ? <Facility facility={facility} /> : <PageHead title={text.notFound} />)}
    </Loaded>
  )
}

const BLOCKS: readonly (FacilityBlock | 'shelters' | 'history')[] = [
  'BASIC',
  'CONTACTS',
  'EQUIPMENT',
  'SERVICES',
  'shelters',
  'history',
]

function Facility({ facility }: { facility: NonNullable<FacilityPageQuery['facility']> }) {
  const text = useRegistryText()
  const { blocks } = text.facility
  const titleOf = (block: (typeof BLOCKS)[number]) =>
    block === 'shelters' || block === 'history' ? text.facility[block] : blocks[block]
  const confirmable = (block: FacilityBlock) => <ConfirmBlock facility={facility} block={block} />
  return (
    <>
      <Breadcrumbs current={facility.shortName}>
        <Link to="/registry">{text.search.title}</Link>
      </Breadcrumbs>
      <PageHead
        title={facility.shortName}
        kicker={facility.mainServiceKind?.shortName}
        sample={facility.sample}
        lead={
          <p className="flex flex-wrap gap-x-4">
            {facility.corporation ? (
              <Link to="/corporations/$corporationId" params={{ corporationId: facility.corporation.id }}>
                {facility.corporation.name}
              </Link>
            ) : (
              text.facility.noCorporation
            )}
            <span>{facility.address}</span>
            {facility.phone && <PhoneLink number={facility.phone} />}
          </p>
        }
        actions={
          <>
            <ConfirmAll facility={facility} />
            <PrintButton />
          </>
        }
      />
      <nav className="yui-no-print mb-6" aria-label={text.facility.contents}>
        <ul className="flex flex-wrap gap-x-6">
          {BLOCKS.map((block) => (
            <li key={block}>
              <a className="inline-flex min-h-11 items-center" href={`#${block.toLowerCase()}`}>
                {titleOf(block)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Chunk title={blocks.BASIC} id="basic" aside={confirmable('BASIC')}>
        <BasicFacts facility={facility} />
        <PublicPageLink kind="facilities" id={facility.id} />
      </Chunk>
      <Chunk title={blocks.CONTACTS} id="contacts" aside={confirmable('CONTACTS')}>
        <ContactList facility={facility} />
      </Chunk>
      <Chunk title={blocks.EQUIPMENT} id="equipment" aside={confirmable('EQUIPMENT')}>
        <EquipmentList facility={facility} />
      </Chunk>
      <Chunk title={blocks.SERVICES} id="services" aside={confirmable('SERVICES')}>
        <OfficeList facility={facility} />
      </Chunk>
      <Chunk title={text.facility.shelters} id="shelters">
        <FacilityShelters facility={facility} />
      </Chunk>
      <Chunk title={text.facility.history} id="history">
        <ConfirmationHistory facility={facility} />
      </Chunk>
    </>
  )
}
