import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { AsOfBand } from '../../features/registry/AsOfBand.tsx'
import { AsOfForm } from '../../features/registry/AsOfForm.tsx'
import { BasicFacts } from '../../features/registry/BasicFacts.tsx'
import { ConfirmationHistory } from '../../features/registry/ConfirmationHistory.tsx'
import { ConfirmAll, ConfirmBlock } from '../../features/registry/ConfirmBlock.tsx'
import { ContactList } from '../../features/registry/ContactList.tsx'
import { EquipmentList } from '../../features/registry/EquipmentList.tsx'
import { FacilityAsOf } from '../../features/registry/FacilityAsOf.tsx'
import { FacilityShelters } from '../../features/registry/FacilityShelters.tsx'
import { LatestChanges } from '../../features/registry/LatestChanges.tsx'
import { OfficeList } from '../../features/registry/OfficeList.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { MistakeNotice } from '../../features/registry/mistakes/MistakeNotice.tsx'
import { PublicPageLink } from '../../features/registry/PublicPageLink.tsx'
import { QualificationList } from '../../features/registry/QualificationList.tsx'
import { ResourceList } from '../../features/registry/ResourceList.tsx'
import { graphql } from '../../generated/gql.ts'
import type { FacilityBlock, FacilityPageQuery } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useLanguage } from '../../lib/language.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useShelterLinksText } from '../../locales/shelter-links.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Chunk } from '../../ui/Chunk/Chunk.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
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
      status
      endedOn
      entrustedBy
      successor {
        id
        shortName
      }
      viewerCan {
        close {
          allowed
        }
        transfer {
          allowed
        }
        confirm {
          allowed
        }
      }
      mistakeReportCount
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
      ...ResourceList_facility
      ...QualificationList_facility
      ...FacilityShelters_facility
      ...LatestChanges_facility
      ...ConfirmationHistory_facility
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId')

/** The facilities one looks after oneself are there without a network; others' telephone lists need not lie about. */
const isOwn = ({ facility }: FacilityPageQuery) => facility?.viewerCan.confirm.allowed ?? false

/** One facility, block by block, each with when it was last confirmed. */
export function FacilityPage() {
  const text = useRegistryText().facility
  const { facilityId } = route.useParams()
  const [result, readAgain] = useKeptQuery(
    { query: FacilityPage_query, variables: { id: facilityId } },
    { keeps: isOwn },
  )
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) => (facility ? <Facility facility={facility} /> : <PageHead title={text.notFound} />)}
    </Loaded>
  )
}

type Part = FacilityBlock | 'shelters' | 'history' | 'changes'

const BLOCKS: readonly Part[] = [
  'BASIC',
  'CONTACTS',
  'EQUIPMENT',
  'SERVICES',
  'RESOURCES',
  'STAFF',
  'shelters',
  'history',
  'changes',
]

function Facility({ facility }: { facility: NonNullable<FacilityPageQuery['facility']> }) {
  const text = useRegistryText()
  const { blocks } = text.facility
  const edit = useFacilityEditText()
  const asOfText = useHistoryText().asOf
  const language = useLanguage()
  const navigate = useNavigate()
  const { asOf } = route.useSearch()
  const titleOf = (block: Part) =>
    block === 'shelters' || block === 'history' || block === 'changes' ? text.facility[block] : blocks[block]
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
          <>
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
            {facility.entrustedBy && facility.status === 'ACTIVE' && (
              <p className="prose-strong">{text.facility.entrustedLead(facility.entrustedBy)}</p>
            )}
          </>
        }
        actions={
          <>
            {!asOf && <ConfirmAll facility={facility} />}
            <PrintButton />
          </>
        }
      />
      {!asOf && <MistakeNotice count={facility.mistakeReportCount} />}
      {facility.status !== 'ACTIVE' && !asOf && (
        <Notice>
          {facility.endedOn && <p>{edit.close.band(formatDate(facility.endedOn, language))}</p>}
          {facility.successor && (
            <p>
              {edit.close.goesOn}
              <Link to="/facilities/$facilityId" params={{ facilityId: facility.successor.id }}>
                {facility.successor.shortName}
              </Link>
            </p>
          )}
        </Notice>
      )}
      {asOf ? (
        <>
          <AsOfBand asOf={asOf}>
            <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
              {asOfText.today}
            </Link>
          </AsOfBand>
          <FacilityAsOf facilityId={facility.id} asOf={asOf} />
        </>
      ) : (
        <Blocks facility={facility} titleOf={titleOf} />
      )}
      <AsOfForm
        key={asOf}
        asOf={asOf}
        onChoose={(day) =>
          void navigate({
            to: '/facilities/$facilityId',
            params: { facilityId: facility.id },
            search: { asOf: day },
          })
        }
      />
      {facility.viewerCan.close.allowed && !asOf && (
        <p className="yui-no-print mt-6">
          <Link to="/facilities/$facilityId/close" params={{ facilityId: facility.id }}>
            {facility.status === 'ACTIVE' ? edit.close.link : edit.reopen.link}
          </Link>
        </p>
      )}
      {facility.viewerCan.transfer.allowed && facility.status === 'ACTIVE' && !asOf && (
        <p className="yui-no-print mt-3">
          <Link to="/facilities/$facilityId/transfer" params={{ facilityId: facility.id }}>
            {edit.transfer.link}
          </Link>
        </p>
      )}
    </>
  )
}

/** Pages of their own, for disasters. */
const REGISTERS = ['stock', 'inspections', 'skills'] as const

interface BlocksProps {
  facility: NonNullable<FacilityPageQuery['facility']>
  titleOf: (part: Part) => string
}

/** What stands now, block by block. */
function Blocks({ facility, titleOf }: BlocksProps) {
  const links = useShelterLinksText()
  const text = useRegistryText()
  const { blocks } = text.facility
  const confirmable = (block: FacilityBlock) => <ConfirmBlock facility={facility} block={block} />
  return (
    <>
      <nav className="yui-no-print mb-6" aria-label={text.facility.contents}>
        <ul className="flex flex-wrap gap-x-6">
          {BLOCKS.map((block) => (
            <li key={block}>
              <a className="inline-flex min-h-11 items-center" href={`#${block.toLowerCase()}`}>
                {titleOf(block)}
              </a>
            </li>
          ))}
          {REGISTERS.map((register) => (
            <li key={register}>
              <Link
                className="inline-flex min-h-11 items-center"
                to={`/facilities/$facilityId/${register}`}
                params={{ facilityId: facility.id }}
              >
                {links[register]}
              </Link>
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
      <Chunk title={blocks.RESOURCES} id="resources" aside={confirmable('RESOURCES')}>
        <ResourceList facility={facility} />
      </Chunk>
      <Chunk title={blocks.STAFF} id="staff" aside={confirmable('STAFF')}>
        <QualificationList facility={facility} />
      </Chunk>
      <Chunk title={text.facility.shelters} id="shelters">
        <FacilityShelters facility={facility} />
        <p className="yui-no-print mt-3">
          <Link to="/shelters/welfare/$facilityId" params={{ facilityId: facility.id }}>
            {links.record}
          </Link>
        </p>
      </Chunk>
      <Chunk title={text.facility.history} id="history">
        <ConfirmationHistory facility={facility} />
      </Chunk>
      <Chunk
        title={text.facility.changes}
        id="changes"
        aside={<p className="prose-note">{text.facility.changesNote}</p>}
      >
        <LatestChanges facility={facility} />
      </Chunk>
    </>
  )
}
