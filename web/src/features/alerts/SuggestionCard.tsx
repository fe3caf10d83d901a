import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { PlaceNames } from './PlaceNames.tsx'
import { weightName } from './weight.ts'

const Suggestion = graphql(`
  fragment SuggestionCard_suggestion on AlertSuggestion {
    id
    drill
    signal
    rank
    hazard
    municipalityCodes
    state
    suggestedAt
    reason
    version
    message {
      id
      title
      headline
      office
      reportedAt
    }
    viewerCan {
      decide {
        allowed
      }
    }
  }
`)

const Dismiss = graphql(`
  mutation SuggestionCard_dismiss($input: DismissAlertSuggestionInput!) {
    dismissAlertSuggestion(input: $input) {
      ... on DismissAlertSuggestionPayload {
        alertSuggestion {
          id
          state
          reason
          version
        }
      }
      ...Refusal
    }
  }
`)

interface SuggestionCardProps {
  suggestion: FragmentType<typeof Suggestion>
  onConflict: () => void
}

/** 「災害として開きますか」: opens nothing itself; a person goes on to open an event, or says why not. */
export function SuggestionCard({ suggestion, onConflict }: SuggestionCardProps) {
  const shown = readFragment(Suggestion, suggestion)
  const { id, drill, message, state, viewerCan, version, reason } = shown
  const text = useAlertsText()
  const { suggestion: words } = text
  const language = useLanguage()
  const { hazards } = useDisastersText()
  const dismiss = useCommand(Dismiss)
  const form = useForm({ defaultValues: { reason: '' } })
  const withdrawn = words.withdrawn[reason as keyof typeof words.withdrawn]
  return (
    <section className="yui-section" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{drill ? words.drillTitle : words.title}</h3>
      <p>{words.lead(message?.title ?? '', weightName(text, shown))}</p>
      {message && (
        <p className="prose-sub">
          <Link to="/alerts/$messageId" params={{ messageId: message.id }}>
            {message.headline.split('\n')[0] || message.title}
          </Link>
        </p>
      )}
      <DefinitionList>
        <Fact name={words.hazard}>
          {(hazards as Readonly<Record<string, string>>)[shown.hazard] ?? hazards.OTHER}
        </Fact>
        <Fact name={words.weight}>{weightName(text, shown)}</Fact>
        <Fact name={words.places}>
          <PlaceNames codes={shown.municipalityCodes} />
        </Fact>
        {message?.reportedAt && (
          <Fact name={words.office}>
            {message.office}　{formatMoment(message.reportedAt, language)}
          </Fact>
        )}
        <Fact name={words.askedAt}>{formatMoment(shown.suggestedAt, language)}</Fact>
      </DefinitionList>
      <p>
        {words.states[state]}
        {state === 'DISMISSED' && reason && `：${reason}`}
        {state === 'WITHDRAWN' && withdrawn && `（${withdrawn}）`}
      </p>
      {state === 'OPEN' && viewerCan.decide.allowed && (
        <>
          <p>
            <PathLink path={`/disasters/new?alert=${id}`}>{drill ? words.openDrill : words.open}</PathLink>
          </p>
          <Disclosure summary={words.dismiss}>
            <Form
              form={form}
              submit={({ reason: why }) =>
                dismiss({ input: { alertSuggestionId: id, reason: why, version } })
              }
              onDone={() => announce(words.dismissed)}
              onConflict={onConflict}
            >
              <TextField
                name="reason"
                label={words.reason}
                support={words.reasonSupport}
                required
                maxLength={300}
              />
              <FormEnd
                submit={words.dismiss}
                statement={<ActingStatement>{words.dismissStatement}</ActingStatement>}
              />
            </Form>
          </Disclosure>
        </>
      )}
    </section>
  )
}
