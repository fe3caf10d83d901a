import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { HandoverFormPersonQuery } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, readDate, type DateEntry } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from './ActingStatement.tsx'
import { bodyName } from './role-names.ts'

const Person = graphql(`
  query HandoverFormPerson($id: ID!) {
    grantableRoles
    person(id: $id) {
      id
      name
      roles(first: 50) {
        nodes {
          id
          role
          facility {
            id
            shortName
          }
          corporation {
            id
            name
          }
          platform {
            id
            name
          }
          municipality {
            id
            name
          }
        }
      }
    }
    holdings(personId: $id) {
      invitations {
        name
        role
        expiresAt
      }
      tokens {
        name
        prefix
        expiresAt
      }
    }
  }
`)

const Plan = graphql(`
  mutation HandoverForm_plan($input: PlanHandoverInput!) {
    planHandover(input: $input) {
      ... on PlanHandoverPayload {
        roleHandover {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface HandoverFormProps {
  /** Who leaves. */
  fromUserId: string
  /** Who may take over. */
  people: readonly { id: string; name: string; email: string }[]
  onDone: () => void
}

interface Values {
  toUserId: string
  roleAssignmentIds: string[]
  onDate: DateEntry
  note: string
}

/** Which roles go to whom and when, beside what else the leaver has. */
export function HandoverForm({ fromUserId, people, onDone }: HandoverFormProps) {
  const text = usePeopleText().handover
  const [result, readAgain] = useQuery({ query: Person, variables: { id: fromUserId } })
  const plan = useCommand(Plan)
  const form = useForm<Values>({
    defaultValues: { toUserId: '', roleAssignmentIds: [], onDate: emptyDate, note: '' },
  })
  const submit = ({ onDate, note, ...values }: Values) => {
    const read = readDate(onDate)
    return plan({
      input: { ...values, fromUserId, onDate: 'iso' in read ? read.iso : '', ...(note && { note }) },
    })
  }
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {(data) => (
        <>
          <LeftBehind holdings={data.holdings} />
          <Form form={form} submit={submit} onDone={onDone}>
            <Roles data={data} />
            <SelectField
              name="toUserId"
              label={text.to}
              support={text.toSupport}
              required
              options={people.map(({ id, name, email }) => ({ value: id, label: `${name}（${email}）` }))}
            />
            <DateFields name="onDate" label={text.onDate} required />
            <TextField name="note" label={text.note} maxLength={1000} />
            <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
          </Form>
        </>
      )}
    </Loaded>
  )
}

function Roles({ data: { person, grantableRoles } }: { data: HandoverFormPersonQuery }) {
  const text = usePeopleText()
  const titles = useShellText().roles
  const roles = person?.roles.nodes.filter(({ role }) => grantableRoles.includes(role)) ?? []
  if (roles.length === 0) return <p>{text.handover.noRoles}</p>
  return (
    <CheckboxGroup
      name="roleAssignmentIds"
      label={text.handover.roles}
      required
      options={roles.map((role) => ({
        value: role.id,
        label: `${bodyName(role, text.system)} ${titles[role.role]}`,
      }))}
    />
  )
}

function LeftBehind({ holdings }: { holdings: HandoverFormPersonQuery['holdings'] }) {
  const text = usePeopleText().handover
  const titles = useShellText().roles
  const language = useLanguage()
  const { invitations, tokens } = holdings
  return (
    <Section title={text.holdings}>
      <p>{text.holdingsLead}</p>
      <DefinitionList>
        <Fact name={text.openInvitations}>
          {invitations.length === 0 && text.nothing}
          {invitations.map(({ name, role, expiresAt }) => (
            <span key={`${name} ${expiresAt}`} className="block">
              {name}（{titles[role]}）～{formatDate(expiresAt, language)}
            </span>
          ))}
        </Fact>
        <Fact name={text.tokens}>
          {tokens.length === 0 && text.nothing}
          {tokens.map(({ name, prefix, expiresAt }) => (
            <span key={prefix} className="block">
              {name}（{prefix}…）～{formatDate(expiresAt, language)}
            </span>
          ))}
        </Fact>
      </DefinitionList>
    </Section>
  )
}
