import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { MasterFactTable_MasterFactFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, isoOf, toEntry } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const MasterFactTable_masterFact = graphql(`
  fragment MasterFactTable_masterFact on MasterFact {
    id
    key
    title
    lines
    source
    confirmed
    validFrom
    validTo
    version
    viewerCan {
      edit {
        allowed
      }
    }
  }
`)

const Edit = graphql(`
  mutation MasterFactTable_edit($input: EditMasterFactInput!) {
    editMasterFact(input: $input) {
      __typename
      ... on EditMasterFactPayload {
        masterFact {
          id
          ...MasterFactTable_masterFact
        }
      }
      ...Refusal
    }
  }
`)

const Confirm = graphql(`
  mutation MasterFactTable_confirm($input: ConfirmMasterFactInput!) {
    confirmMasterFact(input: $input) {
      __typename
      ... on ConfirmMasterFactPayload {
        masterFact {
          id
          ...MasterFactTable_masterFact
        }
      }
      ...Refusal
    }
  }
`)

type Row = MasterFactTable_MasterFactFragment

interface MasterFactTableProps {
  masterFacts: readonly FragmentType<typeof MasterFactTable_masterFact>[]
}

/** The lists of the state's with their sources; the operator corrects and confirms them here. */
export function MasterFactTable({ masterFacts }: MasterFactTableProps) {
  const text = useCorporationText().facts
  const language = useLanguage()
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
            <Head>{columns.title}</Head>
            <Head>{columns.lines}</Head>
            <Head>{columns.valid}</Head>
            <Head>{columns.source}</Head>
          </tr>
        </thead>
        <tbody>
          {readFragment(MasterFactTable_masterFact, masterFacts).map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              <Cell label={columns.lines}>
                <div className="desktop:whitespace-nowrap">
                  <Disclosure summary={text.entries(row.lines.length)}>
                    <ul>
                      {row.lines.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </Disclosure>
                </div>
              </Cell>
              <Cell label={columns.valid}>
                {text.since(formatDate(row.validFrom, language))}
                {row.validTo && (
                  <>
                    <br />
                    {text.until(formatDate(row.validTo, language))}
                  </>
                )}
              </Cell>
              <Cell label={columns.source}>
                {!row.confirmed && <b className="prose-strong">{text.unconfirmed}　</b>}
                {row.source}
                {row.viewerCan.edit.allowed && (
                  <span className="yui-no-print flex flex-wrap gap-x-4">
                    <Button kind="text" onClick={() => setOpen({ row, task: 'edit' })}>
                      {text.editShort}
                      <span className="sr-only">（{row.title}）</span>
                    </Button>
                    <Button kind="text" onClick={() => setOpen({ row, task: 'confirm' })}>
                      {text.confirmShort}
                      <span className="sr-only">（{row.title}）</span>
                    </Button>
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Dialog title={open ? text[open.task](open.row.title) : ''} open={open !== undefined} onClose={close}>
        {open?.task === 'edit' && <EditForm row={open.row} onDone={() => done(text.saved)} onClose={close} />}
        {open?.task === 'confirm' && (
          <ConfirmForm row={open.row} onDone={() => done(text.confirmed)} onClose={close} />
        )}
      </Dialog>
    </>
  )
}

interface FormProps {
  row: Row
  onDone: () => void
  onClose: () => void
}

function EditForm({ row, onDone, onClose }: FormProps) {
  const text = useCorporationText().facts
  const edit = useCommand(Edit)
  const supports: Readonly<Record<string, string>> = text.linesSupport
  const form = useForm({
    defaultValues: {
      title: row.title,
      lines: row.lines.join('\n'),
      validFrom: toEntry(row.validFrom),
      validTo: toEntry(row.validTo),
    },
  })
  return (
    <Form
      form={form}
      submit={({ title, lines, validFrom, validTo }) =>
        edit({
          input: {
            masterFactId: row.id,
            version: row.version,
            title,
            lines: lines.split('\n'),
            validFrom: isoOf(validFrom) ?? row.validFrom,
            validTo: isoOf(validTo),
          },
        })
      }
      onDone={onDone}
    >
      <TextField name="title" label={text.name} required maxLength={60} />
      <TextAreaField
        name="lines"
        label={text.linesLabel}
        support={supports[row.key]}
        required
        rows={8}
        errors={{ LINE_UNREADABLE: text.lineUnreadable }}
      />
      <DateFields name="validFrom" label={text.validFrom} required />
      <DateFields name="validTo" label={text.validTo} support={text.validToSupport} />
      <FormEnd submit={text.save} statement={<p>{text.editNote}</p>}>
        <Button onClick={onClose}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}

function ConfirmForm({ row, onDone, onClose }: FormProps) {
  const text = useCorporationText().facts
  const confirm = useCommand(Confirm)
  const form = useForm({ defaultValues: { source: row.source } })
  return (
    <Form
      form={form}
      submit={({ source }) => confirm({ input: { masterFactId: row.id, version: row.version, source } })}
      onDone={onDone}
    >
      <TextField
        name="source"
        label={text.sourceLabel}
        support={text.sourceSupport}
        required
        maxLength={200}
      />
      <FormEnd submit={text.saveConfirmed}>
        <Button onClick={onClose}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
