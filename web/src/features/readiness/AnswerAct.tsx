import { graphql } from '../../generated/gql.ts'
import type { ReadinessAnswerValue, ReadinessSource } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf } from '../../lib/dates.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ShelfPaperField } from '../files/ShelfPaperField.tsx'
import { Act } from '../../ui/Act/Act.tsx'

export const AnswerReadinessItem = graphql(`
  mutation AnswerReadinessItem($input: AnswerReadinessItemInput!) {
    answerReadinessItem(input: $input) {
      ... on AnswerReadinessItemPayload {
        readinessAnswer {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface AnswerActProps {
  facilityId: string
  itemKey: string
  question: string
  choices: readonly { readonly choiceId: string; readonly label: string }[]
  as: ReadinessSource
  /** Whose answer it is, above the button. */
  statement: React.ReactNode
  again: boolean
  onDone: () => void
}

const VALUES: readonly ReadinessAnswerValue[] = ['YES', 'NO', 'UNKNOWN']

/** What a choice sends: one of the item’s own, or a value; not to know is always among them. */
export const answersTo = (
  choices: AnswerActProps['choices'],
  words: Readonly<Record<ReadinessAnswerValue, string>>,
): { key: string; label: string; input: { answer?: ReadinessAnswerValue; choiceId?: string } }[] =>
  choices.length === 0
    ? VALUES.map((answer) => ({ key: answer, label: words[answer], input: { answer } }))
    : [
        ...choices.map(({ choiceId, label }) => ({ key: choiceId, label, input: { choiceId } })),
        { key: 'UNKNOWN', label: words.UNKNOWN, input: { answer: 'UNKNOWN' as const } },
      ]

/** 「答える」: an answer with what it rests on. */
export function AnswerAct({
  facilityId,
  itemKey,
  question,
  choices,
  statement,
  again,
  onDone,
}: AnswerActProps) {
  const text = useReadinessText().sheet
  const answer = useCommand(AnswerReadinessItem)
  const options = answersTo(choices, text.answers)
  return (
    <Act
      button={again ? text.answerAgain : text.answer}
      of={question}
      kind="text"
      title={question}
      values={{ choice: '', evidence: '', documentId: '', expiresOn: emptyDate }}
      submit={({ choice, evidence, documentId, expiresOn }) =>
        answer({
          input: {
            facilityId,
            itemKey,
            grounds: evidence,
            documentId: documentId || undefined,
            expiresOn: isoOf(expiresOn),
            ...options.find(({ key }) => key === choice)?.input,
          },
        })
      }
      save={text.send}
      leave={text.leave}
      said={text.answered}
      statement={statement}
      onDone={onDone}
    >
      <RadioGroup
        name="choice"
        label={text.answerLabel}
        required
        options={options.map(({ key, label }) => ({ value: key, label }))}
      />
      <TextField name="evidence" label={text.evidence} maxLength={300} />
      <ShelfPaperField name="documentId" />
      <DateFields name="expiresOn" label={text.expiresOn} support={text.expiresSupport} />
    </Act>
  )
}
