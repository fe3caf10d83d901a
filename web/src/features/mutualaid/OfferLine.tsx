import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { OfferLine_OfferFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure, Problem } from '../../lib/problems.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Icon, type IconName } from '../../ui/Icon/Icon.tsx'
import { CostList } from './CostList.tsx'
import { HelperName } from './HelperName.tsx'
import { OfferDialog, type OfferStep } from './OfferDialog.tsx'
import { Trouble } from './Trouble.tsx'
import { useWhen } from './use-when.ts'

export const OfferLine_offer = graphql(`
  fragment OfferLine_offer on AidOffer {
    id
    kind
    label
    quantity
    accepted
    cameBack
    state
    lapsed
    startsAt
    endsAt
    validUntil
    note
    endedReason
    version
    facility {
      id
      name
    }
    helper {
      id
      eraseOn
    }
    ...CostList_offer
    viewerCan {
      answer {
        allowed
      }
      withdraw {
        allowed
      }
      dispatch {
        allowed
      }
      arrive {
        allowed
      }
      return {
        allowed
      }
      noteCost {
        allowed
      }
    }
  }
`)

const Arrive = graphql(`
  mutation OfferLine_arrive($input: ConfirmAidArrivalInput!) {
    confirmAidArrival(input: $input) {
      ... on ConfirmAidArrivalPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)

const ICONS: Readonly<Record<OfferLine_OfferFragment['state'], IconName>> = {
  OFFERED: 'clock',
  ACCEPTED: 'check',
  DISPATCHED: 'next',
  ARRIVED: 'shelter',
  RETURNED: 'back',
  DECLINED: 'minus',
  WITHDRAWN: 'minus',
  EXPIRED: 'minus',
}

interface OfferLineProps {
  offer: FragmentType<typeof OfferLine_offer>
  unit: string
  /** How much is still wanted. */
  wanted: number
  onConflict: () => void
}

/** One offer: what, by whom, how it stands, and the next step. */
export function OfferLine({ offer: given, unit, wanted, onConflict }: OfferLineProps) {
  const text = useMutualaidText().aid
  const offer = readFragment(OfferLine_offer, given)
  const [step, setStep] = useState<OfferStep>()
  const [trouble, setTrouble] = useState<Failure | Problem>()
  const arrive = useCommand(Arrive)
  const { viewerCan } = offer
  const when = useWhen()
  const named = (words: string) => `${words} ${offer.label} ${offer.facility?.name ?? ''}`
  const press = (words: string, next: OfferStep, kind: 'main' | 'plain' | 'text' = 'plain') => (
    <Button kind={kind} aria-label={named(words)} onClick={() => setStep(next)}>
      {words}
    </Button>
  )
  const confirmArrival = async () => {
    const outcome = await arrive({ input: { aidOfferId: offer.id, version: offer.version } })
    if (outcome.kind === 'done') {
      setTrouble(undefined)
      return announce(text.arriveDone)
    }
    setTrouble(outcome.kind === 'failed' ? outcome.failure : outcome.problem)
    if (outcome.kind === 'refused') onConflict()
  }
  return (
    <li className="yui-aid-offer">
      <p>
        <b className="prose-strong">{offer.facility?.name}</b> {offer.label}{' '}
        {offer.accepted > 0
          ? text.accepted(offer.accepted, offer.quantity, unit)
          : text.offered(offer.quantity, unit)}
      </p>
      <p className="yui-aid-offer__state">
        <Icon name={ICONS[offer.state]} size="small" />
        {offer.lapsed ? text.lapsed : text.offerStates[offer.state]}
      </p>
      <p className="prose-sub">
        {[
          offer.startsAt && offer.endsAt ? text.time(when(offer.startsAt), when(offer.endsAt)) : '',
          offer.validUntil && offer.state === 'OFFERED' ? text.validUntil(when(offer.validUntil)) : '',
          offer.cameBack > 0 ? text.cameBack(offer.cameBack, unit) : '',
          offer.note,
          offer.state === 'EXPIRED' ? '' : (offer.endedReason ?? ''),
        ]
          .filter((part) => part !== '')
          .join(' / ')}
      </p>
      {offer.helper && <HelperName offerId={offer.id} eraseOn={offer.helper.eraseOn} />}
      {trouble && <Trouble trouble={trouble} />}
      <div className="yui-aid-actions yui-no-print">
        <Buttons>
          {viewerCan.answer.allowed && !offer.lapsed && wanted > 0 && press(text.accept, 'accept', 'main')}
          {viewerCan.answer.allowed && press(text.decline, 'decline')}
          {viewerCan.dispatch.allowed && press(text.dispatch, 'dispatch', 'main')}
          {viewerCan.arrive.allowed && (
            <Button kind="main" aria-label={named(text.arrive)} onClick={() => void confirmArrival()}>
              {text.arrive}
            </Button>
          )}
          {viewerCan.return.allowed && press(text.back, 'return')}
          {viewerCan.noteCost.allowed && press(text.noteCost, 'cost')}
          {viewerCan.withdraw.allowed && press(text.withdraw, 'withdraw', 'text')}
        </Buttons>
      </div>
      <CostList offer={offer} mayStrike={viewerCan.noteCost.allowed} />
      {step && (
        <OfferDialog
          step={step}
          offer={offer}
          unit={unit}
          wanted={wanted}
          onClose={() => setStep(undefined)}
          onConflict={onConflict}
        />
      )}
    </li>
  )
}
