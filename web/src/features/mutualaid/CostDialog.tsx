import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { AidCostKind } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const CostDialog_categories = graphql(`
  query CostDialogCategories {
    reliefCategories(first: 50) {
      nodes {
        id
        name
        holds
        confirmed
      }
    }
  }
`)

const Note = graphql(`
  mutation CostDialog_note($input: NoteAidCostInput!) {
    noteAidCost(input: $input) {
      ... on NoteAidCostPayload {
        aidOffer {
          id
          ...CostList_offer
        }
      }
      ...Refusal
    }
  }
`)

interface CostDialogProps {
  offerId: string
  onClose: () => void
  onConflict: () => void
}

interface Values {
  kind: AidCostKind | ''
  categoryId: string
  onDate: DateEntry
  what: string
  minutes: string
  quantity: string
  yen: string
  evidence: string
}

const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(toDigits(typed)))

/** Notes what a dispatch took, under a category of 災害救助法. */
export function CostDialog({ offerId, onClose, onConflict }: CostDialogProps) {
  const texts = useMutualaidText()
  const text = texts.aid
  const send = useCommand(Note)
  const [{ data }] = useQuery({ query: CostDialog_categories })
  const form = useForm<Values>({
    defaultValues: {
      kind: '',
      categoryId: '',
      onDate: toEntry(today()),
      what: '',
      minutes: '',
      quantity: '',
      yen: '',
      evidence: '',
    },
  })
  const kind = form.hookForm.watch('kind')
  return (
    <Dialog title={text.noteCost} open onClose={onClose}>
      <Form
        form={form}
        submit={(values) =>
          send({
            input: {
              aidOfferId: offerId,
              kind: values.kind || 'OTHER',
              categoryId: values.categoryId,
              onDate: isoOf(values.onDate) ?? '',
              what: values.what,
              minutes: kind === 'HOURS' ? numberOf(values.minutes) : null,
              quantity: kind === 'GOODS' ? numberOf(values.quantity) : null,
              yen: numberOf(values.yen),
              evidence: values.evidence,
              idempotencyKey: crypto.randomUUID(),
            },
          })
        }
        onDone={() => {
          announce(text.costDone)
          onClose()
        }}
        onConflict={onConflict}
      >
        <SelectField
          name="kind"
          label={text.costKind}
          required
          options={Object.entries(text.costKinds).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="categoryId"
          label={text.category}
          support={text.categorySupport}
          required
          options={(data?.reliefCategories.nodes ?? []).map(({ id, name, confirmed }) => ({
            value: id,
            label: confirmed ? name : `${name} (${texts.unconfirmed})`,
          }))}
        />
        <DateFields name="onDate" label={text.onDate} required />
        <TextField name="what" label={text.what} support={text.whatSupport} required maxLength={60} />
        {kind === 'HOURS' && (
          <TextField
            name="minutes"
            label={text.minutes}
            support={text.minutesSupport}
            required
            inputMode="numeric"
            width="code"
            clean={toDigits}
          />
        )}
        {kind === 'GOODS' && (
          <TextField
            name="quantity"
            label={text.quantity}
            required
            inputMode="numeric"
            width="code"
            clean={toDigits}
          />
        )}
        <TextField
          name="yen"
          label={text.yen}
          support={text.yenSupport}
          required={kind === 'TRAVEL' || kind === 'OTHER'}
          inputMode="numeric"
          width="code"
          clean={toDigits}
        />
        <TextField name="evidence" label={text.evidence} support={text.evidenceSupport} maxLength={120} />
        <FormEnd submit={text.noteCost}>
          <Button onClick={onClose}>{texts.close}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  )
}
