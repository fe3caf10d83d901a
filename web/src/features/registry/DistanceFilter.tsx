import { useState, type SubmitEvent } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { globalId } from '../../lib/ids.ts'
import { useStore } from '../../lib/store.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useSearchText } from '../../locales/search.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { askPosition, position } from './position.ts'
import type { Near, RegistrySearch } from './search.ts'

const DistanceFilter_places = graphql(`
  query DistanceFilterPlaces($text: String!) {
    placesNamed(text: $text) {
      name
      address
      latitude
      longitude
    }
  }
`)

const DistanceFilter_own = graphql(`
  query DistanceFilterOwn($id: ID!) {
    facility(id: $id) {
      id
      shortName
      latitude
      longitude
    }
  }
`)

const RADII = [1, 2, 5, 10, 20, 50] as const
const USUAL_KM = 10

interface DistanceFilterProps {
  search: RegistrySearch
  onChange: (near: Near | undefined) => void
}

/** Narrows by distance: from a place of the registry, the own facility, or where the device is. */
export function DistanceFilter({ search, onChange }: DistanceFilterProps) {
  const text = useSearchText().near
  const near = search.c?.near
  const km = near?.km ?? USUAL_KM
  const here = useStore(position)
  if (!near) return <Start km={km} onChange={onChange} />
  const isHere = 'here' in near
  return (
    <>
      <p className="prose-strong">{text.within(isHere ? text.hereName : near.name, near.km)}</p>
      <p className="prose-note">{isHere && !here ? text.lost : text.byDistance}</p>
      <Field label={text.radius}>
        {(control) => (
          <Select
            {...control}
            value={km}
            onChange={({ target }) => onChange({ ...near, km: Number(target.value) })}
          >
            {RADII.map((radius) => (
              <option key={radius} value={radius}>
                {text.km(String(radius))}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button kind="text" onClick={() => onChange(undefined)}>
        {text.clear}
      </Button>
      {isHere && !here && <Here km={km} onChange={onChange} />}
    </>
  )
}

interface StartProps {
  km: number
  onChange: (near: Near) => void
}

function Start({ km, onChange }: StartProps) {
  const text = useSearchText().near
  const [asked, setAsked] = useState('')
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('place')
    setAsked(typeof typed === 'string' ? typed.trim() : '')
  }
  return (
    <>
      <form onSubmit={find}>
        <Field label={text.label} support={text.support}>
          {(control) => <Input {...control} name="place" maxLength={100} enterKeyHint="search" />}
        </Field>
        <Button type="submit">{text.find}</Button>
      </form>
      {asked !== '' && <Places words={asked} km={km} onChange={onChange} />}
      <Own km={km} onChange={onChange} />
      <Here km={km} onChange={onChange} />
    </>
  )
}

function Places({ words, km, onChange }: StartProps & { words: string }) {
  const text = useSearchText().near
  const [result, readAgain] = useQuery({ query: DistanceFilter_places, variables: { text: words } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={3}>
      {({ placesNamed }) =>
        placesNamed.length === 0 ? (
          <Notice>{text.none}</Notice>
        ) : (
          <ul className="my-3 grid gap-2">
            {placesNamed.map(({ name, address, latitude, longitude }) => (
              <li key={`${name} ${latitude} ${longitude}`}>
                <Button
                  kind="text"
                  aria-label={text.use(name)}
                  onClick={() => onChange({ name, latitude, longitude, km })}
                >
                  {name}
                </Button>
                <span className="block prose-note">{address}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

/** From the facility one acts for, if its point is known. */
function Own({ km, onChange }: StartProps) {
  const text = useSearchText().near
  const key = useViewer()?.acting?.key ?? ''
  const [kind, id = ''] = key.split(':')
  const [{ data }] = useQuery({
    query: DistanceFilter_own,
    variables: { id: globalId('Facility', id) },
    pause: kind !== 'FACILITY',
  })
  const own = kind === 'FACILITY' ? data?.facility : null
  if (!own || own.latitude === null || own.longitude === null) return null
  const { shortName: name, latitude, longitude } = own
  return (
    <p className="mt-3">
      <Button onClick={() => onChange({ name, latitude, longitude, km })}>{text.own}</Button>
    </p>
  )
}

/** The device is asked only after a press, and what it says stays in this tab. */
function Here({ km, onChange }: StartProps) {
  const text = useSearchText().near
  const [state, setState] = useState<'idle' | 'asking' | 'refused' | 'unknown'>('idle')
  const ask = async () => {
    setState('asking')
    const answer = await askPosition()
    setState(answer === 'found' ? 'idle' : answer)
    if (answer === 'found') onChange({ here: true, km })
  }
  return (
    <div className="mt-3">
      <Button busy={state === 'asking'} onClick={() => void ask()}>
        {text.here}
      </Button>
      <p className="prose-note">{state === 'asking' ? text.asking : text.hereNote}</p>
      {(state === 'refused' || state === 'unknown') && <Notice kind="bad">{text[state]}</Notice>}
    </div>
  )
}
