import { graphql } from '../../../generated/gql.ts'
import type { GuestAnswer } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useMeetingGuestText } from '../../../locales/meeting-guest.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'

const Answer = graphql(`
  mutation GuestAnswerForm_answer($input: AnswerAsGuestInput!) {
    answerAsGuest(input: $input) {
      ... on AnswerAsGuestPayload {
        answered
      }
      ...Refusal
    }
  }
`)

const ANSWERS: readonly GuestAnswer[] = ['ON_SITE', 'ONLINE', 'ABSENT']

interface Values {
  answer: GuestAnswer | ''
  people: string
  message: string
}

interface GuestAnswerFormProps {
  /** The secret of the link. */
  token: string
  /** What was answered before. */
  before: { answer: GuestAnswer | null; people: number | null; message: string | null }
  /** The meeting can be joined online. */
  online: boolean
  onDone: () => void
}

/** Says whether an invited body comes. */
export function GuestAnswerForm({ token, before, online, onDone }: GuestAnswerFormProps) {
  const text = useMeetingGuestText()
  const answer = useCommand(Answer)
  const form = useForm<Values>({
    defaultValues: {
      answer: before.answer ?? '',
      people: before.people === null ? '' : String(before.people),
      message: before.message ?? '',
    },
  })
  const submit = ({ answer: chosen, people, message }: Values) =>
    answer({
      input: {
        token,
        answer: chosen || 'ABSENT',
        people: people === '' ? null : Number(people),
        message,
      },
    })
  return (
    <Form form={form} submit={submit} onDone={onDone}>
      <RadioGroup
        name="answer"
        label={text.answer}
        required
        options={ANSWERS.filter((value) => online || value !== 'ONLINE').map((value) => ({
          value,
          label: text.answers[value],
        }))}
      />
      <TextField
        name="people"
        label={text.people}
        support={text.peopleSupport}
        inputMode="numeric"
        clean={toDigits}
        checks={{ NOT_A_NUMBER: (typed) => /^\d{1,2}$/.test(toDigits(typed)) }}
        errors={{ NOT_A_NUMBER: text.peopleWrong }}
      />
      <TextField name="message" label={text.message} support={text.messageSupport} maxLength={500} />
      <FormEnd submit={text.submit} />
    </Form>
  )
}
