import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { NoticeDelivery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'

const Setting = graphql(`
  fragment NoticeForm_setting on NoticeSetting {
    topic
    delivery
    byDefault
    obligatory
  }
`)

const Choose = graphql(`
  mutation NoticeForm_choose($input: ChooseNoticeInput!) {
    chooseNotice(input: $input) {
      ... on ChooseNoticePayload {
        noticeChoice {
          id
          topic
          delivery
        }
      }
      ...Refusal
    }
  }
`)

const DELIVERIES = ['AT_ONCE', 'DAILY', 'NEVER'] as const satisfies readonly NoticeDelivery[]

interface NoticeFormProps {
  settings: readonly FragmentType<typeof Setting>[]
  onDone: () => void
}

/** When each topic comes by mail; only what was changed is sent. */
export function NoticeForm({ settings: given, onDone }: NoticeFormProps) {
  const text = useBulletinText().notices
  const settings = readFragment(Setting, given)
  const choose = useCommand(Choose)
  const form = useForm<Record<string, NoticeDelivery>>({
    defaultValues: Object.fromEntries(settings.map(({ topic, delivery }) => [topic, delivery])),
  })
  const submit = async (values: Record<string, NoticeDelivery>): Promise<Outcome<object>> => {
    for (const { topic, delivery } of settings) {
      const wanted = values[topic]
      if (!wanted || wanted === delivery) continue
      const outcome = await choose({ input: { topic, delivery: wanted } })
      if (outcome.kind !== 'done') return outcome
    }
    return { kind: 'done', payload: {} }
  }
  return (
    <Form
      form={form}
      submit={submit}
      onDone={() => {
        announce(text.saved)
        onDone()
      }}
    >
      {settings.map(({ topic, byDefault, obligatory }) => (
        <RadioGroup
          key={topic}
          name={topic}
          label={text.topics[topic]}
          support={text.supports[topic]}
          required
          options={DELIVERIES.filter((delivery) => delivery !== 'NEVER' || !obligatory).map((delivery) => ({
            value: delivery,
            label: delivery === byDefault ? text.usual(text.deliveries[delivery]) : text.deliveries[delivery],
          }))}
        />
      ))}
      <FormEnd submit={text.save} />
    </Form>
  )
}
