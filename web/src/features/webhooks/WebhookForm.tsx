import { useFormContext } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import type { WebhookTopic } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useWebhooksText } from '../../locales/webhooks.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Create = graphql(`
  mutation WebhookForm_create($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      ... on CreateWebhookPayload {
        secret
        webhook {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Change = graphql(`
  mutation WebhookForm_change($input: AdjustWebhookInput!) {
    adjustWebhook(input: $input) {
      ... on AdjustWebhookPayload {
        webhook {
          id
          ...WebhookCard_webhook
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  name: string
  url: string
  topics: WebhookTopic[]
  drills: boolean
}

/** Makes a webhook; answers with the key, which is shown this once. */
export function NewWebhookForm({
  platformId,
  onDone,
}: {
  platformId: string
  onDone: (secret: string) => void
}) {
  const text = useWebhooksText()
  const create = useCommand(Create)
  const form = useForm<Values>({ defaultValues: { name: '', url: '', topics: [], drills: false } })
  return (
    <Form
      form={form}
      submit={(values) => create({ input: { platformId, ...values } })}
      onDone={({ secret }) => {
        form.hookForm.reset()
        onDone(secret ?? '')
      }}
    >
      <Fields />
      <FormEnd submit={text.submitNew} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}

interface AdjustWebhookFormProps {
  webhook: Readonly<Omit<Values, 'topics'>> & {
    readonly id: string
    readonly version: number
    readonly topics: readonly WebhookTopic[]
  }
  onDone: () => void
}

export function AdjustWebhookForm({ webhook, onDone }: AdjustWebhookFormProps) {
  const text = useWebhooksText()
  const change = useCommand(Change)
  const { id, version, name, url, topics, drills } = webhook
  const form = useForm<Values>({ defaultValues: { name, url, topics: [...topics], drills } })
  return (
    <Form
      form={form}
      submit={(values) => change({ input: { webhookId: id, version, ...values } })}
      onDone={onDone}
    >
      <Fields />
      <FormEnd submit={text.submitChange} />
    </Form>
  )
}

function Fields() {
  const text = useWebhooksText()
  const { register } = useFormContext<Values>()
  return (
    <>
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={60}
        width="name"
      />
      <TextField
        name="url"
        label={text.url}
        support={text.urlSupport}
        errors={text.urlErrors}
        required
        type="url"
        maxLength={500}
      />
      <CheckboxGroup
        name="topics"
        label={text.topics}
        required
        options={Object.entries(text.topicNames).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox {...register('drills')}>{text.drills}</Checkbox>
    </>
  )
}
