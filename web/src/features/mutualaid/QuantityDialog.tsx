import { useWatch } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const Change = graphql(`
  mutation QuantityDialog_change($input: CorrectAidQuantityInput!) {
    correctAidQuantity(input: $input) {
      ... on CorrectAidQuantityPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)

interface QuantityDialogProps {
  request: {
    readonly id: string
    readonly version: number
    readonly quantity: number
    readonly promised: number
    /** Offers that wait for an answer. */
    readonly waiting: number
  }
  unit: string
  onClose: () => void
  onConflict: () => void
}

/** 「数を直す」, with what follows from the number that is typed. */
export function QuantityDialog({ request, unit, onClose, onConflict }: QuantityDialogProps) {
  const text = useMutualaidText().aid
  const change = useCommand(Change)
  return (
    <ActionDialog
      title={text.quantityTitle}
      body={text.quantityBody(request.quantity, request.promised, unit)}
      submit={text.changeQuantity}
      done={text.quantityDone}
      defaultValues={{ quantity: String(request.quantity) }}
      send={({ quantity }) =>
        change({
          input: {
            aidRequestId: request.id,
            version: request.version,
            quantity: Number(toDigits(quantity)),
          },
        })
      }
      onClose={onClose}
      onConflict={onConflict}
    >
      <TextField
        name="quantity"
        label={text.quantityNew}
        support={text.quantityUnit(unit)}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        errors={{ ALREADY_THERE: text.quantitySame }}
      />
      <Consequence request={request} unit={unit} />
    </ActionDialog>
  )
}

function Consequence({ request, unit }: Pick<QuantityDialogProps, 'request' | 'unit'>) {
  const text = useMutualaidText().aid
  const typed = useWatch<{ quantity: string }>({ name: 'quantity' })
  const quantity = Number(toDigits(typed ?? ''))
  const { promised, waiting } = request
  if (!Number.isInteger(quantity) || quantity < 1 || quantity === request.quantity) return null
  if (quantity < promised)
    return (
      <div className="mt-4">
        <Notice kind="bad">
          <p>{text.quantityBelow(promised, unit)}</p>
        </Notice>
      </div>
    )
  const left = quantity - promised
  return (
    <div className="mt-4">
      <Notice>
        <p>{left > 0 ? text.quantityLeft(left, unit) : text.quantityEnough}</p>
        {waiting > 0 && (
          <p>{left > 0 ? text.quantityWaiting(waiting) : text.quantityWaitingAbove(waiting)}</p>
        )}
      </Notice>
    </div>
  )
}
