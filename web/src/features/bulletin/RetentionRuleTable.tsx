import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { RetentionRuleTable_RuleFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, isoOf, toEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useRetentionText } from '../../locales/retention.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const RetentionRuleTable_rule = graphql(`
  fragment RetentionRuleTable_rule on RetentionRule {
    id
    kind
    years
    basis
    startsOn
    endsOn
    confirmedAt
    confirmedBy {
      id
      name
    }
    version
    viewerCan {
      edit {
        allowed
      }
    }
  }
`)

const Correct = graphql(`
  mutation RetentionRuleTable_correct($input: CorrectRetentionRuleInput!) {
    correctRetentionRule(input: $input) {
      ... on CorrectRetentionRulePayload {
        retentionRule {
          id
          ...RetentionRuleTable_rule
        }
      }
      ...Refusal
    }
  }
`)

const Confirm = graphql(`
  mutation RetentionRuleTable_confirm($input: ConfirmRetentionRuleInput!) {
    confirmRetentionRule(input: $input) {
      ... on ConfirmRetentionRulePayload {
        retentionRule {
          id
          ...RetentionRuleTable_rule
        }
      }
      ...Refusal
    }
  }
`)

type Row = RetentionRuleTable_RuleFragment

interface RetentionRuleTableProps {
  rules: readonly FragmentType<typeof RetentionRuleTable_rule>[]
  /** After a correction there may be one more. */
  onChanged: () => void
}

/** Proposals for how long papers are kept, with their basis; the operator corrects and confirms them here. */
export function RetentionRuleTable({ rules, onChanged }: RetentionRuleTableProps) {
  const text = useRetentionText()
  const { documents } = useBulletinText()
  const language = useLanguage()
  const { columns } = text
  const [open, setOpen] = useState<{ row: Row; task: 'correct' | 'confirm' }>()
  const close = () => setOpen(undefined)
  const done = (words: string) => {
    announce(words)
    close()
    onChanged()
  }
  const kindOf = ({ kind }: Row) => documents.kinds[kind]
  const title = open && (open.task === 'correct' ? text.correctOf : text.confirmOf)(kindOf(open.row))
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.kind}</Head>
            <Head>
              <span className="whitespace-nowrap">{columns.years}</span>
            </Head>
            <Head>{columns.basis}</Head>
            <Head>{columns.valid}</Head>
            <Head>{columns.confirmed}</Head>
          </tr>
        </thead>
        <tbody>
          {readFragment(RetentionRuleTable_rule, rules).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span className="whitespace-nowrap">{kindOf(row)}</span>
              </th>
              <Cell label={columns.years}>
                {row.years === null ? documents.forever : documents.years(row.years)}
              </Cell>
              <Cell label={columns.basis}>{row.basis}</Cell>
              <Cell label={columns.valid}>
                {text.since(formatDate(row.startsOn, language))}
                {row.endsOn && (
                  <>
                    <br />
                    {text.until(formatDate(row.endsOn, language))}
                  </>
                )}
              </Cell>
              <Cell label={columns.confirmed}>
                {row.confirmedAt ? (
                  <>
                    {text.confirmedOn(formatDate(row.confirmedAt, language))}
                    {row.confirmedBy && text.by(row.confirmedBy.name)}
                  </>
                ) : (
                  <b className="prose-strong">{text.unconfirmed}</b>
                )}
                {row.viewerCan.edit.allowed && (
                  <span className="yui-no-print flex flex-wrap gap-x-4">
                    <Button kind="text" onClick={() => setOpen({ row, task: 'correct' })}>
                      {text.correct}
                      <span className="sr-only">（{kindOf(row)}）</span>
                    </Button>
                    <Button kind="text" onClick={() => setOpen({ row, task: 'confirm' })}>
                      {text.confirm}
                      <span className="sr-only">（{kindOf(row)}）</span>
                    </Button>
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Dialog title={title ?? ''} open={open !== undefined} onClose={close}>
        {open?.task === 'correct' && (
          <CorrectForm row={open.row} onDone={() => done(text.saved)} onClose={close} />
        )}
        {open?.task === 'confirm' && (
          <ConfirmForm row={open.row} onDone={() => done(text.savedConfirmed)} onClose={close} />
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

function CorrectForm({ row, onDone, onClose }: FormProps) {
  const text = useRetentionText()
  const { documents } = useBulletinText()
  const correct = useCommand(Correct)
  const form = useForm({
    defaultValues: {
      keeping: row.years === null ? 'FOREVER' : 'YEARS',
      years: row.years === null ? '' : String(row.years),
      basis: row.basis,
      fromOn: toEntry(row.startsOn),
    },
  })
  const keeping = form.hookForm.watch('keeping')
  return (
    <Form
      form={form}
      submit={({ keeping: how, years, basis, fromOn }) =>
        correct({
          input: {
            retentionRuleId: row.id,
            years: how === 'FOREVER' ? null : Number(toDigits(years)),
            basis,
            fromOn: isoOf(fromOn) ?? row.startsOn,
            version: row.version,
          },
        })
      }
      onDone={onDone}
    >
      <RadioGroup
        name="keeping"
        label={documents.keeping}
        required
        options={[
          { value: 'YEARS', label: documents.byYears },
          { value: 'FOREVER', label: documents.forever },
        ]}
      />
      {keeping === 'YEARS' && (
        <TextField
          name="years"
          label={documents.yearCount}
          required
          inputMode="numeric"
          width="code"
          clean={toDigits}
          checks={{ NOT_A_NUMBER: (typed) => /^(?:[1-9][0-9]?|100)$/.test(toDigits(typed)) }}
          errors={{ NOT_A_NUMBER: documents.yearCountWrong }}
        />
      )}
      <TextField name="basis" label={text.basis} support={text.basisSupport} required maxLength={300} />
      <DateFields name="fromOn" label={text.fromOn} support={text.fromOnSupport} required />
      <FormEnd submit={text.save} statement={<p>{text.correctNote}</p>}>
        <Button onClick={onClose}>{text.leave}</Button>
      </FormEnd>
    </Form>
  )
}

function ConfirmForm({ row, onDone, onClose }: FormProps) {
  const text = useRetentionText()
  const confirm = useCommand(Confirm)
  const form = useForm({ defaultValues: { basis: row.basis } })
  return (
    <Form
      form={form}
      submit={({ basis }) => confirm({ input: { retentionRuleId: row.id, basis, version: row.version } })}
      onDone={onDone}
    >
      <TextField name="basis" label={text.checked} support={text.checkedSupport} required maxLength={300} />
      <FormEnd submit={text.saveConfirmed}>
        <Button onClick={onClose}>{text.leave}</Button>
      </FormEnd>
    </Form>
  )
}
