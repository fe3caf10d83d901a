import { graphql } from '../../../generated/gql.ts'
import type { AnswerChannel, AttendanceAnswer } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Record = graphql(`
  mutation RecordAnswer_answer($input: AnswerNoticeInput!) {
    answerNotice(input: $input) {
      ... on AnswerNoticePayload {
        meetingVoter {
          id
          ...AnswerForm_voter
        }
        meeting {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface RecordAnswerProps {
  voters: readonly { voterId: string; name: string }[]
  answers: readonly AttendanceAnswer[]
}

interface Values {
  voterId: string
  answer: AttendanceAnswer | ''
  proxyHolderId: string
  channel: AnswerChannel | ''
}

const CHANNELS = ['PHONE', 'FAX', 'PAPER'] as const

/** 電話・FAXの回答を代わりに入れる: an answer to the notice that came to the secretariat. */
export function RecordAnswer({ voters, answers }: RecordAnswerProps) {
  const text = useMeetingsText()
  const record = useCommand(Record)
  const form = useForm<Values>({
    defaultValues: { voterId: '', answer: '', proxyHolderId: '', channel: '' },
  })
  const answer = form.hookForm.watch('answer')
  const options = voters.map(({ voterId, name }) => ({ value: voterId, label: name }))
  return (
    <Form
      form={form}
      submit={(values) =>
        record({
          input: {
            meetingVoterId: values.voterId,
            answer: values.answer || 'ABSENT',
            proxyHolderId:
              values.answer === 'PROXY' && values.proxyHolderId !== '' ? values.proxyHolderId : null,
            channel: values.channel || 'PHONE',
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        announce(text.record.done)
        form.hookForm.reset()
      }}
    >
      <SelectField name="voterId" label={text.record.whose} required options={options} />
      <RadioGroup
        name="answer"
        label={text.record.answer}
        required
        options={answers.map((value) => ({ value, label: text.answers[value] }))}
      />
      {answer === 'PROXY' && (
        <SelectField
          name="proxyHolderId"
          label={text.answer.holder}
          support={text.record.holderSupport}
          options={options}
        />
      )}
      <RadioGroup
        name="channel"
        label={text.record.channel}
        required
        options={CHANNELS.map((value) => ({ value, label: text.channels[value] }))}
      />
      <FormEnd
        submit={text.record.submit}
        statement={<ActingStatement>{text.record.statement}</ActingStatement>}
      />
    </Form>
  )
}
