import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { PageHead } from '../../../ui/Page/Page.tsx'
import { DropDialog } from './DropDialog.tsx'

const ImportProgress_run = graphql(`
  fragment ImportProgress_run on ImportRun {
    id
    state
    phase
    rowsDone
    rowsTotal
    viewerCan {
      drop {
        allowed
      }
    }
    files(first: 50) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`)

/** The worker reads, compares or writes: how far it is, and the way out where there is one. */
export function ImportProgress({ run: given }: { run: FragmentType<typeof ImportProgress_run> }) {
  const run = readFragment(ImportProgress_run, given)
  const text = useImportsText()
  const [dropping, drop] = useState(false)
  const { state, phase, rowsDone, rowsTotal, files } = run
  const words = phase ? text.progress.phases[phase] : text.progress.waiting
  return (
    <>
      <PageHead
        title={text.states[state]}
        lead={<p>{state === 'CHECKING' ? text.progress.checking : text.progress.writing}</p>}
      />
      <p className="prose-sub">{files.nodes.map(({ name }) => name).join('、')}</p>
      <div className="yui-progress">
        <p className="prose-strong">{words}</p>
        <progress
          aria-label={words}
          {...(rowsTotal !== null && phase === 'READING' && { max: Math.max(rowsTotal, 1), value: rowsDone })}
        />
        {phase === 'READING' && (
          <p>
            {rowsTotal === null ? text.progress.rows(rowsDone) : text.progress.rowsOf(rowsDone, rowsTotal)}
          </p>
        )}
      </div>
      <p className="prose-note mt-4">{text.progress.mayLeave}</p>
      {state === 'CHECKING' && run.viewerCan.drop.allowed && (
        <Buttons>
          <Button onClick={() => drop(true)}>{text.drop.open}</Button>
        </Buttons>
      )}
      <DropDialog runId={run.id} open={dropping} onClose={() => drop(false)} />
    </>
  )
}
