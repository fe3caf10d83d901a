import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Failure } from '../../../lib/problems.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { useReviewText } from '../../../locales/review.ts'
import { useShellText } from '../../../locales/shell.ts'
import { useUiText } from '../../../locales/ui.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { Input } from '../../../ui/TextField/Input.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Preview = graphql(`
  query MergePreview($keptId: ID!, $absorbedId: ID!) {
    mergePreview(keptId: $keptId, absorbedId: $absorbedId) {
      key
      keptName
      absorbedName
      obstacle
      filled
      moves {
        relation
        count
      }
      stays {
        code
        what
      }
    }
  }
`)

const MergeFacilities = graphql(`
  mutation MergePreview_mergeFacilities($input: MergeFacilitiesInput!) {
    mergeFacilities(input: $input) {
      __typename
      ... on MergeFacilitiesPayload {
        registryMerge {
          id
        }
      }
      ...Refusal
    }
  }
`)

const MergeCorporations = graphql(`
  mutation MergePreview_mergeCorporations($input: MergeCorporationsInput!) {
    mergeCorporations(input: $input) {
      __typename
      ... on MergeCorporationsPayload {
        registryMerge {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface MergePreviewProps {
  record: 'FACILITY' | 'CORPORATION'
  keptId: string
  absorbedId: string
  matchProposalId: string
  onMerged: () => void
}

const wordOf = (words: { readonly OTHER: string }, code: string): string =>
  (words as Readonly<Record<string, string>>)[code] ?? words.OTHER

/** What would move, what stays and by which rule, and the button that does it. */
export function MergePreview({ record, keptId, absorbedId, matchProposalId, onMerged }: MergePreviewProps) {
  const text = useReviewText()
  const words = text.merge
  const ui = useUiText()
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const ruleText = useRuleText()
  const mergeFacilities = useCommand(MergeFacilities)
  const mergeCorporations = useCommand(MergeCorporations)
  const [result, readAgain] = useQuery({
    query: Preview,
    variables: { keptId, absorbedId },
    requestPolicy: 'network-only',
  })
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [refusal, setRefusal] = useState<string>()
  const refresh = () => readAgain({ requestPolicy: 'network-only' })

  const merge = async (previewKey: string) => {
    setBusy(true)
    setFailure(undefined)
    setRefusal(undefined)
    const shared = {
      previewKey,
      matchProposalId,
      note: note || undefined,
      idempotencyKey: crypto.randomUUID(),
    }
    const outcome =
      record === 'FACILITY'
        ? await mergeFacilities({
            input: { keptFacilityId: keptId, absorbedFacilityId: absorbedId, ...shared },
          })
        : await mergeCorporations({
            input: { keptCorporationId: keptId, absorbedCorporationId: absorbedId, ...shared },
          })
    setBusy(false)
    if (outcome.kind === 'done') return onMerged()
    if (outcome.kind === 'failed') return setFailure(outcome.failure)
    setRefusal(
      outcome.problem.__typename === 'ConflictProblem' ? ui.changedByOther : ruleText(outcome.problem.code),
    )
    refresh()
  }

  return (
    <Loaded result={result} retry={refresh} lines={12}>
      {({ mergePreview: preview }) => {
        if (!preview)
          return (
            <EmptyState title={text.notFound}>
              <p>{text.notFoundBody}</p>
            </EmptyState>
          )
        if (preview.obstacle)
          return (
            <Notice kind="bad">
              <p>
                <b>{words.impossible}</b>
              </p>
              <p>{ruleText(preview.obstacle)}</p>
            </Notice>
          )
        return (
          <>
            <p className="my-4">{words.outcome(preview.absorbedName, preview.keptName)}</p>
            <Section title={words.moves}>
              {preview.moves.length === 0 ? (
                <p>{words.nothingMoves}</p>
              ) : (
                <Table caption={words.movesCaption} captionHidden dense>
                  <thead>
                    <tr>
                      <Head>{words.columns.what}</Head>
                      <Head numeric>{words.columns.count}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {preview.moves.map(({ relation, count }) => (
                      <tr key={relation}>
                        <th scope="row">{wordOf(words.relations, relation)}</th>
                        <Cell label={words.columns.count} numeric>
                          {count.toLocaleString('ja-JP')}
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
              {preview.filled.length > 0 && (
                <p className="mt-4">
                  {words.filled}：{preview.filled.map((field) => wordOf(words.fields, field)).join('、')}
                </p>
              )}
            </Section>
            <Section title={words.stays}>
              {preview.stays.length === 0 ? (
                <p>{words.nothingStays}</p>
              ) : (
                <Table caption={words.staysCaption} captionHidden dense>
                  <thead>
                    <tr>
                      <Head>{words.stayColumns.what}</Head>
                      <Head>{words.stayColumns.rule}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {preview.stays.map(({ code, what }) => (
                      <tr key={`${code} ${what}`}>
                        <th scope="row">{roles[what] ?? what}</th>
                        <Cell label={words.stayColumns.rule}>{words.rules[code]}</Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
            </Section>
            <div className="yui-no-print mt-8">
              <Field label={text.note} required={false} support={text.noteSupport}>
                {(control) => (
                  <Input
                    {...control}
                    maxLength={500}
                    value={note}
                    onChange={({ target }) => setNote(target.value)}
                  />
                )}
              </Field>
              {failure && <FailureNotice failure={failure} />}
              {refusal && (
                <Notice kind="bad">
                  <p>{refusal}</p>
                </Notice>
              )}
              <div className="mt-6 grid gap-3">
                <ActingStatement>{words.saves}</ActingStatement>
                <Buttons wide>
                  <Button kind="main" busy={busy} onClick={() => void merge(preview.key)}>
                    {words.submit}
                  </Button>
                  <LinkButton to="/review" search={{ show: 'toMerge' }}>
                    {words.leave}
                  </LinkButton>
                </Buttons>
              </div>
            </div>
          </>
        )
      }}
    </Loaded>
  )
}
