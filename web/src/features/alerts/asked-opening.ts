import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { DisasterHazard } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useAlertsText } from '../../locales/alerts.ts'

const Asked = graphql(`
  query AskedOpening($id: ID!) {
    alertSuggestion(id: $id) {
      id
      drill
      hazard
      state
      version
      platform {
        id
      }
      message {
        id
        title
      }
    }
  }
`)

const Confirm = graphql(`
  mutation AskedOpening_confirm($input: ConfirmAlertSuggestionInput!) {
    confirmAlertSuggestion(input: $input) {
      ... on ConfirmAlertSuggestionPayload {
        alertSuggestion {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

interface AskedOpening {
  platformId: string | undefined
  start: { drill: boolean; hazard: DisasterHazard; name: string; reason: string }
  /** Says that the event was opened because of the question. */
  confirm: (eventId: string) => Promise<unknown>
}

/** What an event is to be opened for, when a message asked; undefined when nobody did or it is over. */
export function useAskedOpening(id: string | undefined): AskedOpening | 'loading' | undefined {
  const text = useAlertsText()
  const [result] = useQuery({ query: Asked, variables: { id: id ?? '' }, pause: id === undefined })
  const confirm = useCommand(Confirm)
  if (id === undefined) return undefined
  if (result.fetching || result.stale) return 'loading'
  const suggestion = result.data?.alertSuggestion
  if (suggestion?.state !== 'OPEN') return undefined
  const { drill, hazard, version, platform, message } = suggestion
  return {
    platformId: platform?.id,
    start: {
      drill,
      hazard: hazard as DisasterHazard,
      name: message?.title ?? '',
      reason: text.suggestion.because(message?.title ?? ''),
    },
    confirm: (eventId) => confirm({ input: { alertSuggestionId: suggestion.id, eventId, version } }),
  }
}
