import { useWatch } from 'react-hook-form'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'

const Areas = graphql(`
  query AreaFields($municipalityCode: String!) {
    communityAreas(first: 100, municipalityCode: $municipalityCode) {
      nodes {
        id
        kind
        name
        confirmed
      }
    }
  }
`)

const KINDS = [
  { field: 'level1Area', kind: 'LEVEL1', word: 'level1' },
  { field: 'level2Area', kind: 'LEVEL2', word: 'level2' },
  { field: 'schoolDistrict', kind: 'SCHOOL_DISTRICT', word: 'district' },
] as const

/** Areas of mutual help and the school district: one of the municipality's list, or a name that the list lacks. */
export function AreaFields() {
  const text = useFacilityEditText().basic
  const municipalityCode = useWatch({ name: 'municipalityCode' }) as string
  const [{ data }] = useQuery({
    query: Areas,
    variables: { municipalityCode },
    pause: municipalityCode === '',
  })
  const areas = data?.communityAreas.nodes ?? []
  return (
    <fieldset className="yui-field">
      <legend className="yui-field__label">{text.areas}</legend>
      <p className="yui-field__support">{text.areasSupport}</p>
      {KINDS.map(({ field, kind, word }) => {
        const known = areas.filter((area) => area.kind === kind)
        return (
          <div key={field}>
            {known.length > 0 && (
              <SelectField
                name={`${field}.id`}
                label={text[word]}
                options={known.map(({ id, name, confirmed }) => ({
                  value: id,
                  label: confirmed ? name : text.unconfirmed(name),
                }))}
              />
            )}
            <TextField
              name={`${field}.name`}
              label={known.length > 0 ? text.newArea(text[word]) : text[word]}
              support={text.newAreaSupport}
              maxLength={100}
              width="name"
            />
          </div>
        )
      })}
    </fieldset>
  )
}
