import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ServiceKindTable_ServiceKindFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useServicesText } from '../../locales/services.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmServiceKindForm } from './ConfirmServiceKindForm.tsx'
import { EditServiceKindForm } from './EditServiceKindForm.tsx'

const ServiceKindTable_serviceKind = graphql(`
  fragment ServiceKindTable_serviceKind on ServiceKind {
    id
    scheme
    code
    name
    shortName
    source
    confirmed
    validFrom
    validTo
    version
    officeCount
    viewerCan {
      edit {
        allowed
      }
    }
  }
`)

type Row = ServiceKindTable_ServiceKindFragment

interface ServiceKindTableProps {
  serviceKinds: readonly FragmentType<typeof ServiceKindTable_serviceKind>[]
}

/** The master data of services with their sources; the operator corrects and confirms them here. */
export function ServiceKindTable({ serviceKinds }: ServiceKindTableProps) {
  const text = useServicesText()
  const { columns } = text
  const [open, setOpen] = useState<{ row: Row; task: 'edit' | 'confirm' }>()
  const close = () => setOpen(undefined)
  const done = (words: string) => {
    announce(words)
    close()
  }
  return (
    <>
      <Table caption={text.caption} captionHidden dense>
        <thead>
          <tr>
            <Head>{columns.code}</Head>
            <Head>{columns.name}</Head>
            <Head>{columns.shortName}</Head>
            <Head>{columns.source}</Head>
            <Head numeric>{columns.offices}</Head>
          </tr>
        </thead>
        <tbody>
          {readFragment(ServiceKindTable_serviceKind, serviceKinds).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {text.schemes[row.scheme]} {row.code}
              </th>
              <Cell label={columns.name}>{row.name}</Cell>
              <Cell label={columns.shortName}>{row.shortName}</Cell>
              <Cell label={columns.source}>
                {!row.confirmed && <b className="prose-strong">{text.unconfirmed}　</b>}
                {row.source}
                {row.viewerCan.edit.allowed && (
                  <span className="yui-no-print flex flex-wrap gap-x-4">
                    <Button kind="text" onClick={() => setOpen({ row, task: 'edit' })}>
                      {text.editShort}
                      <span className="sr-only">（{row.name}）</span>
                    </Button>
                    <Button kind="text" onClick={() => setOpen({ row, task: 'confirm' })}>
                      {text.confirmShort}
                      <span className="sr-only">（{row.name}）</span>
                    </Button>
                  </span>
                )}
              </Cell>
              <Cell label={columns.offices} numeric>
                {row.officeCount}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Dialog title={open ? text[open.task](open.row.name) : ''} open={open !== undefined} onClose={close}>
        {open?.task === 'edit' && (
          <EditServiceKindForm row={open.row} onDone={() => done(text.saved)} onCancel={close} />
        )}
        {open?.task === 'confirm' && (
          <ConfirmServiceKindForm row={open.row} onDone={() => done(text.confirmed)} onCancel={close} />
        )}
      </Dialog>
    </>
  )
}
