import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { RoleName } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, readDate, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from './ActingStatement.tsx'
import { kindOfBody } from './role-names.ts'

const Bodies = graphql(`
  query InviteFormBodies($text: String) {
    lookedAfterBodies(text: $text) {
      id
      kind
      name
    }
  }
`)

const Invite = graphql(`
  mutation InviteForm_invite($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      ... on InvitePersonPayload {
        invitation {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  email: string
  name: string
  role: RoleName | ''
  bodyId: string
  startsOn: DateEntry
  endsOn: DateEntry
}

interface InviteFormProps {
  /** Roles that the viewer may give. */
  roles: readonly RoleName[]
  onDone: (name: string) => void
}

const dayOf = (entry: DateEntry): { iso?: string } => {
  const read = readDate(entry)
  return 'iso' in read ? read : {}
}

/** Whom, as what, where, from when to when. */
export function InviteForm({ roles, onDone }: InviteFormProps) {
  const text = usePeopleText().invite
  const titles = useShellText().roles
  const invite = useCommand(Invite)
  const [search, setSearch] = useState('')
  const operator = roles.includes('SYSTEM_OPERATOR')
  const [{ data }] = useQuery({ query: Bodies, variables: { text: operator ? search : null } })
  const form = useForm<Values>({
    defaultValues: {
      email: '',
      name: '',
      role: '',
      bodyId: '',
      startsOn: emptyDate,
      endsOn: emptyDate,
    },
    draft: { key: 'invite-person', title: text.title, path: '/people/invite' },
  })
  const role = form.hookForm.watch('role')
  const kind = role && kindOfBody[role]
  const bodies = (data?.lookedAfterBodies ?? []).filter((body) => body.kind === kind)

  const submit = ({ email, name, bodyId, startsOn, endsOn, role: chosen }: Values) =>
    invite({
      input: {
        email,
        name,
        role: chosen as RoleName,
        ...(kind !== 'SYSTEM' && { bodyId }),
        startsOn: dayOf(startsOn).iso,
        endsOn: dayOf(endsOn).iso,
      },
    })
  return (
    <Form form={form} submit={submit} onDone={() => onDone(form.hookForm.getValues('name'))}>
      <TextField
        name="email"
        label={text.email}
        support={text.emailSupport}
        type="email"
        autoComplete="off"
        width="mail"
        required
        clean={toDigits}
        errors={{ WRONG_FORMAT: text.wrongEmail }}
      />
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        width="name"
        maxLength={60}
        required
      />
      <SelectField
        name="role"
        label={text.role}
        required
        options={roles.map((value) => ({ value, label: titles[value] }))}
      />
      {operator && kind && kind !== 'SYSTEM' && (
        <Field label={text.bodySearch} support={text.bodySearchSupport}>
          {(control) => (
            <Input
              {...control}
              width="mail"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
      )}
      {kind && kind !== 'SYSTEM' && (
        <SelectField
          name="bodyId"
          label={text.body}
          required
          options={bodies.flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : []))}
        />
      )}
      <DateFields name="startsOn" label={text.startsOn} support={text.startsOnSupport} />
      <DateFields
        name="endsOn"
        label={text.endsOn}
        support={text.endsOnSupport}
        required={role === 'PLATFORM_AUDITOR'}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton to="/people">{text.close}</LinkButton>
      </FormEnd>
    </Form>
  )
}
