import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Section } from '../../../ui/Page/Page.tsx'

const FiledPaper_file = graphql(`
  fragment FiledPaper_file on MinutesFile {
    id
    sha256
    filedAt
    document {
      id
      deletedAt
    }
  }
`)

interface FiledPaperProps {
  /** Null until it is filed. */
  file: FragmentType<typeof FiledPaper_file> | null
}

/** Where the paper of locked minutes is kept, and by which hash one knows it. */
export function FiledPaper({ file: given }: FiledPaperProps) {
  const text = useMinutesText().filed
  const language = useLanguage()
  const file = readFragment(FiledPaper_file, given)
  return (
    <Section title={text.title}>
      {file ? (
        <>
          <p>
            {file.document?.deletedAt ? text.deleted : text.kept(formatDate(file.filedAt, language))}
            {file.document && (
              <Link to="/network/documents/$documentId" params={{ documentId: file.document.id }}>
                {text.open}
              </Link>
            )}
          </p>
          <p className="prose-note yui-seal">{text.hash(file.sha256)}</p>
        </>
      ) : (
        <p>{text.notYet}</p>
      )}
    </Section>
  )
}
