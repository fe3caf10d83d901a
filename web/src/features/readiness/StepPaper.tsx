import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'

const StepPaper_step = graphql(`
  fragment StepPaper_step on MentorshipStep {
    id
    stage
    onDay
    evidence
    actingName
  }
`)

/** The stages that were reached, on paper: each with its day and what shows it. */
export function StepPaper({ steps }: { steps: readonly FragmentType<typeof StepPaper_step>[] }) {
  const text = usePapersText().mentorship
  const { mentoring } = useReadinessText()
  const language = useLanguage()
  return (
    <PaperList
      title={mentoring.steps}
      rows={readFragment(StepPaper_step, steps)}
      keyOf={({ id }) => id}
      none={text.none}
      columns={[
        { head: text.stage, short: true, renderCell: ({ stage }) => mentoring.stages[stage] },
        { head: text.day, short: true, renderCell: ({ onDay }) => formatDate(onDay, language) },
        { head: text.grounds, renderCell: ({ evidence }) => evidence },
        { head: text.by, renderCell: ({ actingName }) => actingName },
      ]}
    />
  )
}
