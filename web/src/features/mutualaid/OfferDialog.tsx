import { graphql } from '../../generated/gql.ts'
import type { AidKind } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { CostDialog } from './CostDialog.tsx'

const Accept = graphql(`
  mutation OfferDialog_accept($input: AcceptAidOfferInput!) {
    acceptAidOffer(input: $input) {
      ... on AcceptAidOfferPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Decline = graphql(`
  mutation OfferDialog_decline($input: DeclineAidOfferInput!) {
    declineAidOffer(input: $input) {
      ... on DeclineAidOfferPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Withdraw = graphql(`
  mutation OfferDialog_withdraw($input: WithdrawAidOfferInput!) {
    withdrawAidOffer(input: $input) {
      ... on WithdrawAidOfferPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Dispatch = graphql(`
  mutation OfferDialog_dispatch($input: DispatchAidInput!) {
    dispatchAid(input: $input) {
      ... on DispatchAidPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Return = graphql(`
  mutation OfferDialog_return($input: ReturnAidInput!) {
    returnAid(input: $input) {
      ... on ReturnAidPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)

export type OfferStep = 'accept' | 'decline' | 'withdraw' | 'dispatch' | 'return' | 'cost'

interface OfferDialogProps {
  step: OfferStep
  offer: { id: string; version: number; kind: AidKind; label: string; quantity: number; accepted: number }
  unit: string
  wanted: number
  onClose: () => void
  onConflict: () => void
}

/** The next step of an offer, where it needs a word or a number. */
export function OfferDialog({ step, offer, unit, wanted, onClose, onConflict }: OfferDialogProps) {
  const text = useMutualaidText().aid
  const accept = useCommand(Accept)
  const decline = useCommand(Decline)
  const withdraw = useCommand(Withdraw)
  const dispatch = useCommand(Dispatch)
  const back = useCommand(Return)
  const key = { aidOfferId: offer.id, version: offer.version }
  const ends = { onClose, onConflict }
  const because = (
    <TextField name="because" label={text.because} support={text.becauseSupport} required maxLength={200} />
  )
  switch (step) {
    case 'accept': {
      const most = Math.min(offer.quantity, wanted)
      return (
        <ActionDialog
          {...ends}
          title={text.acceptTitle(offer.label)}
          submit={text.accept}
          done={text.acceptDone}
          defaultValues={{ quantity: String(most) }}
          send={({ quantity }) => accept({ input: { ...key, quantity: Number(toDigits(quantity)) } })}
        >
          <TextField
            name="quantity"
            label={text.acceptQuantity}
            support={text.acceptSupport(most, unit)}
            required
            inputMode="numeric"
            width="code"
            clean={toDigits}
          />
        </ActionDialog>
      )
    }
    case 'decline':
      return (
        <ActionDialog
          {...ends}
          title={text.decline}
          submit={text.decline}
          done={text.declineDone}
          defaultValues={{ because: '' }}
          send={(values) => decline({ input: { ...key, because: values.because } })}
        >
          {because}
        </ActionDialog>
      )
    case 'withdraw':
      return (
        <ActionDialog
          {...ends}
          title={text.withdraw}
          submit={text.withdraw}
          done={text.withdrawDone}
          defaultValues={{ because: '' }}
          send={(values) => withdraw({ input: { ...key, because: values.because } })}
        >
          {because}
        </ActionDialog>
      )
    case 'dispatch':
      return (
        <ActionDialog
          {...ends}
          title={text.dispatchTitle}
          submit={text.dispatch}
          done={text.dispatchDone}
          defaultValues={{ helperName: '', helperPhone: '' }}
          send={(values) => dispatch({ input: { ...key, ...values } })}
        >
          {offer.kind === 'STAFF' && (
            <>
              <TextField
                name="helperName"
                label={text.helperName}
                support={text.helperSupport}
                maxLength={60}
                width="name"
              />
              <TextField
                name="helperPhone"
                label={text.helperPhone}
                type="tel"
                clean={toDigits}
                maxLength={20}
                width="tel"
              />
            </>
          )}
        </ActionDialog>
      )
    case 'return':
      return (
        <ActionDialog
          {...ends}
          title={text.backTitle}
          submit={text.back}
          done={text.backDone}
          defaultValues={{ cameBack: '0' }}
          send={({ cameBack }) => back({ input: { ...key, cameBack: Number(toDigits(cameBack)) } })}
        >
          {offer.kind === 'GOODS' && (
            <TextField
              name="cameBack"
              label={text.backQuantity}
              required
              inputMode="numeric"
              width="code"
              clean={toDigits}
            />
          )}
        </ActionDialog>
      )
    case 'cost':
      return <CostDialog offerId={offer.id} {...ends} />
  }
}
