import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { PageHead, Section } from '../../../ui/Page/Page.tsx'
import { DropDialog } from './DropDialog.tsx'
import { FileCard } from './FileCard.tsx'
import { LastFailure } from './LastFailure.tsx'
import { UploadBox } from './UploadBox.tsx'

const ImportFiles_run = graphql(`
  fragment ImportFiles_run on ImportRun {
    id
    bodyName
    viewerCan {
      check {
        allowed
      }
      describe {
        allowed
      }
      drop {
        allowed
      }
    }
    files(first: 50) {
      totalCount
      nodes {
        id
        received
        problem
        format
        target
        ...FileCard_file
      }
    }
    ...LastFailure_run
  }
`)

const Check = graphql(`
  mutation ImportFiles_check($input: CheckImportInput!) {
    checkImport(input: $input) {
      ... on CheckImportPayload {
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

interface ImportFilesProps {
  run: FragmentType<typeof ImportFiles_run>
  readAgain: () => void
}

/** Files are put in, and said how they are to be read; then they are checked. */
export function ImportFiles({ run: given, readAgain }: ImportFilesProps) {
  const run = readFragment(ImportFiles_run, given)
  const text = useImportsText()
  const check = useCommand(Check)
  const [busy, setBusy] = useState(false)
  const [dropping, drop] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const { files } = run
  // Until every file says how it is read, its own form has the filled button.
  const ready = files.nodes.every(
    ({ received, problem, format, target }) => received && (problem ?? (format && target)),
  )
  const press = async () => {
    setBusy(true)
    setOutcome(await check({ input: { importRunId: run.id } }))
    setBusy(false)
  }
  return (
    <>
      <PageHead
        title={text.files.title}
        lead={
          <>
            <p>{text.files.lead}</p>
            {run.bodyName && <p>{text.files.onBehalf(run.bodyName)}</p>}
          </>
        }
      />
      <LastFailure run={run} />
      {run.viewerCan.describe.allowed && <UploadBox runId={run.id} onArrived={readAgain} />}
      {files.nodes.length > 0 && (
        <Section title={text.files.count(files.totalCount)}>
          {files.nodes.map((file) => (
            <FileCard key={file.id} file={file} onChange={readAgain} />
          ))}
        </Section>
      )}
      <div className="yui-form-end">
        <p>{text.files.checkStatement}</p>
        <RefusedNotice outcome={outcome} />
        <Buttons wide>
          {files.nodes.length > 0 && run.viewerCan.check.allowed && (
            <Button kind={ready ? 'main' : 'plain'} size="big" busy={busy} onClick={() => void press()}>
              {text.files.check}
            </Button>
          )}
          {run.viewerCan.drop.allowed && (
            <Button size="big" onClick={() => drop(true)}>
              {text.drop.open}
            </Button>
          )}
        </Buttons>
      </div>
      <DropDialog runId={run.id} open={dropping} onClose={() => drop(false)} />
    </>
  )
}
