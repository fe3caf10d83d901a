import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { AreaTable_CommunityAreaFragment as Area } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

export const AreaTable_communityArea = graphql(`
  fragment AreaTable_communityArea on CommunityArea {
    id
    kind
    name
    source
    confirmed
    version
    municipality {
      id
      name
    }
    viewerCan {
      confirm {
        allowed
      }
    }
  }
`)

const Confirm = graphql(`
  mutation AreaTable_confirmCommunityArea($input: ConfirmCommunityAreaInput!) {
    confirmCommunityArea(input: $input) {
      __typename
      ... on ConfirmCommunityAreaPayload {
        communityArea {
          id
          ...AreaTable_communityArea
        }
      }
      ...Refusal
    }
  }
`)

/** Areas and school districts, each with its source; the operator records where it was checked. */
export function AreaTable({ areas }: { areas: readonly FragmentType<typeof AreaTable_communityArea>[] }) {
  const text = useFacilityEditText().areas
  const { columns } = text
  const [open, setOpen] = useState<string>()
  const rows = readFragment(AreaTable_communityArea, areas)
  if (rows.length === 0) return <p>{text.none}</p>
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.municipality}</Head>
          <Head>{columns.kind}</Head>
          <Head>{columns.name}</Head>
          <Head>{columns.source}</Head>
          <Head>{columns.confirmed}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((area) => (
          <tr key={area.id}>
            <Cell label={columns.municipality}>{area.municipality.name}</Cell>
            <Cell label={columns.kind}>{text.kinds[area.kind]}</Cell>
            <th scope="row">{area.name}</th>
            <Cell label={columns.source}>{area.source}</Cell>
            <Cell label={columns.confirmed}>
              {area.confirmed ? text.confirmed : text.unconfirmed}
              {area.viewerCan.confirm.allowed && open !== area.id && (
                <div>
                  <Button kind="text" onClick={() => setOpen(area.id)}>
                    {text.confirm}
                    <span className="sr-only">（{area.name}）</span>
                  </Button>
                </div>
              )}
              {open === area.id && <ConfirmForm area={area} onClose={() => setOpen(undefined)} />}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function ConfirmForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const text = useFacilityEditText().areas
  const send = useCommand(Confirm)
  const form = useForm({ defaultValues: { name: area.name, source: area.confirmed ? area.source : '' } })
  return (
    <Form
      form={form}
      submit={({ name, source }) =>
        send({ input: { communityAreaId: area.id, version: area.version, name, source } })
      }
      onDone={onClose}
    >
      <TextField name="name" label={text.name} required maxLength={100} />
      <TextField name="source" label={text.source} support={text.sourceSupport} required maxLength={500} />
      <FormEnd submit={text.save}>
        <Button onClick={onClose}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
