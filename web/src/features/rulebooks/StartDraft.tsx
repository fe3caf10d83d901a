import { graphql } from '../../generated/gql.ts'
import type { RulebookSource } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'

const Draft = graphql(`
  mutation StartDraft_draft($input: DraftRulebookInput!) {
    draftRulebook(input: $input) {
      __typename
      ... on DraftRulebookPayload {
        platform {
          id
          rulebooks(first: 50) {
            nodes {
              id
              number
              effectiveOn
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface StartDraftProps {
  platformId: string
  /** The network has none yet: it begins with a ready one. */
  first: boolean
  onDone: () => void
}

/** Begins a draft from the latest version or from a ready rulebook. */
export function StartDraft({ platformId, first, onDone }: StartDraftProps) {
  const text = useRulebookText().start
  const draft = useCommand(Draft)
  const form = useForm<{ from: RulebookSource }>({
    defaultValues: { from: first ? 'VOLUNTARY' : 'LATEST' },
  })
  const sources: readonly RulebookSource[] = first
    ? ['VOLUNTARY', 'PROMOTION_CORPORATION']
    : ['LATEST', 'VOLUNTARY', 'PROMOTION_CORPORATION']
  return (
    <Form form={form} submit={({ from }) => draft({ input: { platformId, from } })} onDone={onDone}>
      <RadioGroup
        name="from"
        label={text.from}
        required
        options={sources.map((value) => ({ value, label: text.sources[value] }))}
      />
      <FormEnd submit={text.make} />
    </Form>
  )
}
