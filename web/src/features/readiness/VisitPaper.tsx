import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'

const VisitPaper_visit = graphql(`
  fragment VisitPaper_visit on MentoringVisit {
    id
    onDay
    held
    calledOff
    note
  }
`)

/** Visits of a mentorship on paper, by day. */
export function VisitPaper({ visits }: { visits: readonly FragmentType<typeof VisitPaper_visit>[] }) {
  const text = usePapersText().mentorship
  const { mentoring } = useReadinessText()
  const language = useLanguage()
  return (
    <PaperList
      title={mentoring.visits}
      rows={readFragment(VisitPaper_visit, visits)}
      keyOf={({ id }) => id}
      none={mentoring.noVisits}
      columns={[
        { head: text.day, short: true, renderCell: ({ onDay }) => formatDate(onDay, language) },
        {
          head: text.state,
          short: true,
          renderCell: ({ held, calledOff }) =>
            held ? mentoring.visitHeld : calledOff ? mentoring.visitOff : mentoring.visitPlanned,
        },
        { head: text.note, renderCell: ({ note }) => note },
      ]}
    />
  )
}
