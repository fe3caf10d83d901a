import { useCallback, useLayoutEffect, useState } from 'react'
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

interface OngoingEventsProps {
  /** Called once it is known whether anything is on: what stands below does not move any more. */
  onKnown: () => void
}

/** What is on, above everything else of a first page; nothing while nothing is. */
export function OngoingEvents({ onKnown }: OngoingEventsProps) {
  const text = useDisastersText()
  const [{ data, error }] = useKeptQuery({ query: OngoingEvents_query, variables: {} })
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const nowWhole = useCallback((id: string) => setWhole((before) => new Set(before).add(id)), [])
  const isKnown = data ? data.disasterEvents.nodes.every(({ id }) => whole.has(id)) : error !== undefined
  // Before the screen is painted, so that nothing is seen to jump.
  useLayoutEffect(() => {
    if (isKnown) onKnown()
  }, [isKnown, onKnown])
  if (!data || data.disasterEvents.nodes.length === 0) return null
  return (
    <div className="mb-12">
      <Section title={text.openNow}>
        {data.disasterEvents.nodes.map((event) => (
          <OngoingEvent key={event.id} event={event} onWhole={nowWhole} />
        ))}
      </Section>
    </div>
  )
}
