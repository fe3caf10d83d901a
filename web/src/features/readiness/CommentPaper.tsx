import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePapersText } from '../../locales/papers.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'

const CommentPaper_comment = graphql(`
  fragment CommentPaper_comment on ReadinessComment {
    id
    text
    at
    actingName
    item {
      id
      title
    }
  }
`)

/** Everything that was said under the items of a checklist, on paper. */
export function CommentPaper({
  comments,
}: {
  comments: readonly FragmentType<typeof CommentPaper_comment>[]
}) {
  const text = usePapersText().mentorship
  const language = useLanguage()
  return (
    <PaperList
      title={text.comments}
      rows={readFragment(CommentPaper_comment, comments)}
      keyOf={({ id }) => id}
      none={text.none}
      columns={[
        { head: text.item, renderCell: ({ item }) => item?.title },
        { head: text.day, short: true, renderCell: ({ at }) => formatDate(at, language) },
        { head: text.comment, renderCell: ({ text: words }) => words },
        { head: text.by, renderCell: ({ actingName }) => actingName },
      ]}
    />
  )
}
