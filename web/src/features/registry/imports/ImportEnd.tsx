import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../../ui/Page/Page.tsx'
import { ImportRows } from './ImportRows.tsx'
import type { ImportSearch } from './import-search.ts'
import { LastFailure } from './LastFailure.tsx'
import { ResultFigures } from './ResultFigures.tsx'
import { ResultTools } from './ResultTools.tsx'
import { UndoDialog } from './UndoDialog.tsx'

const ImportEnd_run = graphql(`
  fragment ImportEnd_run on ImportRun {
    id
    state
    appliedAt
    undoneAt
    forgottenAt
    createdCount
    changedCount
    closedCount
    refusedCount
    version
    confirmedBy {
      id
      name
    }
    bodyName
    viewerCan {
      undo {
        allowed
      }
    }
    ...ResultFigures_run
    ...LastFailure_run
  }
`)

interface ImportEndProps {
  run: FragmentType<typeof ImportEnd_run>
  search: ImportSearch
  readAgain: () => void
}

/** What an import has done, with the way back as long as there is one. */
export function ImportEnd({ run: given, search, readAgain }: ImportEndProps) {
  const run = readFragment(ImportEnd_run, given)
  const text = useImportsText()
  const language = useLanguage()
  const [undoing, undo] = useState(false)
  const { state, appliedAt, undoneAt, forgottenAt } = run
  const by = [run.confirmedBy?.name, run.bodyName].filter(Boolean).join('　')
  return (
    <>
      <PageHead
        title={text.end.titles[state === 'UNDONE' || state === 'DROPPED' ? state : 'APPLIED']}
        lead={
          <>
            {appliedAt && <p>{text.end.applied(formatMoment(appliedAt, language), by)}</p>}
            {undoneAt && <p>{text.end.undone(formatMoment(undoneAt, language))}</p>}
            {state === 'DROPPED' && <p>{text.end.dropped}</p>}
          </>
        }
        actions={
          <>
            <LinkButton to="/imports">{text.result.toList}</LinkButton>
            {state === 'APPLIED' && run.viewerCan.undo.allowed && !forgottenAt && (
              <Button onClick={() => undo(true)}>{text.undo.open}</Button>
            )}
          </>
        }
      />
      <LastFailure run={run} />
      {state === 'APPLIED' && (
        <Notice kind="done">
          <p>{text.end.sums(run.createdCount, run.changedCount, run.closedCount)}</p>
          {run.refusedCount > 0 && <p>{text.end.refused(run.refusedCount)}</p>}
        </Notice>
      )}
      {state !== 'DROPPED' && (
        <>
          <ResultFigures run={run} show={search.show} />
          <Section
            title={text.result.rows}
            tools={<ResultTools runId={run.id} refused={run.refusedCount > 0 && !forgottenAt} />}
          >
            <ImportRows runId={run.id} search={search} choosing={false} />
          </Section>
        </>
      )}
      <UndoDialog
        runId={run.id}
        version={run.version}
        open={undoing}
        onClose={() => undo(false)}
        onDone={readAgain}
      />
    </>
  )
}
