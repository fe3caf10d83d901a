import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { ChangeGroup_ChangeFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button } from '../../../ui/Button/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { PathLink } from '../../../ui/Link/PathLink.tsx'
import { Cell } from '../../../ui/Table/Table.tsx'
import { useFieldWords } from './field-words.ts'

const ChangeGroup_change = graphql(`
  fragment ChangeGroup_change on ImportChange {
    id
    number
    record
    recordId
    action
    label
    identifier
    takesProtected
    fields {
      field
      before
      after
      protected
    }
    lines {
      file
      line
    }
  }
`)

const TakeOne = graphql(`
  mutation ChangeGroup_take($input: TakeProtectedChangesInput!) {
    takeProtectedChanges(input: $input) {
      ... on TakeProtectedChangesPayload {
        importRun {
          id
          ...ImportResult_run
        }
      }
      ...Refusal
    }
  }
`)

const KeepOne = graphql(`
  mutation ChangeGroup_keep($input: KeepProtectedChangesInput!) {
    keepProtectedChanges(input: $input) {
      ... on KeepProtectedChangesPayload {
        importRun {
          id
          ...ImportResult_run
        }
      }
      ...Refusal
    }
  }
`)

interface ChangeGroupProps {
  change: FragmentType<typeof ChangeGroup_change>
  runId: string
  severalFiles: boolean
  choosing: boolean
}

/** So many values of a new record are shown before the others fold away. */
const FIRST_FIELDS = 4

/** What happens to one record, value by value: as it stands in grey, as it becomes in bold. */
export function ChangeGroup({ change: given, runId, severalFiles, choosing }: ChangeGroupProps) {
  const change = readFragment(ChangeGroup_change, given)
  const text = useImportsText().result
  const words = useFieldWords(change.record)
  const { action } = change
  // Whether it is invented stands beside its name; of published records it would be one more line that says no.
  const fields = change.fields.filter(({ field }) => field !== 'sample')
  const shown = action === 'CREATE' ? fields.slice(0, FIRST_FIELDS) : fields
  const folded = fields.slice(shown.length)
  const hasProtected = fields.some((field) => field.protected)
  const rows = Math.max(shown.length, 1) + (folded.length > 0 ? 1 : 0) + (hasProtected ? 1 : 0)
  return (
    <tbody>
      {(shown.length > 0 ? shown : [undefined]).map((field, n) => (
        <tr key={field?.field ?? 'none'}>
          {n === 0 && <Heads change={change} rows={rows} severalFiles={severalFiles} />}
          {field ? (
            <>
              <td data-label={text.columns.field}>{words.label(field.field)}</td>
              <td data-label={text.columns.before} className="text-sub">
                {field.before === null ? text.notRegistered : words.value(field.field, field.before)}
              </td>
              <td data-label={text.columns.after}>
                <b className="prose-strong">
                  {field.after === null ? text.blank : words.value(field.field, field.after)}
                </b>
                {field.protected && (
                  <span className="yui-diff__problem">
                    {change.takesProtected ? text.protectedTaken : text.protectedKept}
                  </span>
                )}
              </td>
            </>
          ) : (
            <td colSpan={3} className="text-sub">
              {action === 'CLOSE' ? text.closes : text.allSame}
            </td>
          )}
        </tr>
      ))}
      {folded.length > 0 && (
        <tr>
          <Cell label={text.columns.field} colSpan={3}>
            <Disclosure summary={text.moreFields(folded.length)}>
              <ul>
                {folded.map(({ field, after }) => (
                  <li key={field}>
                    {text.field(words.label(field), after === null ? text.blank : words.value(field, after))}
                  </li>
                ))}
              </ul>
            </Disclosure>
          </Cell>
        </tr>
      )}
      {hasProtected && (
        <tr>
          <td colSpan={3}>{choosing && <Choose change={change} runId={runId} />}</td>
        </tr>
      )}
    </tbody>
  )
}

const PATHS: Partial<Record<ChangeGroup_ChangeFragment['record'], string>> = {
  CORPORATION: '/corporations/',
  FACILITY: '/facilities/',
}

interface HeadsProps {
  change: ChangeGroup_ChangeFragment
  rows: number
  severalFiles: boolean
}

function Heads({
  change: { action, record, recordId, label, identifier, lines },
  rows,
  severalFiles,
}: HeadsProps) {
  const text = useImportsText().result
  const [line] = lines
  const path = PATHS[record]
  return (
    <>
      <td className="yui-diff__line" rowSpan={rows}>
        {line && (severalFiles ? text.lineOf(line.file, line.line) : text.line(line.line))}
        {lines.length > 1 && <span className="yui-row-note">{text.moreLines(lines.length - 1)}</span>}
      </td>
      <td className="yui-diff__result" rowSpan={rows} data-quiet={action === 'SAME' || undefined}>
        {text.actions[action]}
      </td>
      <th scope="rowgroup" rowSpan={rows}>
        {path && recordId ? <PathLink path={`${path}${recordId}`}>{label}</PathLink> : label}
        <span className="yui-row-note">
          {text.records[record]}
          {identifier && ` ${identifier}`}
        </span>
      </th>
    </>
  )
}

function Choose({
  change: { id, label, takesProtected },
  runId,
}: {
  change: ChangeGroup_ChangeFragment
  runId: string
}) {
  const text = useImportsText().result
  const take = useCommand(TakeOne)
  const keep = useCommand(KeepOne)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const press = async () => {
    setBusy(true)
    const input = { importRunId: runId, importChangeIds: [id] }
    const result = await (takesProtected ? keep({ input }) : take({ input }))
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(takesProtected ? text.oneKept(label) : text.oneTaken(label))
  }
  return (
    <>
      <Button
        kind="text"
        busy={busy}
        onClick={() => void press()}
        aria-label={`${label} ${takesProtected ? text.keepOne : text.takeOne}`}
      >
        {takesProtected ? text.keepOne : text.takeOne}
      </Button>
      <RefusedNotice outcome={outcome} />
    </>
  )
}
