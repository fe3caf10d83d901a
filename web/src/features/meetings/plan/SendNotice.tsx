import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDate, formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const SendNotice_meeting = graphql(`
  fragment SendNotice_meeting on Meeting {
    id
    version
    form
    title
    startsAt
    answerBy
    itemCount
  }
`)

const Preview = graphql(`
  query SendNotice_preview($meetingId: ID!) {
    noticePreview(meetingId: $meetingId) {
      voters
      recordOn
      lastDay
      daysShort
      needsConsent
      tooLate
      clause
    }
  }
`)

const Send = graphql(`
  mutation SendNotice_send($input: SendNoticeInput!) {
    sendNotice(input: $input) {
      ... on SendNoticePayload {
        meeting {
          id
          state
          noticeSentAt
          version
        }
      }
      ...Refusal
    }
  }
`)

interface SendNoticeProps {
  meeting: FragmentType<typeof SendNotice_meeting>
  onConflict: () => void
}

/** What sending the notice means now: to how many, whether in time and by which clause; then the button. */
export function SendNotice({ meeting: given, onConflict }: SendNoticeProps) {
  const text = useMeetingsText().send
  const language = useLanguage()
  const meeting = readFragment(SendNotice_meeting, given)
  const navigate = useNavigate()
  const send = useCommand(Send)
  const form = useForm({ defaultValues: { lateNoticeReason: '' } })
  const [result, readAgain] = useQuery({
    query: Preview,
    variables: { meetingId: meeting.id },
    requestPolicy: 'cache-and-network',
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={4}>
      {({ noticePreview }) => {
        if (!noticePreview)
          return (
            <Notice kind="bad">
              <p>{text.noRulebook}</p>
            </Notice>
          )
        const { voters, recordOn, lastDay, daysShort, needsConsent, tooLate, clause } = noticePreview
        return (
          <>
            <DefinitionList>
              <Fact name={text.to}>{text.voters(voters, formatDate(recordOn, language))}</Fact>
              {lastDay && (
                <Fact name={text.lastDay}>
                  {formatDate(lastDay, language, { weekday: true })}
                  <span className="yui-row-note">{text.lastDayBy(clause)}</span>
                </Fact>
              )}
              <Fact name={text.inTime}>
                {lastDay === null
                  ? text.inWriting(formatMoment(meeting.answerBy, language), clause)
                  : daysShort === 0
                    ? text.isInTime
                    : text.isLate(daysShort)}
              </Fact>
              <Fact name={text.agenda}>{text.items(meeting.itemCount)}</Fact>
            </DefinitionList>
            {meeting.itemCount === 0 ? (
              <p className="mt-6">{text.agendaFirst}</p>
            ) : tooLate ? (
              <Notice kind="bad">
                <p>{text.tooLate(clause)}</p>
              </Notice>
            ) : (
              <Form
                form={form}
                submit={({ lateNoticeReason }) =>
                  send({
                    input: {
                      meetingId: meeting.id,
                      version: meeting.version,
                      lateNoticeReason: needsConsent ? lateNoticeReason : null,
                      idempotencyKey: crypto.randomUUID(),
                    },
                  })
                }
                onDone={() => {
                  announce(text.sent(voters))
                  void navigate({ to: '/network/meetings/$meetingId', params: { meetingId: meeting.id } })
                }}
                onConflict={onConflict}
              >
                {needsConsent && (
                  <TextField
                    name="lateNoticeReason"
                    label={text.consent}
                    support={text.consentSupport(clause)}
                    required
                    maxLength={300}
                  />
                )}
                <FormEnd
                  submit={text.submit}
                  statement={<ActingStatement>{text.statement(voters)}</ActingStatement>}
                />
              </Form>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
