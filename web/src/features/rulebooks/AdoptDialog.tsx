import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Adopt = graphql(`
  mutation AdoptDialog_adopt($input: AdoptRulebookInput!) {
    adoptRulebook(input: $input) {
      __typename
      ... on AdoptRulebookPayload {
        rulebookVersion {
          id
          effectiveOn
          adoptedOn
          version
        }
        platform {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Decisions = graphql(`
  query AdoptDialog($platformId: ID!) {
    amendingDecisions(platformId: $platformId) {
      decisionId
      title
      decidedOn
    }
  }
`)

interface AdoptDialogProps {
  platformId: string
  draft: { readonly id: string; readonly version: number }
  /** The network has none in force: it is taken over as the network has it. */
  first: boolean
  open: boolean
  onClose: () => void
  onDone: () => void
}

/** Puts a draft in force from a day on; a further version needs the decision that amended it. */
export function AdoptDialog({ platformId, draft, first, open, onClose, onDone }: AdoptDialogProps) {
  const text = useRulebookText().adopt
  return (
    <Dialog title={text.title} open={open} onClose={onClose}>
      <p>{text.body}</p>
      {first ? (
        <AdoptForm draft={draft} onClose={onClose} onDone={onDone} />
      ) : (
        <ByDecision platformId={platformId} draft={draft} onClose={onClose} onDone={onDone} />
      )}
    </Dialog>
  )
}

type FormProps = Pick<AdoptDialogProps, 'draft' | 'onClose' | 'onDone'>

function ByDecision({ platformId, ...form }: FormProps & { platformId: string }) {
  const text = useRulebookText().adopt
  const [result, readAgain] = useQuery({ query: Decisions, variables: { platformId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={4}>
      {({ amendingDecisions }) =>
        amendingDecisions.length === 0 ? (
          <>
            <Notice>{text.decisionNone}</Notice>
            <Button onClick={form.onClose}>{text.close}</Button>
          </>
        ) : (
          <AdoptForm {...form} decisions={amendingDecisions} />
        )
      }
    </Loaded>
  )
}

interface Decision {
  readonly decisionId: string
  readonly title: string
  readonly decidedOn: string
}

function AdoptForm({ draft, decisions, onClose, onDone }: FormProps & { decisions?: readonly Decision[] }) {
  const text = useRulebookText().adopt
  const language = useLanguage()
  const adopt = useCommand(Adopt)
  const form = useForm({
    defaultValues: {
      effectiveOn: emptyDate,
      adoptedOn: emptyDate,
      decisionId: decisions?.[0]?.decisionId ?? '',
    },
  })
  return (
    <Form
      form={form}
      submit={({ effectiveOn, adoptedOn, decisionId }) =>
        adopt({
          input: {
            rulebookVersionId: draft.id,
            version: draft.version,
            effectiveOn: isoOf(effectiveOn) ?? '',
            ...(decisions ? { decisionId } : { adoptedOn: isoOf(adoptedOn) }),
          },
        })
      }
      onDone={onDone}
    >
      {decisions ? (
        <RadioGroup
          name="decisionId"
          label={text.decision}
          support={text.decisionSupport}
          required
          options={decisions.map(({ decisionId, title, decidedOn }) => ({
            value: decisionId,
            label: `${title}（${formatDate(decidedOn, language)}）`,
          }))}
        />
      ) : (
        <DateFields name="adoptedOn" label={text.adoptedOn} required />
      )}
      <DateFields name="effectiveOn" label={text.effectiveOn} required />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
