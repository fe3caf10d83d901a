import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure, Outcome, Problem } from '../../lib/problems.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { OfferForm } from './OfferForm.tsx'
import { OfferList } from './OfferList.tsx'
import { QuantityDialog } from './QuantityDialog.tsx'
import { RequestHistory } from './RequestHistory.tsx'
import { Trouble } from './Trouble.tsx'
import { useWhen } from './use-when.ts'
import { nameOf, unitOf } from './words.ts'

const RequestCard_request = graphql(`
  fragment RequestCard_request on AidRequest {
    id
    kind
    skill
    detail
    quantity
    promised
    stillWanted
    neededBy
    startsAt
    endsAt
    place
    state
    closedReason
    version
    facility {
      id
      name
    }
    item {
      id
      name
      unit
    }
    claims(first: 1) {
      nodes {
        id
        actingName
        expiresAt
        viewerCan {
          release {
            allowed
          }
        }
      }
    }
    offers(first: 10) {
      nodes {
        id
        ...OfferLine_offer
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    openOfferCount
    changes(first: 10) {
      nodes {
        id
        ...RequestHistory_change
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    viewerCan {
      claim {
        allowed
      }
      offer {
        allowed
      }
      changeQuantity {
        allowed
      }
      close {
        allowed
      }
    }
  }
`)

const Claim = graphql(`
  mutation RequestCard_claim($input: ClaimAidRequestInput!) {
    claimAidRequest(input: $input) {
      ... on ClaimAidRequestPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Release = graphql(`
  mutation RequestCard_release($input: ReleaseAidClaimInput!) {
    releaseAidClaim(input: $input) {
      ... on ReleaseAidClaimPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)
const Close = graphql(`
  mutation RequestCard_close($input: CloseAidRequestInput!) {
    closeAidRequest(input: $input) {
      ... on CloseAidRequestPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)

interface RequestCardProps {
  request: FragmentType<typeof RequestCard_request>
  /** Facilities whose things the viewer may offer. */
  own: readonly { facilityId: string; name: string }[]
  onConflict: () => void
}

const CLAIM_HOURS = 2

/** One request with what is still wanted, who takes care, what was offered, and what the viewer can do. */
export function RequestCard({ request: given, own, onConflict }: RequestCardProps) {
  const texts = useMutualaidText()
  const text = texts.aid
  const request = readFragment(RequestCard_request, given)
  const [open, setOpen] = useState<'offer' | 'close' | 'quantity'>()
  const [trouble, setTrouble] = useState<Failure | Problem>()
  const claim = useCommand(Claim)
  const release = useCommand(Release)
  const close = useCommand(Close)
  const unit = unitOf(request, texts)
  const name = nameOf(request, texts)
  const when = useWhen()
  const [claimed] = request.claims.nodes
  const told = (outcome: Outcome<unknown>, words: string) => {
    if (outcome.kind === 'done') {
      setTrouble(undefined)
      return announce(words)
    }
    setTrouble(outcome.kind === 'failed' ? outcome.failure : outcome.problem)
    if (outcome.kind === 'refused') onConflict()
  }
  const { viewerCan } = request
  const isOver = request.state === 'OPEN' && request.stillWanted === 0 && request.openOfferCount > 0
  const helpers = own.filter(({ facilityId }) => facilityId !== request.facility?.id)
  return (
    <article className="yui-aid-request" aria-label={`${name} ${request.facility?.name ?? text.network}`}>
      <h3>
        {name} {request.facility?.name ?? text.network}
      </h3>
      <div className="yui-aid-request__facts">
        <b className="yui-aid-request__left">
          {request.state !== 'OPEN'
            ? text.states[request.state]
            : request.stillWanted > 0
              ? text.wanted(request.stillWanted, unit)
              : text.enough}
        </b>
        <span>{text.of(request.promised, request.quantity, unit)}</span>
        <b className="prose-strong">
          <time dateTime={request.neededBy}>{text.neededBy(when(request.neededBy))}</time>
        </b>
        {request.startsAt && request.endsAt && (
          <span>{text.time(when(request.startsAt), when(request.endsAt))}</span>
        )}
        {request.place && <span>{text.place(request.place)}</span>}
      </div>
      {request.detail && <p>{request.detail}</p>}
      {request.closedReason && <p className="prose-note">{request.closedReason}</p>}
      {request.state === 'OPEN' && (
        <p className="prose-sub">
          {claimed ? text.claimed(claimed.actingName, when(claimed.expiresAt)) : text.unclaimed}
        </p>
      )}
      {trouble && <Trouble trouble={trouble} />}
      <div className="yui-aid-actions yui-no-print">
        <Buttons>
          {viewerCan.offer.allowed && helpers.length > 0 && request.stillWanted > 0 && (
            <Button kind="main" aria-label={`${text.offer} ${name}`} onClick={() => setOpen('offer')}>
              {text.offer}
            </Button>
          )}
          {viewerCan.claim.allowed && !claimed && (
            <Button
              onClick={() =>
                void claim({ input: { aidRequestId: request.id, hours: CLAIM_HOURS } }).then((outcome) =>
                  told(outcome, text.claimDone),
                )
              }
            >
              {text.claim}
            </Button>
          )}
          {claimed?.viewerCan.release.allowed && (
            <Button
              onClick={() =>
                void release({ input: { aidRequestId: request.id } }).then((outcome) =>
                  told(outcome, text.releaseDone),
                )
              }
            >
              {text.release}
            </Button>
          )}
          {viewerCan.changeQuantity.allowed && (
            <Button
              kind="text"
              aria-label={`${text.changeQuantity} ${name}`}
              onClick={() => setOpen('quantity')}
            >
              {text.changeQuantity}
            </Button>
          )}
          {viewerCan.close.allowed && (
            <Button kind="text" onClick={() => setOpen('close')}>
              {text.closeRequest}
            </Button>
          )}
        </Buttons>
      </div>
      {isOver && (
        <Notice>
          <p>{text.waitingAbove(request.openOfferCount)}</p>
        </Notice>
      )}
      {request.offers.nodes.length > 0 && (
        <OfferList
          requestId={request.id}
          offers={request.offers}
          unit={unit}
          wanted={request.stillWanted}
          onConflict={onConflict}
        />
      )}
      <Disclosure summary={text.history}>
        <RequestHistory requestId={request.id} changes={request.changes} unit={unit} />
      </Disclosure>
      <Dialog title={text.offerForm.title(name)} open={open === 'offer'} onClose={() => setOpen(undefined)}>
        <OfferForm
          request={{
            id: request.id,
            kind: request.kind,
            stillWanted: request.stillWanted,
            item: request.item ?? null,
          }}
          facilities={helpers}
          onDone={() => setOpen(undefined)}
        />
      </Dialog>
      {open === 'quantity' && (
        <QuantityDialog
          request={{
            id: request.id,
            version: request.version,
            quantity: request.quantity,
            promised: request.promised,
            waiting: request.openOfferCount,
          }}
          unit={unit}
          onClose={() => setOpen(undefined)}
          onConflict={onConflict}
        />
      )}
      {open === 'close' && (
        <ActionDialog
          title={text.closeTitle}
          body={text.closeBody}
          submit={text.closeRequest}
          done={text.closeDone}
          defaultValues={{ because: '' }}
          send={({ because }) =>
            close({ input: { aidRequestId: request.id, version: request.version, because } })
          }
          onClose={() => setOpen(undefined)}
          onConflict={onConflict}
        >
          <TextField
            name="because"
            label={text.closeWhy}
            support={text.closeSupport}
            required
            maxLength={200}
          />
        </ActionDialog>
      )}
    </article>
  )
}
