import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../generated/gql.ts'
import type { CollaborationStage, ProposeTieInput, RecordTieInput } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { isConfidential, numberOf, STAGES } from './stages.ts'
import { TermFields } from './TermFields.tsx'
import { contentsOf, emptyTie, partnersOf, recordedParties, rehomed, type TieValues } from './tie-input.ts'

const Propose = graphql(`
  mutation TieForm_propose($input: ProposeTieInput!) {
    proposeTie(input: $input) {
      ... on ProposeTiePayload {
        collaborationTie {
          id
          subject
        }
      }
      ...Refusal
    }
  }
`)
const Record = graphql(`
  mutation TieForm_record($input: RecordTieInput!) {
    recordTie(input: $input) {
      ... on RecordTiePayload {
        collaborationTie {
          id
          subject
        }
      }
      ...Refusal
    }
  }
`)

interface Written {
  collaborationTie: { id: string } | null
}

interface TieFormProps {
  platformId: string
  /** The secretariat records; a corporation proposes. */
  records: boolean
  /** Members of the network, without the own corporation. */
  members: readonly { corporationId: string; name: string }[]
  /** Facilities of the own corporation, for a transfer. */
  facilities: readonly { id: string; name: string }[]
  first: { stage: CollaborationStage; serviceId?: string; subject?: string; provider?: string }
}

/** Proposes a tie, or records one; the questions follow the stage. */
export function TieForm({ platformId, records, members, facilities, first }: TieFormProps) {
  const texts = useTiesText()
  const text = texts.form
  const navigate = useNavigate()
  const propose = useCommand(Propose)
  const record = useCommand(Record)
  const form = useForm<TieValues>({
    defaultValues: {
      ...emptyTie(first.stage),
      subject: first.subject ?? '',
      ...(first.provider && { ownRole: 'TAKING', partners: [first.provider] }),
    },
    draft: {
      key: `tie:${platformId}:${records}`,
      title: records ? text.recordTitle : text.title,
      path: '/network/ties/new',
    },
  })
  const stage = form.hookForm.watch('stage')
  const chosen = form.hookForm.watch('partners')
  const stages = records ? STAGES.filter((one) => !isConfidential(one)) : STAGES

  const submit = async (values: TieValues): Promise<Outcome<Written>> => {
    const contents = contentsOf(values, first.serviceId)
    if (records) {
      const input = { ...contents, stage, platformId, parties: recordedParties(values) } as RecordTieInput
      return rehomed(await record({ input }))
    }
    const input = {
      ...contents,
      ...partnersOf(values),
      stage,
      platformId: isConfidential(stage) ? undefined : platformId,
      note: values.note.trim() || undefined,
    } as ProposeTieInput
    return rehomed(await propose({ input }))
  }

  return (
    <Form
      form={form}
      submit={submit}
      onDone={({ collaborationTie }) => {
        announce(records ? text.recorded : text.done)
        void navigate(
          collaborationTie
            ? { to: '/network/ties/$tieId', params: { tieId: collaborationTie.id } }
            : { to: '/network/ties', search: { id: platformId } },
        )
      }}
    >
      <RadioGroup
        name="stage"
        label={text.stage}
        support={text.stageSupport}
        required
        options={stages.map((value) => ({
          value,
          label: `${numberOf(value)}　${texts.stages[value]}`,
          support: isConfidential(value) ? text.confidentialSupport : undefined,
        }))}
      />
      <TextField name="subject" label={text.subject} support={text.subjectSupport} required maxLength={100} />
      <CheckboxGroup
        name="partners"
        label={records ? text.parties : text.partners}
        support={text.partnersSupport}
        required
        options={members.map(({ corporationId, name }) => ({ value: corporationId, label: shortName(name) }))}
        errors={{ TOO_FEW_PARTIES: text.errors.TOO_FEW_PARTIES }}
      />
      {records ? (
        <SelectField
          name="giving"
          label={text.giving}
          support={text.givingSupport}
          options={members
            .filter(({ corporationId }) => chosen.includes(corporationId))
            .map(({ corporationId, name }) => ({ value: corporationId, label: shortName(name) }))}
          errors={{ WRONG_ROLES: text.errors.WRONG_ROLES }}
        />
      ) : (
        <RadioGroup
          name="ownRole"
          label={text.ownRole}
          required
          options={(['EQUAL', 'GIVING', 'TAKING'] as const).map((value) => ({
            value,
            label: text.roles[value],
          }))}
          errors={{ WRONG_ROLES: text.errors.WRONG_ROLES }}
        />
      )}
      <TermFields stage={stage} facilities={facilities} />
      {!records && <TextField name="note" label={text.note} support={text.noteSupport} maxLength={300} />}
      <FormEnd
        submit={records ? text.recordSubmit : text.submit}
        statement={<ActingStatement>{records ? text.recordStatement : text.statement}</ActingStatement>}
      >
        <LinkButton to="/network/ties" search={{ id: platformId }}>
          {text.cancel}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
