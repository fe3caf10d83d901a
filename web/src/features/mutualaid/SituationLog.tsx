import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDay, formatTime } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const SituationLog_line = graphql(`
  fragment SituationLog_line on SituationLine {
    id
    at
    decision
    text
    actingName
    facility {
      id
      name
    }
    corrections(first: 20) {
      nodes {
        id
        text
        actingName
        recordedAt
      }
    }
  }
`)

const Correct = graphql(`
  mutation SituationLog_correct($input: CorrectSituationLineInput!) {
    correctSituationLine(input: $input) {
      ... on CorrectSituationLinePayload {
        situationLine {
          id
          corrects {
            id
            ...SituationLog_line
          }
        }
      }
      ...Refusal
    }
  }
`)

interface SituationLogProps {
  lines: readonly FragmentType<typeof SituationLog_line>[]
  mayCorrect: boolean
}

/** The situation log: what was written last first, each line with what corrects it. */
export function SituationLog({ lines: given, mayCorrect }: SituationLogProps) {
  const text = useMutualaidText().situation
  const language = useLanguage()
  const lines = readFragment(SituationLog_line, given)
  const [wrong, correct] = useState<{ id: string; text: string }>()
  const send = useCommand(Correct)
  return (
    <>
      <Table caption={text.log} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.at}</Head>
            <Head>{text.columns.text}</Head>
            <Head>{text.columns.by}</Head>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <time dateTime={line.at}>
                  {formatDay(line.at, language)} {formatTime(line.at)}
                </time>
              </th>
              <Cell label={text.columns.text}>
                {line.decision && <b className="prose-strong">{text.decision} </b>}
                {line.text}
                {line.facility && <span className="yui-row-note">{line.facility.name}</span>}
                {line.corrections.nodes.map((correction) => (
                  <span key={correction.id} className="yui-situation__correction">
                    <b className="prose-strong">{text.correction}</b> {correction.text}
                    <span className="yui-row-note">
                      {formatTime(correction.recordedAt)} {correction.actingName}
                    </span>
                  </span>
                ))}
              </Cell>
              <Cell label={text.columns.by}>
                {line.actingName}
                {mayCorrect && (
                  <span className="yui-no-print block">
                    <Button
                      kind="text"
                      aria-label={text.correctOne(line.text)}
                      onClick={() => correct({ id: line.id, text: line.text })}
                    >
                      {text.correct}
                    </Button>
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {wrong && (
        <ActionDialog
          title={text.correctTitle}
          body={wrong.text}
          submit={text.correct}
          done={text.correctDone}
          defaultValues={{ text: '' }}
          send={(values) => send({ input: { situationLineId: wrong.id, text: values.text } })}
          onClose={() => correct(undefined)}
        >
          <TextField
            name="text"
            label={text.correctText}
            support={text.correctSupport}
            required
            maxLength={200}
          />
        </ActionDialog>
      )}
    </>
  )
}
