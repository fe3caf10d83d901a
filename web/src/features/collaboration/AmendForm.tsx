import { useNavigate } from '@tanstack/react-router'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { AmendForm_TieFragment, AmendTieInput } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, toEntry } from '../../lib/dates.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { TERMS_OF } from './stages.ts'
import { TermFields } from './TermFields.tsx'
import { Tie_terms } from './terms-fragment.ts'
import { contentsOf, emptyTie, FIELDS, rehomed, type TieValues } from './tie-input.ts'

const AmendForm_tie = graphql(`
  fragment AmendForm_tie on CollaborationTie {
    id
    stage
    subject
    version
    service {
      id
    }
    papers {
      id
      evidence(first: 1) {
        nodes {
          id
          kind
          reference
          datedOn
        }
      }
      facilities(first: 100) {
        nodes {
          id
          facility {
            id
            name
          }
        }
      }
      ...Tie_terms
    }
  }
`)

const Amend = graphql(`
  mutation AmendForm_amend($input: AmendTieInput!) {
    amendTie(input: $input) {
      ... on AmendTiePayload {
        collaborationTie {
          id
          subject
        }
      }
      ...Refusal
    }
  }
`)

interface AmendFormProps {
  tie: FragmentType<typeof AmendForm_tie>
  onConflict: () => void
}

/** Proposes other terms for a tie, beginning with those it has. */
export function AmendForm({ tie: given, onConflict }: AmendFormProps) {
  const text = useTiesText().form
  const navigate = useNavigate()
  const send = useCommand(Amend)
  const tie = readFragment(AmendForm_tie, given)
  const form = useForm<TieValues>({ defaultValues: valuesOf(tie) })
  const submit = async (values: TieValues) => {
    const input = {
      ...contentsOf(values, tie.service?.id),
      collaborationTieId: tie.id,
      version: tie.version,
      note: values.note.trim() || undefined,
    } as AmendTieInput
    return rehomed(await send({ input }))
  }
  return (
    <Form
      form={form}
      submit={submit}
      onDone={({ collaborationTie }) => {
        announce(text.done)
        void navigate({ to: '/network/ties/$tieId', params: { tieId: collaborationTie?.id ?? tie.id } })
      }}
      onConflict={onConflict}
    >
      <TextField name="subject" label={text.subject} support={text.subjectSupport} required maxLength={100} />
      <TermFields
        stage={tie.stage}
        facilities={tie.papers?.facilities.nodes.map(({ facility }) => facility) ?? []}
      />
      <TextField name="note" label={text.note} support={text.noteSupport} maxLength={300} />
      <FormEnd submit={text.amendSubmit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton to="/network/ties/$tieId" params={{ tieId: tie.id }}>
          {text.cancel}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}

/** The form as it stands now, but for the days, which are new. */
function valuesOf({ stage, subject, papers }: AmendForm_TieFragment): TieValues {
  const standing = readFragment(Tie_terms, papers)
  const values = emptyTie(stage)
  const place = TERMS_OF[stage]
  const terms = (standing?.[place] ?? {}) as Readonly<Record<string, unknown>>
  const [paper] = papers?.evidence.nodes ?? []
  for (const { name, kind } of FIELDS[stage]) {
    const value = terms[name]
    if (typeof value === 'boolean') values[place][name] = value ? 'YES' : 'NO'
    else if (Array.isArray(value)) values[place][name] = value.map(String)
    else if (typeof value === 'number') values[place][name] = String(value)
    else if (typeof value === 'string') values[place][name] = kind === 'date' ? toEntry(value) : value
  }
  for (const { step, on } of standing?.merger?.steps ?? [])
    if (step) values.steps[step] = on ? toEntry(on) : emptyDate
  return {
    ...values,
    subject,
    facilityIds: papers?.facilities.nodes.map(({ facility }) => facility.id) ?? [],
    evidenceKind: paper?.kind ?? '',
    evidenceReference: paper?.reference ?? '',
    evidenceDated: toEntry(paper?.datedOn),
  }
}
