import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import { toEntry } from '../../../lib/dates.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { useForm } from '../../../ui/Form/use-form.ts'
import { AreaFields } from './AreaFields.tsx'
import { basicFactsOf, BasicFields } from './BasicFields.tsx'
import { BlockForm } from './BlockForm.tsx'
import { orNull, typedOf } from './entries.ts'

const BasicForm_facility = graphql(`
  fragment BasicForm_facility on Facility {
    id
    version
    name
    kana
    postalCode
    municipality {
      id
      code
    }
    address
    building
    latitude
    longitude
    phone
    fax
    url
    capacity
    openedOn
    level1Area {
      id
    }
    level2Area {
      id
    }
    schoolDistrict {
      id
    }
    ...BlockForm_facility
  }
`)

const Edit = graphql(`
  mutation BasicForm_editFacilityBasics($input: EditFacilityBasicsInput!) {
    editFacilityBasics(input: $input) {
      __typename
      ... on EditFacilityBasicsPayload {
        facility {
          id
          shortName
          ...BasicForm_facility
          ...BasicFacts_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

interface AreaEntry {
  id: string
  name: string
}

const areaOf = ({ id, name }: AreaEntry) => ({ id: orNull(name) ? null : orNull(id), name: orNull(name) })
const areaEntry = (area: { id: string } | null): AreaEntry => ({ id: area?.id ?? '', name: '' })

/** 「基本の情報を直す」 */
export function BasicForm({ facility: given }: { facility: FragmentType<typeof BasicForm_facility> }) {
  const facility = readFragment(BasicForm_facility, given)
  const edit = useFacilityEditText()
  const send = useCommand(Edit)
  const form = useForm({
    defaultValues: {
      version: facility.version,
      name: facility.name,
      kana: facility.kana,
      postalCode: typedOf(facility.postalCode),
      municipalityCode: facility.municipality.code,
      address: facility.address,
      building: typedOf(facility.building),
      latitude: typedOf(facility.latitude),
      longitude: typedOf(facility.longitude),
      phone: typedOf(facility.phone),
      fax: typedOf(facility.fax),
      url: typedOf(facility.url),
      capacity: typedOf(facility.capacity),
      openedOn: toEntry(facility.openedOn),
      level1Area: areaEntry(facility.level1Area),
      level2Area: areaEntry(facility.level2Area),
      schoolDistrict: areaEntry(facility.schoolDistrict),
    },
    draft: {
      key: `facility-basic:${facility.id}`,
      title: edit.titles.BASIC,
      path: `/facilities/${facility.id}/edit/basic`,
    },
  })
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="BASIC"
      submit={({ version, level1Area, level2Area, schoolDistrict, ...typed }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            ...basicFactsOf(typed),
            level1Area: areaOf(level1Area),
            level2Area: areaOf(level2Area),
            schoolDistrict: areaOf(schoolDistrict),
          },
        })
      }
    >
      <BasicFields />
      <AreaFields />
    </BlockForm>
  )
}
