import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { AttendanceAnswer } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { Select } from '../../../ui/Select/Select.tsx'
import { BigChoices } from '../BigChoices.tsx'
import { Glyph } from '../Glyph.tsx'

const AnswerForm_voter = graphql(`
  fragment AnswerForm_voter on MeetingVoter {
    id
    name
    answer
    answeredAt
    answerChannel
    answeredBy {
      id
      name
    }
    proxyHolder {
      id
      name
    }
  }
`)

const Answer = graphql(`
  mutation AnswerForm_answer($input: AnswerNoticeInput!) {
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

interface AnswerFormProps {
  voter: FragmentType<typeof AnswerForm_voter>
  /** What the rulebook lets one answer. */
  answers: readonly AttendanceAnswer[]
  /** Who can hold a proxy. */
  others: readonly { voterId: string; name: string }[]
  /** Moment until which proxies and votes in writing are taken. */
  answerBy: string
}

/** 出欠を答える: what was answered and by which way, or the two taps that answer. */
export function AnswerForm({ voter: given, answers, others, answerBy }: AnswerFormProps) {
  const text = useMeetingsText()
  const voter = readFragment(AnswerForm_voter, given)
  const [changing, change] = useState(false)
  if (voter.answer === null || changing)
    return (
      <Choice
        voter={voter}
        answers={answers}
        others={others.filter(({ voterId }) => voterId !== voter.id)}
        answerBy={answerBy}
        onDone={() => change(false)}
      />
    )
  return (
    <div className="yui-answered">
      <Glyph name={voter.answer} />
      <div>
        <p className="yui-answered__what">
          {voter.answer === 'PROXY'
            ? text.answer.proxyTo(voter.proxyHolder?.name ?? text.chair)
            : text.answers[voter.answer]}
        </p>
        <p className="prose-sub">
          <Recorded voter={voter} />
        </p>
      </div>
      <Button onClick={() => change(true)}>{text.answer.change}</Button>
    </div>
  )
}

interface RecordedProps {
  voter: {
    name: string
    answeredAt: string | null
    answerChannel: keyof ReturnType<typeof useMeetingsText>['channels'] | null
    answeredBy: { name: string } | null
  }
}

/** When, by which way and by whom an answer was entered. */
function Recorded({ voter: { name, answeredAt, answerChannel, answeredBy } }: RecordedProps) {
  const text = useMeetingsText()
  const language = useLanguage()
  if (!answeredAt || !answerChannel) return null
  const when = formatMoment(answeredAt, language)
  return answerChannel === 'PORTAL'
    ? text.answer.given(when, name, answeredBy?.name)
    : text.answer.recorded(when, text.channels[answerChannel], name)
}

interface ChoiceProps extends Omit<AnswerFormProps, 'voter'> {
  voter: { id: string; name: string; answer: AttendanceAnswer | null; proxyHolder: { id: string } | null }
  onDone: () => void
}

function Choice({ voter, answers, others, answerBy, onDone }: ChoiceProps) {
  const text = useMeetingsText()
  const language = useLanguage()
  const send = useCommand(Answer)
  const [chosen, choose] = useState<AttendanceAnswer | undefined>(voter.answer ?? undefined)
  const [holder, setHolder] = useState(voter.proxyHolder?.id ?? '')
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const submit = async () => {
    if (!chosen) return
    setBusy(true)
    const result = await send({
      input: {
        meetingVoterId: voter.id,
        answer: chosen,
        proxyHolderId: chosen === 'PROXY' && holder !== '' ? holder : null,
        channel: 'PORTAL',
        idempotencyKey: crypto.randomUUID(),
      },
    })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(text.answer.done(voter.name, text.answers[chosen]))
    onDone()
  }
  return (
    <div className="yui-narrow-column">
      <BigChoices
        label={text.answer.choose(voter.name)}
        options={answers.map((value) => ({
          value,
          label: text.answers[value],
          support: text.answer.support[value],
          glyph: value,
        }))}
        chosen={chosen}
        chosenWords={text.chosen}
        onChoose={choose}
      />
      {chosen === 'PROXY' && (
        <Field label={text.answer.holder} support={text.answer.holderSupport}>
          {(control) => (
            <Select {...control} value={holder} onChange={(event) => setHolder(event.target.value)}>
              <option value="">{text.answer.toChair}</option>
              {others.map(({ voterId, name }) => (
                <option key={voterId} value={voterId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {chosen && (
        <div className="yui-confirm">
          <RefusedNotice outcome={outcome} />
          <Buttons wide>
            <Button kind="main" size="big" busy={busy} onClick={() => void submit()}>
              {text.answer.submit(voter.name, text.answers[chosen])}
            </Button>
            {voter.answer !== null && <Button onClick={onDone}>{text.answer.keep}</Button>}
          </Buttons>
          <p className="prose-sub">{text.answer.until(formatMoment(answerBy, language))}</p>
        </div>
      )}
    </div>
  )
}
