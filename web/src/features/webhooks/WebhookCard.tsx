import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { WebhookCard_WebhookFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useWebhooksText } from '../../locales/webhooks.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'
import { DeliveryTable } from './DeliveryTable.tsx'
import { AdjustWebhookForm } from './WebhookForm.tsx'

const WebhookCard_webhook = graphql(`
  fragment WebhookCard_webhook on Webhook {
    id
    name
    url
    topics
    drills
    state
    createdAt
    stoppedAt
    version
    viewerCan {
      manage {
        allowed
      }
    }
    ...DeliveryTable_webhook
  }
`)

const Try = graphql(`
  mutation WebhookCard_try($input: TryWebhookInput!) {
    tryWebhook(input: $input) {
      ... on TryWebhookPayload {
        webhookDelivery {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Resume = graphql(`
  mutation WebhookCard_resume($input: ResumeWebhookInput!) {
    resumeWebhook(input: $input) {
      ... on ResumeWebhookPayload {
        webhook {
          id
          ...WebhookCard_webhook
        }
      }
      ...Refusal
    }
  }
`)
const Renew = graphql(`
  mutation WebhookCard_renew($input: RenewWebhookSecretInput!) {
    renewWebhookSecret(input: $input) {
      ... on RenewWebhookSecretPayload {
        secret
        webhook {
          id
          version
        }
      }
      ...Refusal
    }
  }
`)
const End = graphql(`
  mutation WebhookCard_end($input: EndWebhookInput!) {
    endWebhook(input: $input) {
      ... on EndWebhookPayload {
        webhook {
          id
          ...WebhookCard_webhook
        }
      }
      ...Refusal
    }
  }
`)

interface WebhookCardProps {
  webhook: FragmentType<typeof WebhookCard_webhook>
  onSecret: (secret: string) => void
  readAgain: () => void
}

/** One receiver: what it is told, whether it takes it, and what was sent. */
export function WebhookCard({ webhook: given, onSecret, readAgain }: WebhookCardProps) {
  const text = useWebhooksText()
  const language = useLanguage()
  const webhook = readFragment(WebhookCard_webhook, given)
  const { state, stoppedAt } = webhook
  return (
    <section className="mb-12" aria-labelledby={webhook.id}>
      <h3 id={webhook.id} className="prose-strong mb-2">
        {webhook.name}
      </h3>
      {state === 'STOPPED' && (
        <Notice kind="bad">
          <p>{text.stopped(stoppedAt ? formatMoment(stoppedAt, language) : '')}</p>
        </Notice>
      )}
      <DefinitionList>
        <Fact name={text.state}>{text.states[state]}</Fact>
        <Fact name={text.url}>
          <span className="break-all">{webhook.url}</span>
        </Fact>
        <Fact name={text.topics}>{webhook.topics.map((topic) => text.topicNames[topic]).join('、')}</Fact>
        <Fact name={text.drillsLabel}>{webhook.drills ? text.withDrills : text.withoutDrills}</Fact>
        <Fact name={text.made}>{formatDate(webhook.createdAt, language)}</Fact>
      </DefinitionList>
      {webhook.viewerCan.manage.allowed && state !== 'ENDED' && (
        <Acts webhook={webhook} onSecret={onSecret} readAgain={readAgain} />
      )}
      <DeliveryTable
        webhook={webhook}
        canResend={webhook.viewerCan.manage.allowed && state === 'ON'}
        readAgain={readAgain}
      />
    </section>
  )
}

interface ActsProps extends Omit<WebhookCardProps, 'webhook'> {
  webhook: WebhookCard_WebhookFragment
}

function Acts({ webhook, onSecret, readAgain }: ActsProps) {
  const text = useWebhooksText()
  const [open, setOpen] = useState<'change' | 'renew' | 'end'>()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const trying = useCommand(Try)
  const resume = useCommand(Resume)
  const renew = useCommand(Renew)
  const end = useCommand(End)
  const known = { webhookId: webhook.id, version: webhook.version }
  const close = () => setOpen(undefined)
  const press = async (sending: Promise<Outcome<unknown>>, done: string) => {
    setBusy(true)
    const result = await sending
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(done)
    readAgain()
  }
  return (
    <>
      <RefusedNotice outcome={outcome} />
      <div className="mt-4">
        <Buttons>
          {webhook.state === 'STOPPED' ? (
            <Button
              kind="main"
              busy={busy}
              onClick={() => void press(resume({ input: known }), text.resumed)}
            >
              {text.resume}
            </Button>
          ) : (
            <Button
              busy={busy}
              onClick={() => void press(trying({ input: { webhookId: webhook.id } }), text.tried)}
            >
              {text.try}
            </Button>
          )}
          <Button onClick={() => setOpen('change')}>{text.change}</Button>
          <Button onClick={() => setOpen('renew')}>{text.renew}</Button>
          <Button kind="text" onClick={() => setOpen('end')}>
            {text.end}
          </Button>
        </Buttons>
      </div>
      <Dialog title={text.changeTitle} open={open === 'change'} onClose={close}>
        {open === 'change' && (
          <AdjustWebhookForm
            webhook={webhook}
            onDone={() => {
              close()
              announce(text.saved)
            }}
          />
        )}
      </Dialog>
      <ConfirmDialog
        title={text.renewTitle}
        body={text.renewBody}
        submit={text.renew}
        open={open === 'renew'}
        onClose={close}
        send={() => renew({ input: known })}
        onDone={({ secret }) => onSecret(secret ?? '')}
      />
      <ConfirmDialog
        title={text.endTitle(webhook.name)}
        body={text.endBody}
        submit={text.end}
        open={open === 'end'}
        onClose={close}
        send={() => end({ input: known })}
        onDone={() => announce(text.ended)}
      />
    </>
  )
}
