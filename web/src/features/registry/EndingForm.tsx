import { useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { EndingFormPreviewQuery, SuccessionKind } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { failureOf } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { SuccessorField } from './SuccessorField.tsx'

const Preview = graphql(`
  query EndingFormPreview($corporationId: ID!, $successorId: ID, $onDate: Date!) {
    successionPreview(corporationId: $corporationId, successorId: $successorId, onDate: $onDate) {
      problem
      lines {
        what
        goes
        there
        ends
        names
      }
    }
  }
`)

const Merge = graphql(`
  mutation EndingForm_merge($input: RecordMergerInput!) {
    recordMerger(input: $input) {
      __typename
      ... on RecordMergerPayload {
        corporation {
          id
          ...EndingNotice_corporation
        }
        corporationSuccession {
          id
          status
        }
      }
      ...Refusal
    }
  }
`)

const Dissolve = graphql(`
  mutation EndingForm_dissolve($input: RecordDissolutionInput!) {
    recordDissolution(input: $input) {
      __typename
      ... on RecordDissolutionPayload {
        corporation {
          id
          ...EndingNotice_corporation
        }
        corporationSuccession {
          id
          status
        }
      }
      ...Refusal
    }
  }
`)

type SuccessionPreview = NonNullable<EndingFormPreviewQuery['successionPreview']>

interface EndingFormProps {
  corporation: { id: string; sample: boolean }
  onDone: (words: string) => void
  leave: React.ReactNode
}

interface Values {
  kind: SuccessionKind
  successorId: string
  onDate: DateEntry
  reason: string
}

/** A merger or dissolution in two steps: first what would happen, then, when it was looked at, that it does. */
export function EndingForm({ corporation, onDone, leave }: EndingFormProps) {
  const text = useCorporationText().ending
  const ruleText = useRuleText()
  const client = useClient()
  const merge = useCommand(Merge)
  const dissolve = useCommand(Dissolve)
  const [preview, setPreview] = useState<{ of: string; shown: SuccessionPreview; onDate: string }>()
  const form = useForm<Values>({
    defaultValues: { kind: 'MERGER', successorId: '', onDate: toEntry(today()), reason: '' },
  })
  const values = form.hookForm.watch()
  const asked = JSON.stringify([values.kind, values.successorId, values.onDate])
  const looked = preview?.of === asked ? preview : undefined

  const send = async ({ kind, successorId, onDate, reason }: Values): Promise<Outcome<object>> => {
    const day = isoOf(onDate) ?? today()
    const following = successorId || null
    if (!looked) {
      const result = await client.query(
        Preview,
        { corporationId: corporation.id, successorId: following, onDate: day },
        { requestPolicy: 'network-only' },
      )
      if (result.error) return { kind: 'failed', failure: failureOf(result.error) }
      const shown = result.data?.successionPreview
      if (shown) setPreview({ of: JSON.stringify([kind, successorId, onDate]), shown, onDate: day })
      return { kind: 'done', payload: {} }
    }
    const input = { corporationId: corporation.id, onDate: day, reason, idempotencyKey: crypto.randomUUID() }
    if (kind === 'MERGER') return merge({ input: { ...input, successorId } })
    return dissolve({ input: { ...input, successorId: following } })
  }
  const done = (payload: object) => {
    if (!('corporationSuccession' in payload)) return
    const { corporationSuccession } = payload as { corporationSuccession: { status: string } | null }
    onDone(text.recorded[corporationSuccession?.status === 'PLANNED' ? 'PLANNED' : 'DONE'])
  }
  const forbidden = looked?.shown.problem
  return (
    <Form form={form} submit={send} onDone={done}>
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
      />
      <SuccessorField
        name="successorId"
        exceptId={corporation.id}
        sample={corporation.sample}
        required={values.kind === 'MERGER'}
      />
      <DateFields name="onDate" label={text.onDate} support={text.onDateSupport} required />
      <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={300} />
      {looked && (
        <output className="block">
          {forbidden ? (
            <Notice kind="bad">
              <p>{ruleText(forbidden)}</p>
            </Notice>
          ) : (
            <PreviewTable preview={looked.shown} onDate={looked.onDate} />
          )}
        </output>
      )}
      {looked && !forbidden ? (
        <FormEnd
          submit={text.submit[values.kind]}
          statement={<ActingStatement>{text.statement}</ActingStatement>}
        >
          {leave}
        </FormEnd>
      ) : (
        <div className="mt-8 flex flex-wrap gap-4">
          <Button type="submit" kind="main" size="big">
            {text.check}
          </Button>
          {leave}
        </div>
      )}
    </Form>
  )
}

const MOST_NAMES = 5

function PreviewTable({ preview, onDate }: { preview: SuccessionPreview; onDate: string }) {
  const text = useCorporationText().ending
  const language = useLanguage()
  const columns = text.previewColumns
  return (
    <Section title={text.preview}>
      <p className="mb-4">{text.previewLead(formatDate(onDate, language))}</p>
      {preview.lines.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <Table caption={text.previewCaption} captionHidden dense>
          <thead>
            <tr>
              <Head>{columns.what}</Head>
              <Head numeric>{columns.goes}</Head>
              <Head numeric>{columns.there}</Head>
              <Head numeric>{columns.ends}</Head>
              <Head>{columns.names}</Head>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map(({ what, goes, there, ends, names }) => (
              <tr key={what}>
                <th scope="row">{text.what[what]}</th>
                <Cell label={columns.goes} numeric>
                  {goes}
                </Cell>
                <Cell label={columns.there} numeric>
                  {there}
                </Cell>
                <Cell label={columns.ends} numeric>
                  {ends}
                </Cell>
                <Cell label={columns.names}>
                  {[...new Set(names)].slice(0, MOST_NAMES).map((name) => (
                    <div key={name}>{name}</div>
                  ))}
                  {names.length > MOST_NAMES && text.more(names.length - MOST_NAMES)}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
