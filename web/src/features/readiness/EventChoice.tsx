import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { readFragment } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Paged } from '../../ui/Paged/Paged.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const EventChoice_page = graphql(`
  fragment EventChoice_page on DisasterEventConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      drill
      startedAt
    }
  }
`)

const Latest = graphql(`
  query EventChoice($chosen: ID!, $isChosen: Boolean!) {
    disasterEvents(first: 10) {
      ...EventChoice_page
    }
    disasterEvent(id: $chosen) @include(if: $isChosen) {
      id
      name
      startedAt
    }
  }
`)

const Found = graphql(`
  query EventChoiceFound($search: String, $after: String) {
    disasterEvents(search: $search, first: 20, after: $after) {
      ...EventChoice_page
    }
  }
`)

interface EventChoiceProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** Which disaster or drill: one of the latest, or any other that is looked for. Guests know of none. */
export function EventChoice({ value, onChange }: EventChoiceProps) {
  const text = useReadinessText().register
  const language = useLanguage()
  const signedIn = useViewer()?.signedIn ?? false
  const [looking, look] = useState(false)
  const [{ data }] = useQuery({
    query: Latest,
    variables: { chosen: value ?? '', isChosen: value !== undefined },
    pause: !signedIn,
  })
  const latest = data && readFragment(EventChoice_page, data.disasterEvents)
  const events = latest?.nodes ?? []
  const chosen = data?.disasterEvent
  if (events.length === 0 && !value) return null
  const shown = chosen && events.every(({ id }) => id !== chosen.id) ? [chosen, ...events] : events
  return (
    <div>
      <Field label={text.event}>
        {(control) => (
          <Select
            {...control}
            value={value ?? ''}
            onChange={({ target }) => onChange(target.value || undefined)}
          >
            <option value="">{text.noEvent}</option>
            {shown.map(({ id, name, startedAt }) => (
              <option key={id} value={id}>
                {`${name}（${formatDate(startedAt, language)}）`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {latest && latest.totalCount > latest.nodes.length && (
        <Button kind="text" onClick={() => look(true)}>
          {text.otherEvents(latest.totalCount)}
        </Button>
      )}
      <Dialog title={text.findEvent} open={looking} onClose={() => look(false)}>
        {looking && (
          <FindEvent
            onChoose={(id) => {
              look(false)
              onChange(id)
            }}
          />
        )}
      </Dialog>
    </div>
  )
}

/** Every disaster and drill the viewer may count, by name, the latest first. */
function FindEvent({ onChoose }: { onChoose: (id: string) => void }) {
  const text = useReadinessText().register
  const language = useLanguage()
  const [search, find] = useState('')
  const [result, readAgain] = useQuery({ query: Found, variables: { search } })
  return (
    <>
      <form
        className="mb-4 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget).get('search')
          find(typeof typed === 'string' ? typed.trim() : '')
        }}
      >
        <Field label={text.eventName}>
          {(control) => <Input {...control} name="search" width="name" maxLength={100} />}
        </Field>
        <Button type="submit">{text.find}</Button>
      </form>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={6}>
        {({ disasterEvents }) => {
          const page = readFragment(EventChoice_page, disasterEvents)
          return (
            <>
              <output className="prose-note block">{text.eventsFound(page.totalCount)}</output>
              <Paged
                key={search}
                page={page}
                query={Found}
                variables={{ search }}
                pageOf={(data) => readFragment(EventChoice_page, data.disasterEvents)}
                of={text.event}
              >
                {({ nodes }) => (
                  <Lines>
                    {nodes.map(({ id, name, startedAt }) => (
                      <li key={id}>
                        <Button kind="text" onClick={() => onChoose(id)}>
                          {name}
                        </Button>
                        <span className="prose-note">　{formatDate(startedAt, language)}</span>
                      </li>
                    ))}
                  </Lines>
                )}
              </Paged>
            </>
          )
        }}
      </Loaded>
    </>
  )
}
