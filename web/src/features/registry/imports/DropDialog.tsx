import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { ConfirmDialog } from '../../identity/ConfirmDialog.tsx'

const Drop = graphql(`
  mutation DropDialog_drop($input: DropImportInput!) {
    dropImport(input: $input) {
      ... on DropImportPayload {
        importRun {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

interface DropDialogProps {
  runId: string
  open: boolean
  onClose: () => void
}

/** Asks before an import is given up. */
export function DropDialog({ runId, open, onClose }: DropDialogProps) {
  const text = useImportsText().drop
  const drop = useCommand(Drop)
  return (
    <ConfirmDialog
      title={text.title}
      body={text.body}
      submit={text.open}
      open={open}
      onClose={onClose}
      send={() => drop({ input: { importRunId: runId } })}
      onDone={() => announce(text.done)}
    />
  )
}
