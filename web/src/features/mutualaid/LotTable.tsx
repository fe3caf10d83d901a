import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { LotTable_LotFragment, StockTakenFor } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const LotTable_lot = graphql(`
  fragment LotTable_lot on StockLot {
    id
    quantity
    reserved
    free
    lotNumber
    place
    expiresOn
    owner
    version
    item {
      id
      name
      unit
    }
  }
`)

const Count = graphql(`
  mutation LotTable_count($input: CountStockLotInput!) {
    countStockLot(input: $input) {
      ... on CountStockLotPayload {
        stockLot {
          id
          ...LotTable_lot
        }
      }
      ...Refusal
    }
  }
`)
const Take = graphql(`
  mutation LotTable_take($input: TakeFromStockInput!) {
    takeFromStock(input: $input) {
      ... on TakeFromStockPayload {
        stockLot {
          id
          ...LotTable_lot
        }
      }
      ...Refusal
    }
  }
`)
const Lend = graphql(`
  mutation LotTable_lend($input: LendStockInput!) {
    lendStock(input: $input) {
      ... on LendStockPayload {
        stockLoan {
          id
        }
      }
      ...Refusal
    }
  }
`)

type Lot = LotTable_LotFragment

interface LotTableProps {
  lots: readonly FragmentType<typeof LotTable_lot>[]
  keeps: boolean
  /** Facilities of the network that could borrow. */
  borrowers?: readonly { id: string; name: string }[]
  onConflict?: (() => void) | undefined
}

const NOBODY: readonly { id: string; name: string }[] = []

/** What lies where, until when, whose; with what its people do with it. */
export function LotTable({ lots: given, keeps, borrowers = NOBODY, onConflict }: LotTableProps) {
  const text = useMutualaidText().stock
  const language = useLanguage()
  const lots = readFragment(LotTable_lot, given)
  const [open, setOpen] = useState<{ lot: Lot; what: 'count' | 'take' | 'lend' }>()
  const press = (lot: Lot, what: 'count' | 'take' | 'lend') => (
    <Button
      kind="text"
      aria-label={`${text[what]} ${lot.item?.name ?? ''} ${lot.place}`}
      onClick={() => setOpen({ lot, what })}
    >
      {text[what]}
    </Button>
  )
  return (
    <>
      <Table caption={text.lots} captionHidden dense>
        <thead>
          <tr>
            <Head>{text.lotColumns.item}</Head>
            <Head>{text.lotColumns.place}</Head>
            <Head numeric>{text.lotColumns.quantity}</Head>
            <Head>{text.lotColumns.expiry}</Head>
            {keeps && <Head>{text.lotColumns.action}</Head>}
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lot.id}>
              <th scope="row">
                {lot.item?.name}
                <span className="yui-row-note">
                  {[text.owners[lot.owner], lot.lotNumber && text.lotNumber(lot.lotNumber)]
                    .filter(Boolean)
                    .join(' / ')}
                </span>
              </th>
              <Cell label={text.lotColumns.place}>{lot.place}</Cell>
              <Cell label={text.lotColumns.quantity} numeric>
                {lot.quantity.toLocaleString('ja-JP')} {lot.item?.unit}
                {lot.reserved > 0 && (
                  <span className="yui-row-note">{text.promised(lot.reserved, lot.item?.unit ?? '')}</span>
                )}
              </Cell>
              <Cell label={text.lotColumns.expiry}>
                {lot.expiresOn ? formatDate(lot.expiresOn, language) : text.keeps}
              </Cell>
              {keeps && (
                <Cell label={text.lotColumns.action}>
                  <span className="flex flex-wrap gap-x-4">
                    {press(lot, 'count')}
                    {press(lot, 'take')}
                    {borrowers.length > 0 && press(lot, 'lend')}
                  </span>
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {open && (
        <LotDialog
          {...open}
          borrowers={borrowers}
          onClose={() => setOpen(undefined)}
          onConflict={onConflict}
        />
      )}
    </>
  )
}

interface Taken {
  act: StockTakenFor
  quantity: string
  note: string
}

interface LotDialogProps {
  lot: Lot
  what: 'count' | 'take' | 'lend'
  borrowers: NonNullable<LotTableProps['borrowers']>
  onClose: () => void
  onConflict?: (() => void) | undefined
}

function LotDialog({ lot, what, borrowers, ...ends }: LotDialogProps) {
  const text = useMutualaidText().stock
  const count = useCommand(Count)
  const take = useCommand(Take)
  const lend = useCommand(Lend)
  const title = `${text[what]} ${lot.item?.name ?? ''}`
  const number = (name: string, label: string) => (
    <TextField name={name} label={label} required inputMode="numeric" width="code" clean={toDigits} />
  )
  const idempotencyKey = crypto.randomUUID()
  if (what === 'count')
    return (
      <ActionDialog
        {...ends}
        title={title}
        submit={text.count}
        done={text.countDone}
        defaultValues={{ counted: String(lot.quantity), note: '' }}
        send={({ counted, note }) =>
          count({
            input: { stockLotId: lot.id, version: lot.version, counted: Number(toDigits(counted)), note },
          })
        }
      >
        {number('counted', text.counted)}
        <TextField name="note" label={text.note} maxLength={120} />
      </ActionDialog>
    )
  if (what === 'take')
    return (
      <ActionDialog
        {...ends}
        title={title}
        submit={text.take}
        done={text.takeDone}
        defaultValues={{ act: 'USED', quantity: '', note: '' }}
        send={({ act, quantity, note }: Taken) =>
          take({
            input: {
              stockLotId: lot.id,
              act: act === 'DISCARDED' ? act : 'USED',
              quantity: Number(toDigits(quantity)),
              note,
              idempotencyKey,
            },
          })
        }
      >
        <RadioGroup
          name="act"
          label={text.takeWhy}
          required
          options={[
            { value: 'USED', label: text.used },
            { value: 'DISCARDED', label: text.discarded },
          ]}
        />
        {number('quantity', text.quantity)}
        <TextField name="note" label={text.note} maxLength={120} />
      </ActionDialog>
    )
  return (
    <ActionDialog
      {...ends}
      title={title}
      submit={text.lend}
      done={text.lendDone}
      defaultValues={{ borrower: '', quantity: '', dueOn: emptyDate, note: '' }}
      send={({ borrower, quantity, dueOn, note }) =>
        lend({
          input: {
            stockLotId: lot.id,
            borrowerFacilityId: borrower,
            quantity: Number(toDigits(quantity)),
            dueOn: isoOf(dueOn) ?? '',
            note,
            idempotencyKey,
          },
        })
      }
    >
      <SelectField
        name="borrower"
        label={text.lendTo}
        required
        options={borrowers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {number('quantity', text.quantity)}
      <DateFields name="dueOn" label={text.lendUntil} required />
      <TextField name="note" label={text.note} maxLength={120} />
    </ActionDialog>
  )
}
