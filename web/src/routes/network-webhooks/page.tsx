import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { WebhookCard } from '../../features/webhooks/WebhookCard.tsx'
import { NewWebhookForm } from '../../features/webhooks/WebhookForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useNetworkText } from '../../locales/network.ts'
import { useWebhooksText } from '../../locales/webhooks.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Button } from '../../ui/Button/Button.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const WebhooksPage_query = graphql(`
  query WebhooksPage($platformId: ID!) {
    platform(id: $platformId) {
      id
      name
      sample
    }
    webhooks(platformId: $platformId, first: 20) {
      nodes {
        id
        ...WebhookCard_webhook
      }
    }
  }
`)

const route = getRouteApi('/network/webhooks')

/** 外部システムへの自動通知: who is told what happens in a network, and whether it arrives. */
export function WebhooksPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Webhooks platformId={chosen} />}</ChosenNetwork>
}

/** What was just pressed is sent by the worker; how it went is looked up a few times. */
const AFTER = [700, 2_000, 6_000, 12_000]

function Webhooks({ platformId }: { platformId: string }) {
  const text = useWebhooksText()
  const network = useNetworkText()
  const roles = useViewer()?.acting?.roles ?? []
  const keeps = roles.includes('PLATFORM_SECRETARIAT')
  const reads = keeps || roles.includes('PLATFORM_CHAIR') || roles.includes('PLATFORM_AUDITOR')
  const [secret, setSecret] = useState<string>()
  const [result, read] = useQuery({ query: WebhooksPage_query, variables: { platformId } })
  const again = () => read({ requestPolicy: 'network-only' })
  const soon = () => AFTER.forEach((after) => setTimeout(again, after))
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ platform, webhooks: { nodes } }) => (
        <>
          <Breadcrumbs current={text.title}>
            <Link to="/network" search={{ id: platformId }}>
              {network.title}
            </Link>
          </Breadcrumbs>
          <PageHead
            title={text.title}
            kicker={platform?.name}
            sample={platform?.sample}
            lead={<p>{reads ? text.lead : text.notYours}</p>}
            actions={nodes.length > 0 && <Button onClick={again}>{text.refresh}</Button>}
          />
          {secret !== undefined && (
            <Notice kind="done">
              <p>
                <b className="prose-strong">{text.once}</b>
                <br />
                {text.onceBody}
              </p>
              <p className="font-mono break-all" aria-label={text.secret}>
                {secret}
              </p>
              <Button onClick={() => setSecret(undefined)}>{text.onceDone}</Button>
            </Notice>
          )}
          <Section title={text.list}>
            {nodes.length === 0 ? (
              <EmptyState title={text.none}>{keeps && <p>{text.noneBody}</p>}</EmptyState>
            ) : (
              nodes.map((webhook) => (
                <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} readAgain={soon} />
              ))
            )}
          </Section>
          {keeps && (
            <Section title={text.add}>
              <NewWebhookForm
                platformId={platformId}
                onDone={(made) => {
                  setSecret(made)
                  announce(text.created)
                  again()
                }}
              />
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}
