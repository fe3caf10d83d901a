import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import type { AnswerChannel, BallotChoice, CastingVote } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { CheckboxGroup } from '../../../ui/Checkbox/CheckboxGroup.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { CloseVote, DeclareConflict, Open, OpenVote, PutOff, RecordBallot, RecordPresence } from './acts.ts'
import { FormDialog } from './FormDialog.tsx'
import type { RoomVoter } from './room-data.ts'

interface DialogState {
  open: boolean
  onClose: () => void
}

interface OfMeeting extends DialogState {
  meetingId: string
  voters: readonly RoomVoter[]
}

interface OfItem extends DialogState {
  itemId: string
  /** 議案第3号 */
  name: string
  voters: readonly RoomVoter[]
}

const asOptions = (voters: readonly RoomVoter[]) =>
  voters.map(({ voterId, position, name }) => ({ value: voterId, label: `${position}　${name}` }))

/** 開会する: who chairs. */
export function OpenDialog({ meetingId, voters, ...state }: OfMeeting) {
  const text = useMeetingsText().open
  const send = useCommand(Open)
  const form = useForm({ defaultValues: { chairVoterId: '', chairName: '' } })
  return (
    <FormDialog
      title={text.title}
      form={form}
      submit={text.submit}
      statement={text.statement}
      {...state}
      send={({ chairVoterId, chairName }) =>
        send({ input: { meetingId, chairVoterId: chairVoterId === '' ? null : chairVoterId, chairName } })
      }
      onDone={() => announce(text.done)}
    >
      <SelectField
        name="chairVoterId"
        label={text.chair}
        support={text.chairSupport}
        options={asOptions(voters)}
      />
      <TextField
        name="chairName"
        label={text.chairName}
        support={text.chairNameSupport}
        maxLength={100}
        width="name"
      />
    </FormDialog>
  )
}

/** 退席を記録する. */
export function LeaveDialog({ meetingId, voters, ...state }: OfMeeting) {
  const text = useMeetingsText().leave
  const send = useCommand(RecordPresence)
  const form = useForm({ defaultValues: { voterId: '' } })
  const there = voters.filter(({ standing }) => standing === 'ON_SITE' || standing === 'ONLINE')
  return (
    <FormDialog
      title={text.title}
      form={form}
      submit={text.submit}
      statement={text.statement}
      {...state}
      send={({ voterId }) =>
        send({
          input: { meetingId, voterIds: [voterId], presence: 'LEFT', idempotencyKey: crypto.randomUUID() },
        })
      }
      onDone={() => announce(text.done)}
    >
      <SelectField
        name="voterId"
        label={text.who}
        support={text.support}
        required
        options={asOptions(there)}
      />
    </FormDialog>
  )
}

const MINUTES = ['', '3', '5', '10', '15'] as const

/** 採決を始める: until when. */
export function OpenVoteDialog({ itemId, name, ...state }: Omit<OfItem, 'voters'>) {
  const text = useMeetingsText().openVote
  const send = useCommand(OpenVote)
  const form = useForm({ defaultValues: { minutes: 'NONE' } })
  return (
    <FormDialog
      title={text.title(name)}
      form={form}
      submit={text.submit}
      statement={text.statement(name)}
      {...state}
      send={({ minutes }) =>
        send({
          input: {
            agendaItemId: itemId,
            votingUntil:
              minutes === 'NONE' ? null : new Date(Date.now() + Number(minutes) * 60_000).toISOString(),
          },
        })
      }
      onDone={() => announce(text.done(name))}
    >
      <RadioGroup
        name="minutes"
        label={text.until}
        required
        options={MINUTES.map((value) => ({
          value: value === '' ? 'NONE' : value,
          label: value === '' ? text.noEnd : text.minutes(value),
        }))}
      />
    </FormDialog>
  )
}

/** 採決を締め切る: asks for the chair's vote only when the API says that it is a tie. */
export function CloseVoteDialog({
  itemId,
  name,
  missing,
  ...state
}: Omit<OfItem, 'voters'> & { missing: number }) {
  const text = useMeetingsText().closeVote
  const send = useCommand(CloseVote)
  const [tied, setTied] = useState(false)
  const form = useForm<{ chairDecision: CastingVote | '' }>({ defaultValues: { chairDecision: '' } })
  return (
    <FormDialog
      title={text.title(name)}
      form={form}
      submit={text.submit}
      statement={text.statement(name)}
      {...state}
      send={async ({ chairDecision }) => {
        const outcome = await send({
          input: { agendaItemId: itemId, chairDecision: chairDecision || null, effectiveOn: null },
        })
        if (outcome.kind === 'refused' && outcome.problem.code === 'CHAIR_MUST_DECIDE') setTied(true)
        return outcome
      }}
      onDone={() => {
        setTied(false)
        announce(text.done(name))
      }}
    >
      <p className="mt-4">{missing > 0 ? text.missing(missing) : text.all}</p>
      {tied && (
        <RadioGroup
          name="chairDecision"
          label={text.chair}
          support={text.chairSupport}
          required
          options={(['FOR', 'AGAINST'] as const).map((value) => ({ value, label: text.decisions[value] }))}
        />
      )}
    </FormDialog>
  )
}

