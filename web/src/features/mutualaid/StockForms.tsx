import { graphql } from '../../generated/gql.ts'
import type { StockOwner } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Add = graphql(`
  mutation StockForms_add($input: AddStockLotInput!) {
    addStockLot(input: $input) {
      ... on AddStockLotPayload {
        stockLot {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Fix = graphql(`
  mutation StockForms_fix($input: FixStockMinimumInput!) {
    fixStockMinimum(input: $input) {
      ... on FixStockMinimumPayload {
        stockMinimum {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface StockFormProps {
  facilityId: string
  items: readonly { id: string; name: string; unit: string }[]
}

const optionsOf = (items: StockFormProps['items']) =>
  items.map(({ id, name, unit }) => ({ value: id, label: `${name} / ${unit}` }))

/** Puts a lot into the stock of a facility. */
export function AddLotForm({ facilityId, items }: StockFormProps) {
  const texts = useMutualaidText().stock
  const text = texts.add
  const send = useCommand(Add)
  const options = optionsOf(items)
  const defaultValues = {
    itemId: '',
    quantity: '',
    place: '',
    lotNumber: '',
    expiresOn: emptyDate,
    owner: 'FACILITY' as StockOwner,
  }
  const form = useForm({ defaultValues })
  return (
    <Form
      form={form}
      submit={({ itemId, quantity, place, lotNumber, expiresOn, owner }) =>
        send({
          input: {
            facilityId,
            itemId,
            quantity: Number(toDigits(quantity)),
            place,
            lotNumber,
            expiresOn: isoOf(expiresOn),
            owner,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <SelectField name="itemId" label={text.item} required options={options} />
      <TextField
        name="quantity"
        label={text.quantity}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
      />
      <TextField name="place" label={text.place} support={text.placeSupport} maxLength={60} />
      <DateFields name="expiresOn" label={text.expiresOn} />
      <SelectField
        name="owner"
        label={text.owner}
        required
        options={Object.entries(texts.owners).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="lotNumber" label={text.lotNumber} maxLength={40} width="tel" />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}

/** Says below which number the stock of an item is too little. */
export function MinimumForm({ facilityId, items }: StockFormProps) {
  const text = useMutualaidText().stock
  const send = useCommand(Fix)
  const options = optionsOf(items)
  const form = useForm({ defaultValues: { itemId: '', minimum: '' } })
  return (
    <Form
      form={form}
      submit={({ itemId, minimum }) =>
        send({ input: { facilityId, itemId, minimum: Number(toDigits(minimum)) } })
      }
      onDone={() => {
        form.hookForm.reset()
        announce(text.minimumDone)
      }}
    >
      <SelectField name="itemId" label={text.columns.item} required options={options} />
      <TextField
        name="minimum"
        label={text.columns.minimum}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
      />
      <FormEnd submit={text.minimum} />
    </Form>
  )
}
