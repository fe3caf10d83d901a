import { useFieldArray } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ProcurementMethod } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { digitsOnly } from '../../lib/digits.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import type { PartFormProps } from './part-form.ts'

const LimitsForm_corporation = graphql(`
  fragment LimitsForm_corporation on Corporation {
    id
    version
    procurementLimits(first: 20) {
      nodes {
        id
        upToYen
        method
        quotes
        approver
        clause
      }
    }
  }
`)

const Edit = graphql(`
  mutation LimitsForm_edit($input: EditProcurementLimitsInput!) {
    editProcurementLimits(input: $input) {
      __typename
      ... on EditProcurementLimitsPayload {
        corporation {
          id
          ...LimitsForm_corporation
          ...LimitTable_corporation
          ...ConfirmCorporation_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface LimitsFormProps extends PartFormProps {
  corporation: FragmentType<typeof LimitsForm_corporation>
}

interface LimitValues {
  upToYen: string
  method: ProcurementMethod
  quotes: string
  approver: string
  clause: string
}

const empty: LimitValues = { upToYen: '', method: 'DIRECT', quotes: '', approver: '', clause: '' }
const MOST = 10

/** The own 経理規程, line by line, the smallest amounts first. */
export function LimitsForm({ corporation, onDone, onConflict, leave }: LimitsFormProps) {
  const { id, version, procurementLimits } = readFragment(LimitsForm_corporation, corporation)
  const all = useCorporationText()
  const text = all.limits
  const edit = useCommand(Edit)
  const form = useForm<{ limits: LimitValues[] }>({
    defaultValues: {
      limits:
        procurementLimits.nodes.length === 0
          ? [empty]
          : procurementLimits.nodes.map(({ upToYen, method, quotes, approver, clause }) => ({
              upToYen: upToYen ?? '',
              method,
              quotes: quotes ? String(quotes) : '',
              approver,
              clause: clause ?? '',
            })),
    },
    follows: true,
    draft: { key: `limits:${id}`, title: text.title, path: `/corporations/${id}/edit/procurement` },
  })
  const { fields, append, remove } = useFieldArray({ control: form.hookForm.control, name: 'limits' })
  const typed = form.hookForm.watch('limits')
  const wrongNumber = {
    TOO_SMALL: text.wrong.NUMBER,
    TOO_BIG: text.wrong.NUMBER,
    WRONG_TYPE: text.wrong.NUMBER,
  }
  return (
    <Form
      form={form}
      submit={({ limits }) =>
        edit({
          input: {
            corporationId: id,
            version,
            limits: limits.map(({ upToYen, method, quotes, approver, clause }) => ({
              upToYen: upToYen === '' ? null : upToYen,
              method,
              quotes: method === 'QUOTES' && quotes !== '' ? Number(quotes) : null,
              approver,
              clause,
            })),
          },
        })
      }
      onDone={() => onDone(text.saved)}
      onConflict={onConflict}
    >
      {fields.map(({ id: key }, n) => (
        <Section
          key={key}
          title={text.nth(n + 1)}
          tools={
            <Button kind="text" onClick={() => remove(n)}>
              {text.remove(n + 1)}
            </Button>
          }
        >
          <TextField
            name={`limits.${n}.upToYen`}
            label={text.upToLabel}
            support={text.upToSupport}
            inputMode="numeric"
            width="tel"
            maxLength={20}
            clean={digitsOnly}
            errors={{
              ...wrongNumber,
              LIMIT_MISSING: text.wrong.LIMIT_MISSING,
              LAST_LIMIT_NOT_OPEN: text.wrong.LAST_LIMIT_NOT_OPEN,
              LIMIT_NOT_RISING: text.wrong.LIMIT_NOT_RISING,
            }}
          />
          <RadioGroup
            name={`limits.${n}.method`}
            label={text.method}
            required
            options={Object.entries(text.methodChoices).map(([value, label]) => ({ value, label }))}
          />
          {typed[n]?.method === 'QUOTES' && (
            <TextField
              name={`limits.${n}.quotes`}
              label={text.quotesLabel}
              inputMode="numeric"
              width="code"
              required
              maxLength={2}
              clean={digitsOnly}
              errors={{
                REQUIRED: text.wrong.QUOTES,
                TOO_SMALL: text.wrong.QUOTES,
                TOO_BIG: text.wrong.QUOTES,
              }}
            />
          )}
          <TextField
            name={`limits.${n}.approver`}
            label={text.approver}
            support={text.approverSupport}
            required
            maxLength={40}
            width="name"
          />
          <TextField
            name={`limits.${n}.clause`}
            label={text.clause}
            support={text.clauseSupport}
            maxLength={60}
            width="name"
          />
        </Section>
      ))}
      {fields.length < MOST && (
        <div className="mt-8">
          <Button onClick={() => append(empty)}>{text.add}</Button>
        </div>
      )}
      <FormEnd submit={text.save} statement={<ActingStatement>{all.own}</ActingStatement>}>
        {leave}
      </FormEnd>
    </Form>
  )
}