const CHANNELS = ['PHONE', 'FAX', 'PAPER', 'ROOM'] as const
const CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const

interface RecordedVote {
  voterIds: string[]
  choice: BallotChoice | ''
  channel: AnswerChannel | ''
}

/** 電話・FAXの回答を代わりに入れる: the same vote of one or several voters, as it reached the secretariat. */
export function RecordVoteDialog({
  itemId,
  name,
  voters,
  voted,
  ...state
}: OfItem & { voted: readonly string[] }) {
  const meetingsText = useMeetingsText()
  const text = meetingsText.recordVote
  const send = useCommand(RecordBallot)
  const form = useForm<RecordedVote>({ defaultValues: { voterIds: [], choice: '', channel: '' } })
  const record = async ({ voterIds, choice, channel }: RecordedVote) => {
    let outcome: Awaited<ReturnType<typeof send>> | undefined
    for (const meetingVoterId of voterIds) {
      // One after another: what went through before a refusal stands, and the list says so.
      outcome = await send({
        input: {
          agendaItemId: itemId,
          meetingVoterId,
          choice: choice || 'ABSTAIN',
          reason: null,
          channel: channel || 'ROOM',
          idempotencyKey: crypto.randomUUID(),
        },
      })
      if (outcome.kind !== 'done') break
    }
    return outcome ?? { kind: 'failed' as const, failure: { kind: 'FAULT' as const, incidentId: undefined } }
  }
  return (
    <FormDialog
      title={text.title(name)}
      form={form}
      submit={text.submit}
      statement={text.statement}
      {...state}
      send={record}
      onDone={() => announce(text.done)}
    >
      <CheckboxGroup
        name="voterIds"
        label={text.whose}
        support={text.whoseSupport}
        required
        options={asOptions(voters).map((option) => ({
          ...option,
          ...(voted.includes(option.value) && { support: text.votedAlready }),
        }))}
      />
      <RadioGroup
        name="choice"
        label={text.choice}
        required
        options={CHOICES.map((value) => ({ value, label: meetingsText.choices[value] }))}
      />
      <RadioGroup
        name="channel"
        label={text.channel}
        required
        options={CHANNELS.map((value) => ({ value, label: meetingsText.channels[value] }))}
      />
    </FormDialog>
  )
}

/** 利害関係を記録する. */
export function ConflictDialog({ itemId, name, voters, ...state }: OfItem) {
  const text = useMeetingsText().conflict
  const send = useCommand(DeclareConflict)
  const form = useForm({ defaultValues: { voterId: '', reason: '' } })
  return (
    <FormDialog
      title={text.title(name)}
      form={form}
      submit={text.submit}
      statement={text.statement}
      {...state}
      send={({ voterId, reason }) =>
        send({ input: { agendaItemId: itemId, meetingVoterId: voterId, reason } })
      }
      onDone={() => announce(text.done)}
    >
      <SelectField name="voterId" label={text.who} required options={asOptions(voters)} />
      <TextAreaField
        name="reason"
        label={text.reason}
        support={text.reasonSupport}
        required
        maxLength={300}
        rows={3}
      />
    </FormDialog>
  )
}

const Drafts = graphql(`
  query PutOff_drafts($platformId: ID!) {
    meetings(platformId: $platformId, ahead: true, first: 50) {
      nodes {
        id
        title
        organ
        state
      }
    }
  }
`)

interface PutOffDialogProps extends Omit<OfItem, 'voters'> {
  platformId: string
  organ: string
  inSeries: boolean
}

const NEXT = 'NEXT_OF_SERIES'

/** 次回に送る: into which meeting. */
export function PutOffDialog({ itemId, name, platformId, organ, inSeries, ...state }: PutOffDialogProps) {
  const text = useMeetingsText().putOff
  const send = useCommand(PutOff)
  const form = useForm({ defaultValues: { to: inSeries ? NEXT : '' } })
  const [{ data }] = useQuery({ query: Drafts, variables: { platformId }, pause: !state.open })
  const drafts = (data?.meetings.nodes ?? []).filter(
    (meeting) => meeting.state === 'DRAFT' && meeting.organ === organ,
  )
  return (
    <FormDialog
      title={text.title(name)}
      form={form}
      submit={text.submit}
      statement={text.statement(name)}
      {...state}
      send={({ to }) => send({ input: { agendaItemId: itemId, toMeetingId: to === NEXT ? null : to } })}
      onDone={() => announce(text.done(name))}
    >
      <SelectField
        name="to"
        label={text.to}
        support={text.support}
        required
        options={[
          ...(inSeries ? [{ value: NEXT, label: text.nextOfSeries }] : []),
          ...drafts.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </FormDialog>
  )
}
