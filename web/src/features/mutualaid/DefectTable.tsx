import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDay, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const DefectTable_defect = graphql(`
  fragment DefectTable_defect on InspectionDefect {
    id
    what
    dueOn
    version
    inspection {
      id
      subject
    }
  }
`)

const Finish = graphql(`
  mutation DefectTable_finish($input: FinishInspectionDefectInput!) {
    finishInspectionDefect(input: $input) {
      ... on FinishInspectionDefectPayload {
        inspectionDefect {
          id
          doneOn
        }
      }
      ...Refusal
    }
  }
`)

interface DefectTableProps {
  defects: readonly FragmentType<typeof DefectTable_defect>[]
  keeps: boolean
  onConflict?: (() => void) | undefined
}

/** What inspections have found, as tasks with their last day. */
export function DefectTable({ defects: given, keeps, onConflict }: DefectTableProps) {
  const text = useMutualaidText().inspections
  const language = useLanguage()
  const defects = readFragment(DefectTable_defect, given)
  const [done, finish] = useState<{ id: string; what: string; version: number }>()
  const send = useCommand(Finish)
  return (
    <>
      <Table caption={text.open} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.what}</Head>
            <Head>{text.columns.due}</Head>
            {keeps && <Head>{text.columns.action}</Head>}
          </tr>
        </thead>
        <tbody>
          {defects.map((defect) => (
            <tr key={defect.id}>
              <th scope="row">
                {defect.what}
                {defect.inspection && (
                  <span className="yui-row-note">{text.subjects[defect.inspection.subject]}</span>
                )}
              </th>
              <Cell label={text.columns.due}>
                <time dateTime={defect.dueOn}>{text.due(formatDay(defect.dueOn, language))}</time>
                {defect.dueOn < today() && (
                  <span className="yui-row-note">
                    <Icon name="clock" size="small" /> {text.late}
                  </span>
                )}
              </Cell>
              {keeps && (
                <Cell label={text.columns.action}>
                  <Button
                    kind="text"
                    aria-label={`${text.finish} ${defect.what}`}
                    onClick={() => finish({ id: defect.id, what: defect.what, version: defect.version })}
                  >
                    {text.finish}
                  </Button>
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {done && (
        <ActionDialog
          title={text.finishTitle(done.what)}
          submit={text.finish}
          done={text.finishDone}
          defaultValues={{ how: '' }}
          send={({ how }) => send({ input: { inspectionDefectId: done.id, version: done.version, how } })}
          onClose={() => finish(undefined)}
          onConflict={onConflict}
        >
          <TextField name="how" label={text.how} required maxLength={120} />
        </ActionDialog>
      )}
    </>
  )
}
