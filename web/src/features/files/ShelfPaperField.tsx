import { useDeferredValue, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useNetwork } from '../../lib/networks.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useShelfPaperText } from '../../locales/shelf-paper.ts'
import { Field } from '../../ui/Field/Field.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const ShelfPaperField_shelf = graphql(`
  query ShelfPaperField($platformId: ID!, $search: String) {
    documents(platformId: $platformId, search: $search, first: 100) {
      totalCount
      nodes {
        id
        title
        audience
        latestNumber
      }
    }
  }
`)

interface ShelfPaperFieldProps {
  /** Name in the form; holds the id of the document, blank for none. */
  name: string
  label?: string
  /** The network whose shelf it is; the one acted in if left out. */
  platformId?: string
}

/** Chooses a paper of the network's shelf that members can open. Not there for who acts in no network. */
export function ShelfPaperField({ name, label, platformId: given }: ShelfPaperFieldProps) {
  const text = useShelfPaperText()
  const network = useNetwork(useViewer())
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const platformId = given ?? network?.id
  const [{ data }] = useQuery({
    query: ShelfPaperField_shelf,
    variables: { platformId: platformId ?? '', search: search || null },
    pause: !platformId,
  })
  const [most, setMost] = useState(0)
  if (!platformId || !data) return null
  const { totalCount, nodes } = data.documents
  if (totalCount > most) setMost(totalCount)
  const papers = nodes.filter(({ audience, latestNumber }) => audience === 'MEMBERS' && latestNumber > 0)
  if (papers.length === 0 && typed === '') return <p className="prose-note">{text.empty}</p>
  return (
    <>
      {most > nodes.length || typed !== '' ? (
        <Field label={text.search} support={text.searchSupport(most)}>
          {(control) => <Input {...control} value={typed} onChange={({ target }) => type(target.value)} />}
        </Field>
      ) : null}
      <SelectField
        name={name}
        label={label ?? text.label}
        support={text.support}
        options={papers.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </>
  )
}
