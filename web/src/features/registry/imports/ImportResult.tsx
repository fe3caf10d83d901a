import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { ImportResult_RunFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../../ui/Page/Page.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { DropDialog } from './DropDialog.tsx'
import { ImportRows } from './ImportRows.tsx'
import type { ImportSearch } from './import-search.ts'
import { LastFailure } from './LastFailure.tsx'
import { ResultFigures } from './ResultFigures.tsx'
import { ResultTools } from './ResultTools.tsx'
import { UploadBox } from './UploadBox.tsx'

const ImportResult_run = graphql(`
  fragment ImportResult_run on ImportRun {
    id
    checkedAt
    createdCount
    changedCount
    closedCount
    protectedCount
    refusedCount
    version
    viewerCan {
      confirm {
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
        name
        encoding
        rowCount
        complete
      }
    }
    ...ResultFigures_run
    ...LastFailure_run
  }
`)

const Confirm = graphql(`
  mutation ImportResult_confirm($input: ConfirmImportInput!) {
    confirmImport(input: $input) {
      ... on ConfirmImportPayload {
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

const Check = graphql(`
  mutation ImportResult_check($input: CheckImportInput!) {
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

/** More names than that are a list of their own, by the numbers that the rows name them with. */
const FEW_FILES = 3

interface ImportResultProps {
  run: FragmentType<typeof ImportResult_run>
  search: ImportSearch
  readAgain: () => void
}

/** 取込の検査結果: what would change, row by row; nothing has been written yet. */
export function ImportResult({ run: given, search, readAgain }: ImportResultProps) {
  const run = readFragment(ImportResult_run, given)
  const text = useImportsText()
  const language = useLanguage()
  const [mending, mend] = useState(false)
  return (
    <>
      <PageHead
        title={text.result.title}
        lead={
          <>
            <p>
              <b className="prose-strong">{text.result.nothingWritten}</b>
              {text.result.lookFirst}
            </p>
            <p>
              {run.files.totalCount <= FEW_FILES
                ? run.files.nodes.map(({ name, encoding, rowCount }) =>
                    text.result.file(name, encoding, rowCount),
                  )
                : text.result.files(run.files.totalCount)}
              {run.checkedAt && text.result.checkedAt(formatMoment(run.checkedAt, language))}
            </p>
          </>
        }
      />
      {run.files.totalCount > FEW_FILES && (
        <Disclosure summary={text.result.fileList}>
          <ol className="list-decimal pl-8">
            {run.files.nodes.map(({ id, name, encoding, rowCount }) => (
              <li key={id}>{text.result.file(name, encoding, rowCount)}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      <LastFailure run={run} />
      <ResultFigures run={run} show={search.show} />
      {run.protectedCount > 0 && <ProtectedChoice run={run} />}
      <Section title={text.result.rows} tools={<ResultTools runId={run.id} refused={run.refusedCount > 0} />}>
        <ImportRows runId={run.id} search={search} choosing={run.viewerCan.confirm.allowed} />
      </Section>
      <ConfirmEnd run={run} readAgain={readAgain} onMend={() => mend(true)} />
      {mending && (
        <Section title={text.result.mendTitle} id="mend">
          <p>{text.result.mendBody}</p>
          <UploadBox runId={run.id} onArrived={readAgain} />
        </Section>
      )}
    </>
  )
}

interface ConfirmEndProps {
  run: ImportResult_RunFragment
  readAgain: () => void
  onMend: () => void
}

/** As whom, what exactly is written, and the ways out. */
function ConfirmEnd({ run, readAgain, onMend }: ConfirmEndProps) {
  const text = useImportsText().result
  const dropText = useImportsText().drop
  const confirm = useCommand(Confirm)
  const check = useCommand(Check)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [dropping, drop] = useState(false)
  const { createdCount, changedCount, closedCount, refusedCount } = run
  const sum = createdCount + changedCount + closedCount
  const press = async (send: () => Promise<Outcome<unknown>>) => {
    setBusy(true)
    const result = await send()
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') readAgain()
  }
  return (
    <div className="yui-form-end yui-no-print">
      <ActingStatement>
        {text.statement(createdCount, changedCount, closedCount, refusedCount)}
      </ActingStatement>
      {closedCount > 0 && (
        <Notice>
          <p>{text.closing(closedCount)}</p>
        </Notice>
      )}
      <RefusedNotice outcome={outcome} />
      <Buttons wide>
        {run.viewerCan.confirm.allowed && sum > 0 && (
          <Button
            kind="main"
            size="big"
            busy={busy}
            onClick={() =>
              void press(() =>
                confirm({
                  input: { importRunId: run.id, version: run.version, idempotencyKey: crypto.randomUUID() },
                }),
              )
            }
          >
            {text.confirm(sum)}
          </Button>
        )}
        {run.viewerCan.describe.allowed && (
          <Button size="big" onClick={onMend}>
            {text.mend}
          </Button>
        )}
        {run.viewerCan.drop.allowed && (
          <Button size="big" onClick={() => drop(true)}>
            {dropText.open}
          </Button>
        )}
        <Button
          kind="text"
          busy={busy}
          onClick={() => void press(() => check({ input: { importRunId: run.id } }))}
        >
          {text.checkAgain}
        </Button>
        {sum === 0 && (
          <LinkButton to="/imports" size="big">
            {text.toList}
          </LinkButton>
        )}
      </Buttons>
      <DropDialog runId={run.id} open={dropping} onClose={() => drop(false)} />
    </div>
  )
}

const Take = graphql(`
  mutation ImportResult_take($input: TakeProtectedChangesInput!) {
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

const Keep = graphql(`
  mutation ImportResult_keep($input: KeepProtectedChangesInput!) {
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

/** Values that people set or confirmed: they stay, unless the file's are chosen, one by one below or all here. */
function ProtectedChoice({ run: { id, protectedCount, viewerCan } }: { run: ImportResult_RunFragment }) {
  const text = useImportsText().result
  const take = useCommand(Take)
  const keep = useCommand(Keep)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)
  const choose = async (send: typeof take | typeof keep, done: string) => {
    setBusy(true)
    const result = await send({ input: { importRunId: id } })
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(done)
  }
  return (
    <Notice>
      <p>
        <b className="prose-strong">{text.protectedCount(protectedCount)}</b>
        {text.protectedBody}
      </p>
      {viewerCan.confirm.allowed && (
        <Buttons>
          <Button busy={busy} onClick={() => void choose(keep, text.allKept)}>
            {text.keepAll}
          </Button>
          <Button busy={busy} onClick={() => void choose(take, text.allTaken)}>
            {text.takeAll}
          </Button>
        </Buttons>
      )}
      <RefusedNotice outcome={outcome} />
    </Notice>
  )
}
