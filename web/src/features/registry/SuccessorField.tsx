import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Field } from '../../ui/Field/Field.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const Candidates = graphql(`
  query SuccessorFieldCandidates($text: String!, $sample: Boolean!) {
    corporations(first: 20, text: $text, sample: $sample) {
      nodes {
        id
        name
        seatAddress
      }
    }
  }
`)

interface SuccessorFieldProps {
  name: string
  /** The corporation that ends: it cannot follow itself. */
  exceptId: string
  /** Invented corporations are followed by invented ones. */
  sample: boolean
  required: boolean
  /** What the fields are called, if it is not about who follows. */
  words?: { search: string; searchSupport: string; choice: string }
}

/** Finds a corporation by a part of its name and chooses it. */
export function SuccessorField({ name, exceptId, sample, required, words }: SuccessorFieldProps) {
  const text = useCorporationText().ending
  const [search, setSearch] = useState('')
  const [{ data }] = useQuery({
    query: Candidates,
    variables: { text: search, sample },
    pause: search.trim() === '',
  })
  const candidates = (data?.corporations.nodes ?? []).filter(({ id }) => id !== exceptId)
  return (
    <>
      <Field
        label={words?.search ?? text.successorSearch}
        support={words?.searchSupport ?? text.successorSearchSupport}
      >
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
        label={words?.choice ?? text.successor}
        support={required ? undefined : text.successorOptional}
        required={required}
        options={candidates.map(({ id, name: label, seatAddress }) => ({
          value: id,
          label: seatAddress ? `${label}（${seatAddress}）` : label,
        }))}
      />
    </>
  )
}
