import type { CollaborationStage } from '../../generated/graphql.ts'
import { useTiesText } from '../../locales/ties.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { TERMS_OF } from './stages.ts'
import { FIELDS, MERGER_STEPS, type TermField } from './tie-input.ts'

const EVIDENCE_KINDS = [
  'CONTRACT',
  'MEMORANDUM',
  'RULES',
  'CERTIFICATE',
  'RESOLUTION',
  'NOTICE',
  'OTHER',
] as const

interface TermFieldsProps {
  stage: CollaborationStage
  /** Facilities of the own corporation, for a transfer. */
  facilities: readonly { id: string; name: string }[]
}

/** Days, terms and papers of a tie: the questions of its stage. */
export function TermFields({ stage, facilities }: TermFieldsProps) {
  const texts = useTiesText()
  const text = texts.form
  const { errors } = text
  return (
    <>
      <DateFields name="validFrom" label={text.validFrom} required />
      <DateFields
        name="validTo"
        label={text.validTo}
        support={text.validToSupport}
        errors={{ ENDS_BEFORE: errors.ENDS_BEFORE, TERM_MISSING: errors.TERM_MISSING }}
      />
      <Section title={text.terms(texts.stages[stage])}>
        <p className="prose-note">{text.noPersons}</p>
        <div className="mt-6 grid gap-6">
          {FIELDS[stage].map((field) => (
            <OneTerm key={field.name} stage={stage} field={field} />
          ))}
          {stage === 'BUSINESS_TRANSFER' &&
            (facilities.length > 0 ? (
              <CheckboxGroup
                name="facilityIds"
                label={text.facilities}
                support={text.facilitiesSupport}
                options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
                errors={{ REQUIRED: errors.required }}
              />
            ) : (
              <p>{text.facilitiesOwn}</p>
            ))}
        </div>
      </Section>
      {stage === 'MERGER' && (
        <Section title={text.mergerSteps}>
          <div className="grid gap-6">
            {MERGER_STEPS.map((step) => (
              <DateFields
                key={step}
                name={`steps.${step}`}
                label={text.mergerStep(texts.values[step])}
                errors={{
                  REQUIRED: errors.required,
                  STEPS_OUT_OF_ORDER: errors.STEPS_OUT_OF_ORDER,
                  CREDITORS_TOO_SHORT: errors.CREDITORS_TOO_SHORT,
                }}
              />
            ))}
          </div>
        </Section>
      )}
      <Section title={texts.tie.evidence}>
        <p className="prose-note">{text.evidenceSupport}</p>
        <div className="mt-6 grid gap-6">
          <SelectField
            name="evidenceKind"
            label={text.evidenceKind}
            options={EVIDENCE_KINDS.map((value) => ({ value, label: texts.evidenceKinds[value] }))}
          />
          <TextField
            name="evidenceReference"
            label={text.evidenceReference}
            maxLength={200}
            errors={{ EVIDENCE_MISSING: errors.EVIDENCE_MISSING }}
          />
          <DateFields name="evidenceDated" label={text.evidenceDated} />
        </div>
      </Section>
    </>
  )
}

function OneTerm({ stage, field }: { stage: CollaborationStage; field: TermField }) {
  const texts = useTiesText()
  const shared = {
    name: `${TERMS_OF[stage]}.${field.name}`,
    label: texts.terms[field.name as keyof typeof texts.terms],
    required: field.required ?? false,
    errors: {
      REQUIRED: texts.form.errors.required,
      CONFLICT_UNCHECKED: texts.form.errors.CONFLICT_UNCHECKED,
    },
  }
  switch (field.kind) {
    case 'text':
      return <TextField {...shared} maxLength={200} />
    case 'long':
      return <TextAreaField {...shared} maxLength={1000} />
    case 'yen':
    case 'number':
      return <TextField {...shared} inputMode="numeric" width="tel" />
    case 'date':
      return <DateFields {...shared} />
    case 'yesNo':
      return (
        <RadioGroup
          {...shared}
          options={[
            { value: 'YES', label: texts.form.yes },
            { value: 'NO', label: texts.form.no },
          ]}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...shared}
          options={field.options.map((value) => ({ value, label: wordsOf(field.name, value, texts) }))}
        />
      )
    case 'choices':
      return (
        <CheckboxGroup
          {...shared}
          options={field.options.map((value) => ({ value, label: wordsOf(field.name, value, texts) }))}
        />
      )
  }
}

const wordsOf = (field: string, value: string, { values }: ReturnType<typeof useTiesText>): string =>
  field === 'subsidy' && value === 'NONE' ? values.NO_SUBSIDY : values[value as keyof typeof values]
