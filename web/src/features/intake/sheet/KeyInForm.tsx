import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { LINES } from '../../../../../api/src/modules/intake/rules/sheet.ts'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Failure, Problem } from '../../../lib/problems.ts'
import { useIntakeText } from '../../../locales/intake.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { Input } from '../../../ui/TextField/Input.tsx'
import { COLUMNS, emptyLine, isEmpty, pasted, sentLine, type Column, type Line } from './sheet-values.ts'

const KeyInIntakeSheet = graphql(`
  mutation KeyInIntakeSheet($input: KeyInIntakeSheetInput!) {
    keyInIntakeSheet(input: $input) {
      ... on KeyInIntakeSheetPayload {
        taken
      }
      ...Refusal
    }
  }
`)

const freshLines = (): Line[] => Array.from({ length: LINES }, () => emptyLine)

/** The boxes of one sheet: Enter goes on, a table can be pasted, one button sends. */
export function KeyInForm({ token, onDone }: { token: string; onDone: () => void }) {
  const text = useIntakeText()
  const ruleText = useRuleText()
  const send = useCommand(KeyInIntakeSheet)
  const [lines, setLines] = useState(freshLines)
  const [key] = useState(() => crypto.randomUUID())
  const [ids] = useState(() => Array.from({ length: LINES }, () => crypto.randomUUID()))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [problem, setProblem] = useState<Problem>()
  const [isBlank, setIsBlank] = useState(false)
  const table = useRef<HTMLDivElement>(null)

  const set = (line: number, column: Column, value: string) =>
    setLines((before) => before.map((one, index) => (index === line ? { ...one, [column]: value } : one)))
  const goOn = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends a Japanese conversion is not one that goes on.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const boxes = [...(table.current?.querySelectorAll('input') ?? [])]
    boxes[boxes.indexOf(event.currentTarget) + 1]?.focus()
  }
  const paste = (event: ClipboardEvent, line: number, column: number) => {
    const copied = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(copied)) return
    event.preventDefault()
    setLines((before) => pasted(before, { line, column }, copied))
  }
  const submit = async () => {
    const written = lines.flatMap((line, index) =>
      isEmpty(line) ? [] : [{ lineKey: ids[index] ?? '', ...sentLine(line, text) }],
    )
    setIsBlank(written.length === 0)
    if (written.length === 0) return
    setBusy(true)
    const outcome = await send({ input: { token, lines: written, idempotencyKey: key } })
    setBusy(false)
    setFailure(outcome.kind === 'failed' ? outcome.failure : undefined)
    setProblem(outcome.kind === 'refused' ? outcome.problem : undefined)
    if (outcome.kind === 'done') onDone()
  }

  return (
    <div ref={table}>
      <Table caption={text.keyCaption}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column}>{text.keyFields[column]}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={ids[row]}>
              {COLUMNS.map((column, place) => (
                <Cell key={column} label={text.keyFields[column]}>
                  <Input
                    aria-label={text.keyLine(row + 1, text.keyFields[column])}
                    value={line[column]}
                    autoComplete="off"
                    onChange={(event) => set(row, column, event.target.value)}
                    onKeyDown={goOn}
                    onPaste={(event) => paste(event, row, place)}
                  />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {isBlank && (
        <Notice kind="bad">
          <p>{text.keyNobody}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="bad">
          <p>{problem.__typename === 'ValidationProblem' ? text.keyWrong : ruleText(problem.code)}</p>
        </Notice>
      )}
      {failure && <FailureNotice failure={failure} />}
      <Buttons wide>
        <Button kind="main" size="big" busy={busy} onClick={() => void submit()}>
          {text.keySend}
        </Button>
      </Buttons>
    </div>
  )
}
