import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { LoanTable_LoanFragment } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDay } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const LoanTable_loan = graphql(`
  fragment LoanTable_loan on StockLoan {
    id
    quantity
    returned
    dueOn
    overdue
    lot {
      id
      item {
        id
        name
        unit
      }
    }
    facility {
      id
      name
    }
    borrowerFacility {
      id
      name
    }
  }
`)

const TakeBack = graphql(`
  mutation LoanTable_takeBack($input: TakeBackStockInput!) {
    takeBackStock(input: $input) {
      ... on TakeBackStockPayload {
        stockLoan {
          id
          ...LoanTable_loan
        }
      }
      ...Refusal
    }
  }
`)

interface LoanTableProps {
  loans: readonly FragmentType<typeof LoanTable_loan>[]
  /** The other side that is named. */
  names: 'lender' | 'borrower'
  /** The viewer notes what came back. */
  keeps: boolean
}

/** What was lent or borrowed, and what of it is still out. */
export function LoanTable({ loans: given, names, keeps }: LoanTableProps) {
  const text = useMutualaidText().stock
  const { loanColumns: columns } = text
  const language = useLanguage()
  const loans = readFragment(LoanTable_loan, given)
  const [back, setBack] = useState<LoanTable_LoanFragment>()
  const send = useCommand(TakeBack)
  return (
    <>
      <Table caption={names === 'lender' ? text.borrowed : text.lent} captionHidden dense>
        <thead>
          <tr>
            <Head>{columns.other}</Head>
            <Head>{columns.item}</Head>
            <Head numeric>{columns.quantity}</Head>
            <Head>{columns.due}</Head>
            {keeps && <Head>{columns.action}</Head>}
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => {
            const isOut = loan.quantity > loan.returned
            const other = names === 'lender' ? loan.facility?.name : loan.borrowerFacility?.name
            const item = loan.lot?.item
            return (
              <tr key={loan.id}>
                <th scope="row">{other}</th>
                <Cell label={columns.item}>{item?.name}</Cell>
                <Cell label={columns.quantity} numeric>
                  {loan.quantity.toLocaleString('ja-JP')} {item?.unit}
                  {isOut && loan.returned > 0 && (
                    <span className="yui-row-note">{text.cameBack(loan.returned, item?.unit ?? '')}</span>
                  )}
                </Cell>
                <Cell label={columns.due}>
                  {isOut ? (
                    <time dateTime={loan.dueOn}>{text.due(formatDay(loan.dueOn, language))}</time>
                  ) : (
                    text.allBack
                  )}
                  {isOut && loan.overdue && (
                    <span className="yui-row-note">
                      <Icon name="clock" size="small" /> {text.overdue}
                    </span>
                  )}
                </Cell>
                {keeps && (
                  <Cell label={columns.action}>
                    {isOut && (
                      <Button
                        kind="text"
                        aria-label={`${text.takeBack} ${item?.name ?? ''} ${other ?? ''}`}
                        onClick={() => setBack(loan)}
                      >
                        {text.takeBack}
                      </Button>
                    )}
                  </Cell>
                )}
              </tr>
            )
          })}
        </tbody>
      </Table>
      {back && (
        <ActionDialog
          title={text.takeBack}
          submit={text.takeBack}
          done={text.takeBackDone}
          defaultValues={{ quantity: String(back.quantity - back.returned), note: '' }}
          send={({ quantity, note }) =>
            send({
              input: {
                stockLoanId: back.id,
                quantity: Number(toDigits(quantity)),
                note,
                idempotencyKey: crypto.randomUUID(),
              },
            })
          }
          onClose={() => setBack(undefined)}
        >
          <TextField
            name="quantity"
            label={text.quantity}
            required
            inputMode="numeric"
            width="code"
            clean={toDigits}
          />
          <TextField name="note" label={text.note} maxLength={120} />
        </ActionDialog>
      )}
    </>
  )
}
