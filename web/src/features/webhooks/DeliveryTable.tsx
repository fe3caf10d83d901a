import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { DeliveryTable_WebhookFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { DRILL_MARK } from '../../locales/drill-mark.ts'
import { useWebhooksText } from '../../locales/webhooks.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const DeliveryTable_webhook = graphql(`
  fragment DeliveryTable_webhook on Webhook {
    id
    deliveries(first: 20) {
      totalCount
      nodes {
        id
        eventName
        trial
        drill
        state
        attempts
        createdAt
        nextAt
        failure
        status
      }
    }
  }
`)

const Resend = graphql(`
  mutation DeliveryTable_resend($input: ResendWebhookDeliveryInput!) {
    resendWebhookDelivery(input: $input) {
      ... on ResendWebhookDeliveryPayload {
        webhookDelivery {
          id
          state
          attempts
          nextAt
        }
      }
      ...Refusal
    }
  }
`)

type Delivery = DeliveryTable_WebhookFragment['deliveries']['nodes'][number]

interface DeliveryTableProps {
  webhook: FragmentType<typeof DeliveryTable_webhook>
  canResend: boolean
  /** Reads how it went, once it was sent. */
  readAgain: () => void
}

/** What a receiver was told, the latest first, and what became of it. */
export function DeliveryTable({ webhook: given, canResend, readAgain }: DeliveryTableProps) {
  const text = useWebhooksText()
  const language = useLanguage()
  const { nodes, totalCount } = readFragment(DeliveryTable_webhook, given).deliveries
  const names: Readonly<Record<string, string>> = text.events
  if (nodes.length === 0) return <p className="prose-sub mt-4">{text.noDeliveries}</p>
  return (
    <>
      <h4 className="prose-strong mt-6 mb-1">{text.deliveries(totalCount)}</h4>
      {totalCount > nodes.length && <p className="prose-note">{text.latest(nodes.length)}</p>}
      <Table caption={text.caption} captionHidden dense>
        <thead>
          <tr>
            <Head>{text.columns.at}</Head>
            <Head>{text.columns.what}</Head>
            <Head>{text.columns.state}</Head>
            <Head>{text.columns.next}</Head>
          </tr>
        </thead>
        <tbody>
          {nodes.map((delivery) => (
            <tr key={delivery.id}>
              <th scope="row">{formatMoment(delivery.createdAt, language)}</th>
              <Cell label={text.columns.what}>
                {delivery.drill && DRILL_MARK}
                {names[delivery.eventName] ?? delivery.eventName}
              </Cell>
              <Cell label={text.columns.state}>
                <Arrival delivery={delivery} />
              </Cell>
              <Cell label={text.columns.next}>
                {delivery.nextAt &&
                  delivery.attempts > 0 &&
                  text.nextAt(formatMoment(delivery.nextAt, language))}
                {delivery.state === 'DELIVERED' && '―'}
                {delivery.state === 'GIVEN_UP' && canResend && (
                  <ResendButton id={delivery.id} onDone={readAgain} />
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

/** Whether it arrived; if not, why, and how often it was tried. */
function Arrival({ delivery: { state, attempts, failure, status } }: { delivery: Delivery }) {
  const text = useWebhooksText()
  const why = [
    failure && text.failures[failure],
    failure === 'ANSWERED_NO' && status !== null && status !== undefined && text.answer(status),
    attempts > 1 && text.attempts(attempts),
  ].filter((part) => typeof part === 'string')
  return (
    <>
      <b>{text.deliveryStates[state]}</b>
      {state !== 'DELIVERED' && why.length > 0 && (
        <>
          <br />
          <small>{why.join('　')}</small>
        </>
      )}
    </>
  )
}

function ResendButton({ id, onDone }: { id: string; onDone: () => void }) {
  const text = useWebhooksText()
  const resend = useCommand(Resend)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const press = async () => {
    setBusy(true)
    const result = await resend({ input: { webhookDeliveryId: id } })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(text.resent)
    onDone()
  }
  return (
    <>
      <Button kind="text" busy={busy} onClick={() => void press()}>
        {text.resend}
      </Button>
      <RefusedNotice outcome={outcome} />
    </>
  )
}
