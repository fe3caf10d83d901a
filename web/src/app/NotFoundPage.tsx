import { useShellText } from '../locales/shell.ts'
import { Link } from '../ui/Link/Link.tsx'
import { PageHead, Prose } from '../ui/Page/Page.tsx'

/** There is no such page, or it may not be seen. */
export function NotFoundPage() {
  const text = useShellText().notFound
  return (
    <>
      <PageHead title={text.title} />
      <Prose>
        <p>{text.body}</p>
        <p>
          <Link to="/">{text.home}</Link>
        </p>
      </Prose>
    </>
  )
}
