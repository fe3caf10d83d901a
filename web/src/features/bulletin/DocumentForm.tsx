import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { DocumentKind } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { DOCUMENT_KINDS } from './kinds.ts'

const Rules = graphql(`
  fragment DocumentForm_rule on RetentionRule {
    id
    kind
    years
    basis
    confirmedAt
  }
`)

const Facts = graphql(`
  fragment DocumentForm_document on Document {
    id
    title
    kind
    audience
    retentionYears
    retainFrom
    source
    version
  }
`)

const Add = graphql(`
  mutation DocumentForm_add($input: AddDocumentInput!) {
    addDocument(input: $input) {
      ... on AddDocumentPayload {
        document {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Edit = graphql(`
  mutation DocumentForm_edit($input: EditDocumentInput!) {
    editDocument(input: $input) {
      ... on EditDocumentPayload {
        document {
          id
          retainUntil
          due
          ...DocumentForm_document
        }
      }
      ...Refusal
    }
  }
`)

interface DocumentFormProps {
  platformId: string
  rules: readonly FragmentType<typeof Rules>[]
  /** The one to correct; without it a new one is put on the shelf. */
  document?: FragmentType<typeof Facts>
  onDone: (documentId: string) => void
  onConflict?: () => void
}

interface Reached {
  document?: { id: string } | null
}

interface Values {
  title: string
  kind: DocumentKind | ''
  audience: 'MEMBERS' | 'OFFICERS'
  keeping: 'YEARS' | 'FOREVER'
  years: string
  retainFrom: ReturnType<typeof toEntry>
}

/** What a document is called, who may read it and how long it is kept; the years are proposed by its kind. */
export function DocumentForm({
  platformId,
  rules: given,
  document: shown,
  onDone,
  onConflict,
}: DocumentFormProps) {
  const text = useBulletinText().documents
  const rules = readFragment(Rules, given)
  const document = readFragment(Facts, shown)
  const add = useCommand(Add)
  const edit = useCommand(Edit)
  const form = useForm<Values>({
    defaultValues: {
      title: document?.title ?? '',
      kind: document?.kind ?? '',
      audience: document?.audience ?? 'MEMBERS',
      keeping: document?.retentionYears === null ? 'FOREVER' : 'YEARS',
      years: document?.retentionYears ? String(document.retentionYears) : '',
      retainFrom: toEntry(document?.retainFrom ?? today()),
    },
    follows: document !== undefined,
  })
  const kind = form.hookForm.watch('kind')
  const keeping = form.hookForm.watch('keeping')
  const rule = rules.find((one) => one.kind === kind)
  const factsOf = ({ title, kind: chosen, audience, keeping: how, years, retainFrom }: Values) => ({
    title,
    kind: chosen === '' ? 'OTHER' : chosen,
    audience,
    retentionYears:
      how === 'FOREVER' ? null : years.trim() === '' ? (rule?.years ?? null) : Number(toDigits(years)),
    retainFrom: isoOf(retainFrom) ?? '',
  })
  return (
    <Form
      form={form}
      submit={async (values): Promise<Outcome<Reached>> => {
        if (document) {
          const input = { documentId: document.id, version: document.version, ...factsOf(values) }
          return edit({ input })
        }
        return add({ input: { platformId, ...factsOf(values), idempotencyKey: crypto.randomUUID() } })
      }}
      onDone={(payload) => onDone(payload.document?.id ?? '')}
      onConflict={onConflict}
    >
      <TextField name="title" label={text.titleField} support={text.titleSupport} required maxLength={200} />
      {!document?.source && (
        <>
          <SelectField
            name="kind"
            label={text.kind}
            required
            options={DOCUMENT_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
          <RadioGroup
            name="audience"
            label={text.audience}
            required
            options={[
              { value: 'MEMBERS', label: text.audiences.MEMBERS, support: text.audienceSupport.MEMBERS },
              { value: 'OFFICERS', label: text.audiences.OFFICERS, support: text.audienceSupport.OFFICERS },
            ]}
          />
        </>
      )}
      <RadioGroup
        name="keeping"
        label={text.keeping}
        required
        support={
          rule
            ? text.proposal(
                rule.years ? text.years(rule.years) : text.forever,
                rule.basis,
                rule.confirmedAt !== null,
              )
            : text.proposalByKind
        }
        options={[
          { value: 'YEARS', label: text.byYears },
          { value: 'FOREVER', label: text.forever },
        ]}
      />
      {keeping === 'YEARS' && (
        <TextField
          name="years"
          label={text.yearCount}
          support={rule?.years ? text.yearCountSupport(rule.years) : text.yearCountAlone}
          required={!rule?.years}
          inputMode="numeric"
          width="code"
          clean={toDigits}
          checks={{ NOT_A_NUMBER: (typed) => /^(?:[1-9][0-9]?|100)$/.test(toDigits(typed)) }}
          errors={{ NOT_A_NUMBER: text.yearCountWrong }}
        />
      )}
      <DateFields name="retainFrom" label={text.retainFrom} support={text.retainFromSupport} required />
      <FormEnd
        submit={document ? text.save : text.add}
        statement={<ActingStatement>{document ? text.saves : text.adds}</ActingStatement>}
      />
    </Form>
  )
}
