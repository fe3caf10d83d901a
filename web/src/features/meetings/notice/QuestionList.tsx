import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { QuestionList_QuestionFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDay } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const QuestionList_question = graphql(`
  fragment QuestionList_question on ItemQuestion {
    id
    text
    askedAt
    answer
    answeredAt
    version
    corporation {
      id
      name
    }
  }
`)

const Answer = graphql(`
  mutation QuestionList_answer($input: AnswerItemQuestionInput!) {
    answerItemQuestion(input: $input) {
      ... on AnswerItemQuestionPayload {
        itemQuestion {
          id
          ...QuestionList_question
        }
      }
      ...Refusal
    }
  }
`)

interface QuestionListProps {
  questions: readonly FragmentType<typeof QuestionList_question>[]
  /** One may answer them. */
  answers: boolean
}

/** What was asked beforehand, and what was answered; everybody sees both. */
export function QuestionList({ questions: given, answers }: QuestionListProps) {
  const text = useMeetingsText().questions
  const language = useLanguage()
  const questions = readFragment(QuestionList_question, given)
  return (
    <ul className="yui-questions">
      {questions.map((question) => (
        <li key={question.id}>
          <p>
            <b>{text.q}</b>
            {question.text}
            <small>{text.askedBy(question.corporation?.name, formatDay(question.askedAt, language))}</small>
          </p>
          {question.answer && question.answeredAt ? (
            <p>
              <b>{text.a}</b>
              {question.answer}
              <small>{text.answeredOn(formatDay(question.answeredAt, language))}</small>
            </p>
          ) : (
            <p className="prose-sub">{text.open}</p>
          )}
          {answers && (
            <Disclosure summary={question.answer ? text.correct : text.answer}>
              <AnswerQuestion question={question} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

function AnswerQuestion({ question }: { question: QuestionList_QuestionFragment }) {
  const text = useMeetingsText().questions
  const answer = useCommand(Answer)
  const form = useForm({ defaultValues: { answer: question.answer ?? '' } })
  return (
    <Form
      form={form}
      submit={(values) =>
        answer({
          input: { itemQuestionId: question.id, version: question.version, answer: values.answer },
        })
      }
      onDone={() => announce(text.answered)}
    >
      <TextAreaField name="answer" label={text.answerLabel} required maxLength={2_000} />
      <FormEnd
        submit={text.answerSubmit}
        statement={<ActingStatement>{text.answerStatement}</ActingStatement>}
      />
    </Form>
  )
}
