import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { EventHead } from '../../features/mutualaid/EventHead.tsx'
import { RequestForm } from '../../features/mutualaid/RequestForm.tsx'
import { RequestList } from '../../features/mutualaid/RequestList.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
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
    open: aidRequests(eventId: $eventId, open: true, first: 20) {
      ...RequestList_page
    }
    closed: aidRequests(eventId: $eventId, open: false, first: 5) {
      ...RequestList_page
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
  const papers = usePapersText()
  const { eventId } = route.useParams()
  const [asking, ask] = useState(false)
  const [result, readAgain] = useQuery({ query: AidPage_query, variables: { eventId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ aidSituation: situation, open, closed, stockItems }) => {
        if (!situation) return <PageHead title={texts.missing} lead={<p>{texts.missingBody}</p>} />
        const own = situation.called.filter((place) => place.own)
        const list = { eventId, own, onConflict: again }
        const mayAsk = situation.closedAt === null && (situation.coordinates || own.length > 0)
        return (
          <>
            <EventHead
              situation={situation}
              title={text.title}
              paper={
                <LinkButton to="/disasters/$eventId/aid/print" params={{ eventId }} icon="print">
                  {papers.open}
                </LinkButton>
              }
            >
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
              <RequestList {...list} open title={text.open} requests={open} none={text.openNone} />
            </Section>
            <Section title={text.other}>
              <RequestList
                {...list}
                open={false}
                title={text.other}
                requests={closed}
                none={text.otherNone}
              />
            </Section>
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
