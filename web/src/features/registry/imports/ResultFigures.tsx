import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import type { Shown } from './import-search.ts'

const ResultFigures_run = graphql(`
  fragment ResultFigures_run on ImportRun {
    id
    createdCount
    changedCount
    sameCount
    closedCount
    protectedCount
    refusedCount
    notedCount
    changes(first: 1, differing: true) {
      totalCount
    }
  }
`)

interface ResultFiguresProps {
  run: FragmentType<typeof ResultFigures_run>
  show: Shown | undefined
}

/** What an import does, counted; each number narrows the rows below to what it counts. */
export function ResultFigures({ run: given, show }: ResultFiguresProps) {
  const run = readFragment(ResultFigures_run, given)
  const text = useImportsText().result
  const figures: readonly { show: Shown | undefined; count: number; always?: true }[] = [
    { show: undefined, count: run.changes.totalCount, always: true },
    { show: 'CREATE', count: run.createdCount, always: true },
    { show: 'CHANGE', count: run.changedCount, always: true },
    { show: 'CLOSE', count: run.closedCount },
    { show: 'KEEP', count: run.protectedCount },
    { show: 'SAME', count: run.sameCount, always: true },
    { show: 'NOTED', count: run.notedCount },
    { show: 'REFUSED', count: run.refusedCount, always: true },
  ]
  return (
    <nav className="yui-tally" aria-label={text.narrow}>
      {figures
        .filter(({ count, always, show: one }) => always || count > 0 || one === show)
        .map(({ show: one, count }) => (
          <Link
            key={one ?? 'all'}
            to="/imports/$runId"
            params={{ runId: run.id }}
            search={one ? { show: one } : {}}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={one === show || undefined}
            data-bad={(one === 'REFUSED' && count > 0) || undefined}
          >
            {one ? text.shown[one] : text.differing}
            <b>
              {count.toLocaleString('ja-JP')}
              <span>{one === 'REFUSED' || one === 'NOTED' ? text.rowUnit : text.recordUnit}</span>
            </b>
          </Link>
        ))}
    </nav>
  )
}
