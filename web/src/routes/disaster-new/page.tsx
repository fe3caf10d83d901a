import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useAskedOpening } from '../../features/alerts/asked-opening.ts'
import { NewEventForm } from '../../features/disasters/NewEventForm.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/disasters/Disasters.css'

const DisasterNewPage_query = graphql(`
  query DisasterNewPage {
    proposedMinutes {
      ...NewEventForm_minutes
    }
  }
`)

const route = getRouteApi('/disasters/new')

/** 災害・訓練を始める. */
export function DisasterNewPage() {
  const { id, alert }: { id?: string; alert?: string } = route.useSearch()
  const asked = useAskedOpening(alert)
  const text = useDisastersText().newEvent
  const [result, readAgain] = useQuery({ query: DisasterNewPage_query })
  return (
    <div className="yui-dz yui-dz-narrow">
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ proposedMinutes }) => (
          <ChosenNetwork id={(asked !== 'loading' && asked?.platformId) || id}>
            {(platformId) =>
              asked === 'loading' ? null : (
                <NewEventForm
                  platformId={platformId}
                  minutes={proposedMinutes}
                  asked={asked?.start}
                  onOpened={asked?.confirm}
                />
              )
            }
          </ChosenNetwork>
        )}
      </Loaded>
    </div>
  )
}
