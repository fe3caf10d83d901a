import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Obstacles = graphql(`
  query UndoObstacles($id: ID!) {
    importUndoObstacles(id: $id) {
      record
      label
      reason
      count
    }
  }
`)

const Undo = graphql(`
  mutation UndoDialog_undo($input: UndoImportInput!) {
    undoImport(input: $input) {
      ... on UndoImportPayload {
        importRun {
          id
          state
          phase
          version
        }
      }
      ...Refusal
    }
  }
`)

interface UndoDialogProps {
  runId: string
  version: number
  open: boolean
  onClose: () => void
  onDone: () => void
}

/** Takes an import back as a whole; what stands in the way is listed. */
export function UndoDialog({ runId, version, open, onClose, onDone }: UndoDialogProps) {
  const text = useImportsText().undo
  return (
    <Dialog title={text.title} open={open} onClose={onClose}>
      <Question runId={runId} version={version} onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

function Question({ runId, version, onClose, onDone }: Omit<UndoDialogProps, 'open'>) {
  const text = useImportsText().undo
  const records = useImportsText().result.records
  const undo = useCommand(Undo)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [result, readAgain] = useQuery({
    query: Obstacles,
    variables: { id: runId },
    requestPolicy: 'network-only',
  })
  const reasons: Readonly<Record<string, string>> = text.reasons
  const press = async () => {
    setBusy(true)
    const answer = await undo({
      input: { importRunId: runId, version, idempotencyKey: crypto.randomUUID() },
    })
    setBusy(false)
    setOutcome(answer)
    if (answer.kind === 'refused') return readAgain({ requestPolicy: 'network-only' })
    if (answer.kind !== 'done') return
    announce(text.begun)
    onClose()
    onDone()
  }
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ importUndoObstacles: obstacles }) =>
        obstacles.length > 0 ? (
          <>
            <p>{text.refused}</p>
            <ul className="yui-obstacles">
              {obstacles.map(({ record, label, reason, count }) => (
                <li key={`${record} ${label} ${reason}`}>
                  <b className="prose-strong">{label}</b> {records[record]}
                  <span className="yui-row-note">
                    {text.because(reasons[reason] ?? text.reasonOther, count)}
                  </span>
                </li>
              ))}
            </ul>
            <p>{text.refusedNext}</p>
            <Buttons wide>
              <Button onClick={onClose}>{text.close}</Button>
            </Buttons>
          </>
        ) : (
          <>
            <p>{text.body}</p>
            <RefusedNotice outcome={outcome} />
            <ActingStatement>{text.statement}</ActingStatement>
            <Buttons wide>
              <Button kind="danger" busy={busy} onClick={() => void press()}>
                {text.submit}
              </Button>
              <Button onClick={onClose}>{text.close}</Button>
            </Buttons>
          </>
        )
      }
    </Loaded>
  )
}
