import { useMistakesText } from '../../../locales/mistakes.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'

/** Above a record: the public says that something on its page is wrong. Shown to whoever may correct it. */
export function MistakeNotice({ count }: { count: number }) {
  const text = useMistakesText()
  if (count === 0) return null
  return (
    <Notice>
      <p>
        {text.waiting(count)} <Link to="/mistakes">{text.look}</Link>
      </p>
    </Notice>
  )
}
