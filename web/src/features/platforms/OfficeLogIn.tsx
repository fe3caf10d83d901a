import { useFormContext } from 'react-hook-form'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Candidates = graphql(`
  query OfficeLogInCandidates($platformId: ID!, $corporationId: ID) {
    officeCandidates(platformId: $platformId, corporationId: $corporationId) {
      userId
      name
      role
      body
    }
  }
`)

const Tie = graphql(`
  mutation OfficeLogIn_tie($input: TieOfficeInput!) {
    tieOffice(input: $input) {
      ... on TieOfficePayload {
        platformOfficer {
          id
          ...OfficerList_officer
        }
      }
      ...Refusal
    }
  }
`)

const Invite = graphql(`
  mutation OfficeLogIn_invite($input: InviteOfficerInput!) {
    inviteOfficer(input: $input) {
      ... on InviteOfficerPayload {
        platformOfficer {
          id
          ...OfficerList_officer
        }
      }
      ...Refusal
    }
  }
`)

interface OfOffice {
  platformId: string
  corporationId: string | null
}

/** People whose log-in the office can be tied to, to choose from. */
function useCandidates({ platformId, corporationId }: OfOffice) {
  const roles = useShellText().roles
  const text = useOrganisationText().logIn
  const [{ data, fetching }] = useQuery({
    query: Candidates,
    variables: { platformId, corporationId },
    // Roles are given and taken elsewhere; what was read for the last office may be old.
    requestPolicy: 'cache-and-network',
  })
  const options = (data?.officeCandidates ?? []).map(({ userId, name, role, body }) => ({
    value: userId,
    label: text.candidate(name, body, roles[role]),
  }))
  return { options, known: data !== undefined || !fetching }
}

/** In the form that appoints somebody: whose log-in votes, among those of the corporation that is chosen there. */
export function OfficeLogInField({ name, platformId }: { name: string; platformId: string }) {
  const text = useOrganisationText().logIn
  const { watch } = useFormContext<{ corporationId: string }>()
  const { options } = useCandidates({ platformId, corporationId: watch('corporationId') || null })
  return <SelectField name={name} label={text.field} support={text.fieldSupport} options={options} />
}

export interface ChosenOffice {
  id: string
  office: string
  name: string
  version: number
  tied: boolean
  corporation?: { id: string } | null
}

interface Values {
  how: 'PERSON' | 'MAIL'
  userId: string
  email: string
}

interface TieDialogProps {
  platformId: string
  officer: ChosenOffice
  onClose: () => void
}

/** Ties an office to a person’s log-in: one that is there, or one that an invitation opens. */
export function TieDialog({ platformId, officer, onClose }: TieDialogProps) {
  const text = useOrganisationText().logIn
  const { close, wrongEmail } = usePeopleText().invite
  const tie = useCommand(Tie)
  const invite = useCommand(Invite)
  const { options, known } = useCandidates({ platformId, corporationId: officer.corporation?.id ?? null })
  const form = useForm<Values>({ defaultValues: { how: 'PERSON', userId: '', email: '' } })
  const byMail = form.hookForm.watch('how') === 'MAIL'
  const input = { platformOfficerId: officer.id, version: officer.version }
  return (
    <Dialog title={text.title(officer.office, officer.name)} open onClose={onClose}>
      <p>{text.about}</p>
      <Form<Values, object>
        form={form}
        submit={({ how, userId, email }) =>
          how === 'MAIL' ? invite({ input: { ...input, email } }) : tie({ input: { ...input, userId } })
        }
        onDone={() => {
          announce(byMail ? text.invited : text.tied)
          onClose()
        }}
      >
        <RadioGroup
          name="how"
          label={text.how}
          required
          options={[
            {
              value: 'PERSON',
              label: text.person,
              support: known && options.length === 0 ? text.nobody : text.personSupport,
            },
            { value: 'MAIL', label: text.mail, support: text.mailSupport },
          ]}
        />
        {byMail ? (
          <TextField
            name="email"
            label={text.email}
            support={text.emailSupport}
            type="email"
            autoComplete="off"
            width="mail"
            required
            clean={toDigits}
            errors={{ WRONG_FORMAT: wrongEmail }}
          />
        ) : (
          <SelectField name="userId" label={text.whose} required options={options} />
        )}
        <FormEnd
          submit={byMail ? text.invite : text.tie}
          statement={<ActingStatement>{byMail ? text.inviteStatement : text.tieStatement}</ActingStatement>}
        >
          <Button onClick={onClose}>{close}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  )
}
