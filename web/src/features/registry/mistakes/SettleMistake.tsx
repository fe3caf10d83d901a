import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import type { MistakeOutcome } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMistakesText } from '../../../locales/mistakes.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'

const Settle = graphql(`
  mutation SettleMistake_settle($input: SettleMistakeReportInput!) {
    settleMistakeReport(input: $input) {
      ... on SettleMistakeReportPayload {
        mistakeReport {
          id
          ...MistakeTable_report
        }
      }
      ...Refusal
    }
  }
`)

interface SettleMistakeProps {
  reportId: string
  version: number
  /** Name of the record, for screen readers: several buttons say the same. */
  name: string
  onSettled: () => void
}

/** Says what came of a report. */
export function SettleMistake({ name, ...rest }: SettleMistakeProps) {
  const text = useMistakesText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={text.settleOf(name)} onClick={() => setOpen(true)}>
        {text.settle}
      </Button>
      <Dialog title={text.dialogTitle} open={open} onClose={() => setOpen(false)}>
        {open && <SettleForm {...rest} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function SettleForm({
  reportId,
  version,
  onSettled,
  onClose,
}: Omit<SettleMistakeProps, 'name'> & { onClose: () => void }) {
  const text = useMistakesText()
  const settle = useCommand(Settle)
  const form = useForm({ defaultValues: { outcome: 'CORRECTED', note: '' } })
  return (
    <Form
      form={form}
      submit={({ outcome, note }) =>
        settle({
          input: {
            mistakeReportId: reportId,
            outcome: outcome as MistakeOutcome,
            note,
            version,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        announce(text.done)
        onClose()
        onSettled()
      }}
      onConflict={onSettled}
    >
      <RadioGroup
        name="outcome"
        label={text.outcome}
        required
        options={[
          { value: 'CORRECTED', label: text.corrected, support: text.correctedSupport },
          { value: 'UNCHANGED', label: text.unchanged, support: text.unchangedSupport },
        ]}
      />
      <TextAreaField name="note" label={text.note} support={text.noteSupport} maxLength={300} rows={3} />
      <FormEnd submit={text.submit}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
