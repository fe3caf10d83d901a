import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { BasicForm } from '../../features/registry/edit/BasicForm.tsx'
import { ContactsForm } from '../../features/registry/edit/ContactsForm.tsx'
import { EquipmentForm } from '../../features/registry/edit/EquipmentForm.tsx'
import { ResourcesForm } from '../../features/registry/edit/ResourcesForm.tsx'
import { ServicesForm } from '../../features/registry/edit/ServicesForm.tsx'
import { StaffForm } from '../../features/registry/edit/StaffForm.tsx'
import { graphql } from '../../generated/gql.ts'
import type { FacilityBlock, FacilityEditPageQuery } from '../../generated/graphql.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FacilityEditPage_query = graphql(`
  query FacilityEditPage($id: ID!) {
    facility(id: $id) {
      id
      shortName
      sample
      status
      viewerCan {
        edit {
          allowed
          reason
        }
        editContacts {
          allowed
          reason
        }
      }
      ...BasicForm_facility
      ...ContactsForm_facility
      ...EquipmentForm_facility
      ...ServicesForm_facility
      ...ResourcesForm_facility
      ...StaffForm_facility
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/edit/$block')

const FORMS = {
  BASIC: BasicForm,
  CONTACTS: ContactsForm,
  EQUIPMENT: EquipmentForm,
  SERVICES: ServicesForm,
  RESOURCES: ResourcesForm,
  STAFF: StaffForm,
} as const

const isBlock = (name: string): name is FacilityBlock => name in FORMS

/** 「直す」: the form of one block of a facility. */
export function FacilityEditPage() {
  const { facilityId, block: segment } = route.useParams()
  const notFound = useRegistryText().facility.notFound
  const [result, readAgain] = useQuery({ query: FacilityEditPage_query, variables: { id: facilityId } })
  const block = segment.toUpperCase()
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) =>
        facility && isBlock(block) ? (
          <Edit key={block} facility={facility} block={block} />
        ) : (
          <PageHead title={notFound} />
        )
      }
    </Loaded>
  )
}

interface EditProps {
  facility: NonNullable<FacilityEditPageQuery['facility']>
  block: FacilityBlock
}

function Edit({ facility, block }: EditProps) {
  const text = useFacilityEditText()
  const reasonText = useReasonText()
  const { title } = useRegistryText().search
  const { edit, editContacts } = facility.viewerCan
  const { allowed, reason } = block === 'CONTACTS' ? editContacts : edit
  const BlockFields = FORMS[block]
  return (
    <>
      <Breadcrumbs current={text.titles[block]}>
        <Link to="/registry">{title}</Link>
        <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
          {facility.shortName}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={text.titles[block]}
        sample={facility.sample}
        lead={
          <>
            <p>{facility.shortName}</p>
            <p>{text.leads[block]}</p>
          </>
        }
      />
      {!allowed || facility.status !== 'ACTIVE' ? (
        <Notice>
          <p>{allowed ? text.ended : reason ? reasonText(reason) : text.notAllowed}</p>
          <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
            {text.back}
          </Link>
        </Notice>
      ) : (
        <BlockFields facility={facility} />
      )}
    </>
  )
}
