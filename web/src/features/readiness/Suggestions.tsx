import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { Suggestions_LineFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { Sign } from './Sign.tsx'

const Suggestions_line = graphql(`
  fragment Suggestions_line on ReadinessLine {
    key
    title
    answer
    drafts {
      draftId
      answer
      evidence
      eventId
      eventName
      eventAt
      version
    }
  }
`)

const Decide = graphql(`
  mutation DecideReadinessDraft($input: DecideReadinessDraftInput!) {
    decideReadinessDraft(input: $input) {
      ... on DecideReadinessDraftPayload {
        readinessDraft {
          id
          taken
        }
      }
      ...Refusal
    }
  }
`)

interface SuggestionsProps {
  lines: readonly FragmentType<typeof Suggestions_line>[]
  /** Whether the viewer is of the facility's own people. */
  decides: boolean
  onDone: () => void
}

/** What drills have shown, by drill: taken over into the checklist or left out with one press. */
export function Suggestions({ lines, decides, onDone }: SuggestionsProps) {
  const text = useReadinessText().suggestions
  const language = useLanguage()
  const drafts = readFragment(Suggestions_line, lines).flatMap(({ drafts: of, ...line }) =>
    of.map((draft) => ({ line, draft })),
  )
  if (drafts.length === 0) return null
  const byEvent = [...Map.groupBy(drafts, ({ draft }) => draft.eventId)]
  return (
    <Section title={text.title(drafts.length)}>
      <p>{decides ? text.lead : text.waits}</p>
      {decides && <ActingStatement>{text.decides}</ActingStatement>}
      {byEvent.map(([eventId, of]) => {
        const [first] = of
        if (!first) return null
        const source = text.from(formatDate(first.draft.eventAt, language), first.draft.eventName)
        return (
          <div key={eventId} className="mt-4">
            <h3>
              <Link to="/disasters/$eventId/review" params={{ eventId }}>
                {source}
              </Link>
            </h3>
            <Table caption={source} captionHidden>
              <thead>
                <tr>
                  <Head>{text.columns.item}</Head>
                  <Head>{text.columns.draft}</Head>
                  <Head>{text.columns.evidence}</Head>
                  {decides && <Head>{text.columns.decide}</Head>}
                </tr>
              </thead>
              <tbody>
                {of.map(({ line, draft }) => (
                  <Suggestion
                    key={draft.draftId}
                    line={line}
                    draft={draft}
                    decides={decides}
                    onDone={onDone}
                  />
                ))}
              </tbody>
            </Table>
          </div>
        )
      })}
    </Section>
  )
}

type Line = Omit<Suggestions_LineFragment, 'drafts'>
type Draft = Suggestions_LineFragment['drafts'][number]

interface SuggestionProps {
  line: Line
  draft: Draft
  decides: boolean
  onDone: () => void
}

function Suggestion({ line, draft, decides, onDone }: SuggestionProps) {
  const texts = useReadinessText()
  const text = texts.suggestions
  const decide = useCommand(Decide)
  const [refused, setRefused] = useState<Exclude<Outcome<object>, { kind: 'done' }>>()
  const press = async (take: boolean) => {
    const outcome = await decide({
      input: { readinessDraftId: draft.draftId, version: draft.version, take },
    })
    if (outcome.kind === 'done') announce(take ? text.taken(line.title) : text.left(line.title))
    else setRefused(outcome)
    if (outcome.kind !== 'failed') onDone()
  }
  return (
    <tr>
      <th scope="row">{line.title}</th>
      <Cell label={text.columns.draft}>
        <span className="yui-with-sign">
          <Sign name={draft.answer} />
          {texts.sheet.answers[draft.answer]}
        </span>
        <span className="yui-row-note whitespace-nowrap">
          {line.answer === draft.answer ? text.same : text.now(texts.sheet.answers[line.answer])}
        </span>
      </Cell>
      <Cell label={text.columns.evidence}>{draft.evidence}</Cell>
      {decides && (
        <Cell label={text.columns.decide}>
          {refused?.kind === 'failed' && <FailureNotice failure={refused.failure} />}
          {refused?.kind === 'refused' && (
            <Notice kind="bad">
              <p>{texts.sheet.refused}</p>
            </Notice>
          )}
          <span className="yui-no-print block desktop:w-72">
            <Buttons>
              <Button onClick={() => void press(true)}>
                {text.take}
                <span className="sr-only">（{line.title}）</span>
              </Button>
              <Button kind="text" onClick={() => void press(false)}>
                {text.leaveOut}
                <span className="sr-only">（{line.title}）</span>
              </Button>
            </Buttons>
          </span>
          <span className="yui-print-only">{text.undecided}</span>
        </Cell>
      )}
    </tr>
  )
}
