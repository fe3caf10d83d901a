import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useMembersText } from '../../locales/members.ts'
import { Field } from '../../ui/Field/Field.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const Candidates = graphql(`
  query CorporationFieldCandidates($text: String!, $sample: Boolean!) {
    corporations(first: 20, text: $text, sample: $sample) {
      nodes {
        id
        name
        seatAddress
      }
    }
  }
`)

/** Finds a corporation of the registry by a part of its name and chooses it. */
export function CorporationField({ name, sample }: { name: string; sample: boolean }) {
  const text = useMembersText().invite
  const [search, setSearch] = useState('')
  const [{ data }] = useQuery({
    query: Candidates,
    variables: { text: search, sample },
    pause: search.trim() === '',
  })
  return (
    <>
      <Field label={text.search} support={text.searchSupport}>
        {(control) => (
          <Input
            {...control}
            width="mail"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
      </Field>
      <SelectField
        name={name}
        label={text.corporation}
        required
        options={(data?.corporations.nodes ?? []).map(({ id, name: label, seatAddress }) => ({
          value: id,
          label: seatAddress ? `${label}（${seatAddress}）` : label,
        }))}
      />
    </>
  )
}
