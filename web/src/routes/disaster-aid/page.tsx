import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { EventHead } from '../../features/mutualaid/EventHead.tsx'
import { RequestCard } from '../../features/mutualaid/RequestCard.tsx'
import { RequestForm } from '../../features/mutualaid/RequestForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const AidPage_query = graphql(`
  query AidPage($eventId: ID!) {
    aidSituation(eventId: $eventId) {
      eventId
      closedAt
      works
      coordinates
      called {
        facilityId
        name
        own
      }
      ...EventHead_situation
    }
    aidRequests(eventId: $eventId, first: 40) {
      nodes {
        id
        state
        stillWanted
        ...RequestCard_request
      }
    }
    stockItems(first: 100) {
      nodes {
        id
        name
        unit
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/aid')

/** 支援の要請と申し出: what is wanted, what is offered, and the next step of each. */
export function AidPage() {
  const texts = useMutualaidText()
  const text = texts.aid
  const { eventId } = route.useParams()
  const [asking, ask] = useState(false)
  const [result, readAgain] = useQuery({ query: AidPage_query, variables: { eventId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ aidSituation: situation, aidRequests, stockItems }) => {
        if (!situation) return <PageHead title={texts.missing} lead={<p>{texts.missingBody}</p>} />
        const own = situation.called.filter((place) => place.own)
        const isWanted = ({ state, stillWanted }: { state: string; stillWanted: number }) =>
          state === 'OPEN' && stillWanted > 0
        const wanted = aidRequests.nodes.filter(isWanted)
        const others = aidRequests.nodes.filter((request) => !isWanted(request))
        const mayAsk = situation.closedAt === null && (situation.coordinates || own.length > 0)
        return (
          <>
            <EventHead situation={situation} title={text.title}>
              <p className="yui-no-print">
                <Link to="/disasters/$eventId/log" params={{ eventId }}>
                  {text.log}
                </Link>
              </p>
            </EventHead>
            {mayAsk && (
              <p className="yui-no-print mb-6">
                <Button kind="main" size="big" icon="plus" onClick={() => ask(true)}>
                  {text.request.title}
                </Button>
              </p>
            )}
            <Section title={text.open}>
              {wanted.length === 0 ? (
                <p>{text.openNone}</p>
              ) : (
                wanted.map((request) => (
                  <RequestCard key={request.id} request={request} own={own} onConflict={again} />
                ))
              )}
            </Section>
            {others.length > 0 && (
              <Section title={text.other}>
                {others.map((request) => (
                  <RequestCard key={request.id} request={request} own={own} onConflict={again} />
                ))}
              </Section>
            )}
            <Dialog title={text.request.title} open={asking} onClose={() => ask(false)}>
              <RequestForm
                eventId={eventId}
                facilities={situation.coordinates ? situation.called : own}
                coordinates={situation.coordinates}
                items={stockItems.nodes}
                onDone={() => ask(false)}
              />
            </Dialog>
          </>
        )
      }}
    </Loaded>
  )
}
