import { useNavigate } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { NetworkTemplateCode, StartForm_TemplateFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMembersText } from '../../locales/members.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Templates = graphql(`
  fragment StartForm_template on NetworkTemplate {
    code
    name
    about
    committees {
      name
      purpose
      parent
    }
    roles {
      name
      responsibilities
    }
    yearPlan {
      month
      title
    }
  }
`)

const Start = graphql(`
  mutation StartForm_start($input: StartPlatformFromTemplateInput!) {
    startPlatformFromTemplate(input: $input) {
      ... on StartPlatformFromTemplatePayload {
        platform {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface StartFormProps {
  templates: readonly FragmentType<typeof Templates>[]
  /** The network below which it begins; null for the operator. */
  parentId: string | null
}

interface Values {
  template: NetworkTemplateCode
  name: string
  municipalityCode: string
  /** Names of the committees that are wanted, pattern by pattern. */
  committees: Record<string, string[]>
}

/** Begins a network from a pattern, shown as it will be. */
export function StartForm({ templates: given, parentId }: StartFormProps) {
  const text = useMembersText().start
  const navigate = useNavigate()
  const templates = readFragment(Templates, given)
  const start = useCommand(Start)
  const form = useForm<Values>({
    defaultValues: {
      template: (templates[0]?.code ?? 'YAMAGATA') as NetworkTemplateCode,
      name: '',
      municipalityCode: '',
      committees: Object.fromEntries(
        templates.map(({ code, committees }) => [code, committees.map(({ name }) => name)]),
      ),
    },
  })
  const code = useWatch({ control: form.hookForm.control, name: 'template' })
  const template = templates.find((one) => one.code === code)
  return (
    <Form
      form={form}
      submit={({ template: chosen, name, municipalityCode, committees }) =>
        start({
          input: {
            template: chosen,
            name,
            municipalityCode: municipalityCode || undefined,
            parentId: parentId ?? undefined,
            committees: committees[chosen] ?? [],
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ platform }) => {
        announce(text.started)
        void navigate({ to: '/network/profile', search: platform ? { id: platform.id } : {} })
      }}
    >
      <RadioGroup
        name="template"
        label={text.template}
        required
        options={templates.map(({ code: value, name, about }) => ({ value, label: name, support: about }))}
      />
      <TextField name="name" label={text.name} support={text.nameSupport} required maxLength={80} />
      <TextField
        name="municipalityCode"
        label={text.municipalityCode}
        inputMode="numeric"
        clean={toDigits}
        width="tel"
      />
      {template && <Preview template={template} />}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}

function Preview({
  template: { code, committees, roles, yearPlan },
}: {
  template: StartForm_TemplateFragment
}) {
  const { start: text } = useMembersText()
  const words = useOrganisationText()
  return (
    <Section title={text.preview}>
      <CheckboxGroup
        key={code}
        name={`committees.${code}`}
        label={text.committees}
        options={committees.map(({ name, purpose, parent }) => ({
          value: name,
          label: name,
          support: [parent && words.below(parent), purpose].filter(Boolean).join('　'),
        }))}
      />
      <div className="mt-6">
        <DefinitionList>
          <Fact name={text.roles}>
            <ul>
              {roles.map(({ name, responsibilities }) => (
                <li key={name}>
                  {name}
                  <span className="yui-row-note">{responsibilities.join('、')}</span>
                </li>
              ))}
            </ul>
          </Fact>
          <Fact name={text.year}>
            <ul>
              {yearPlan.map(({ month, title }) => (
                <li key={`${month} ${title}`}>
                  {words.monthOf(month)}：{title}
                </li>
              ))}
            </ul>
          </Fact>
        </DefinitionList>
      </div>
      <p className="prose-note mt-3">{text.rulebook}</p>
    </Section>
  )
}
