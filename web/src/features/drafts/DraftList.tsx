import { useEffect, useState } from 'react'
import { formatMoment } from '../../lib/dates.ts'
import { listDrafts, onDraftsChanged, type Draft } from '../../lib/drafts.ts'
import { useLanguage } from '../../lib/language.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { useHomeText } from '../../locales/home.ts'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { AsideBox } from '../../ui/Page/Page.tsx'

/** Forms that were begun on this device, in the narrow column; nothing when there are none. */
export function DraftList() {
  const text = useHomeText()
  const language = useLanguage()
  const drafts = useDrafts()
  if (drafts.length === 0) return null
  return (
    <AsideBox title={text.drafts}>
      <ul>
        {drafts.map(({ key, title, path, savedAt }) => (
          <li key={key}>
            <PathLink path={path}>{title}</PathLink>
            <br />
            <span className="prose-note">{text.savedAt(formatMoment(savedAt.toISOString(), language))}</span>
          </li>
        ))}
      </ul>
    </AsideBox>
  )
}

function useDrafts(): readonly Draft[] {
  const userId = useStore(signedInUser)
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  useEffect(() => {
    if (!userId) return
    let gone = false
    const read = () => void listDrafts(userId).then((found) => gone || setDrafts(found))
    read()
    const stop = onDraftsChanged(read)
    return () => {
      gone = true
      stop()
    }
  }, [userId])
  return userId ? drafts : []
}
