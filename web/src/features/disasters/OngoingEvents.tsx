import { graphql } from '../../generated/gql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { OngoingEvent } from './OngoingEvent.tsx'

const OngoingEvents_query = graphql(`
  query OngoingEvents {
    disasterEvents(first: 5, open: true) {
      nodes {
        id
        ...OngoingEvent_event
      }
    }
  }
`)

/** What is on, above everything else of a first page; nothing while nothing is. */
export function OngoingEvents() {
  const text = useDisastersText()
  const [{ data }] = useKeptQuery({ query: OngoingEvents_query, variables: {} })
  if (!data || data.disasterEvents.nodes.length === 0) return null
  return (
    <Section title={text.openNow}>
      {data.disasterEvents.nodes.map((event) => (
        <OngoingEvent key={event.id} event={event} />
      ))}
    </Section>
  )
}
