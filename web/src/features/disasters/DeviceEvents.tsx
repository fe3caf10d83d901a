import type { FacilityDevicePageQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { plainName } from './EventBand.tsx'
import { keptOfDevice } from './kept-of-device.ts'
import { useKeptAnswers } from './use-kept-answers.ts'

type Event = NonNullable<FacilityDevicePageQuery['deviceDesk']>['events'][number]

interface DeviceEventsProps {
  /** Real ones first, as they come. */
  events: readonly Event[]
  onChoose: (calledFacilityId: string) => void
}

/** Where several call the facility at once: which one is reported on. A drill has stripes and says so first. */
export function DeviceEvents({ events, onChoose }: DeviceEventsProps) {
  const text = useDisastersText().device
  return (
    <>
      <h2>{text.choose(events.length)}</h2>
      <ul className="yui-device-events">
        {events.map((event) => (
          <li key={event.calledFacilityId}>
            <DeviceEvent event={event} onChoose={() => onChoose(event.calledFacilityId)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function DeviceEvent({ event, onChoose }: { event: Event; onChoose: () => void }) {
  const words = useDisastersText()
  const text = words.device
  const language = useLanguage()
  const { name, drill, startedAt } = event
  const { kept } = useKeptAnswers(keptOfDevice(event))
  return (
    <button type="button" data-drill={drill || undefined} onClick={onChoose}>
      <b>
        {drill && words.mark}
        {drill ? plainName(name) : name}
      </b>
      <span>{drill ? text.drill : text.real}</span>
      <span>{words.started(formatMoment(startedAt, language))}</span>
      {kept && <b>{text.unsent}</b>}
    </button>
  )
}
