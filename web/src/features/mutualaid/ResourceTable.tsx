import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const ResourceTable_resource = graphql(`
  fragment ResourceTable_resource on AidResource {
    id
    kind
    label
    skill
    units
    version
  }
`)

const Retire = graphql(`
  mutation ResourceTable_retire($input: RetireAidResourceInput!) {
    retireAidResource(input: $input) {
      ... on RetireAidResourcePayload {
        aidResource {
          id
          retiredAt
        }
      }
      ...Refusal
    }
  }
`)

interface ResourceTableProps {
  resources: readonly FragmentType<typeof ResourceTable_resource>[]
  keeps: boolean
  onConflict?: () => void
}

/** People's shifts, vehicles and beds that can be given. */
export function ResourceTable({ resources: given, keeps, onConflict }: ResourceTableProps) {
  const texts = useMutualaidText()
  const text = texts.skillsPage
  const resources = readFragment(ResourceTable_resource, given)
  const [gone, retire] = useState<{ id: string; label: string; version: number }>()
  const send = useCommand(Retire)
  return (
    <>
      <Table caption={text.resources} captionHidden>
        <thead>
          <tr>
            <Head>{text.resourceColumns.label}</Head>
            <Head>{text.resourceColumns.kind}</Head>
            {keeps && <Head>{text.resourceColumns.action}</Head>}
          </tr>
        </thead>
        <tbody>
          {resources.map(({ id, kind, label, skill, units, version }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <Cell label={text.resourceColumns.kind}>
                {skill ? texts.skills[skill] : texts.kinds[kind]} {kind === 'BEDS' && text.beds(units)}
              </Cell>
              {keeps && (
                <Cell label={text.resourceColumns.action}>
                  <Button
                    kind="text"
                    aria-label={`${text.retire} ${label}`}
                    onClick={() => retire({ id, label, version })}
                  >
                    {text.retire}
                  </Button>
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={text.retireTitle(gone?.label ?? '')}
        body={text.retireBody}
        submit={text.retire}
        open={gone !== undefined}
        onClose={() => retire(undefined)}
        send={async () => {
          const outcome = await send({
            input: { aidResourceId: gone?.id ?? '', version: gone?.version ?? 0 },
          })
          if (outcome.kind === 'refused') onConflict?.()
          return outcome
        }}
        onDone={() => announce(text.retireDone)}
      />
    </>
  )
}
