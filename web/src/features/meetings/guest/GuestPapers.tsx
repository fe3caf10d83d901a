import { formatMoment } from '../../../lib/dates.ts'
import { sizeOf } from '../../../lib/file-size.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingGuestText } from '../../../locales/meeting-guest.ts'
import { SaveFileButton } from '../SaveFileButton.tsx'

interface GuestPapersProps {
  /** The secret of the link. */
  token: string
  /** Title of the item. */
  of: string
  papers: readonly {
    versionId: string
    title: string
    fileName: string
    size: number
    openedAt: string | null
  }[]
  onOpened: () => void
}

/** The papers of an item, for an invited body; each opens by the secret of the link. */
export function GuestPapers({ token, of, papers, onOpened }: GuestPapersProps) {
  const text = useMeetingGuestText()
  const language = useLanguage()
  if (papers.length === 0) return null
  return (
    <ul className="yui-papers" aria-label={text.papersOf(of)}>
      {papers.map(({ versionId, title, fileName, size, openedAt }) => (
        <li key={versionId}>
          <div className="yui-papers__line">
            <div>
              <p className="yui-papers__title">
                <b>{title}</b>
              </p>
              <p className="prose-sub">
                {sizeOf(size)}
                {openedAt && `　${text.opened(formatMoment(openedAt, language))}`}
              </p>
            </div>
            <div className="yui-no-print">
              <SaveFileButton
                path={`/api/meeting-guest/papers/${encodeURIComponent(versionId)}`}
                name={fileName}
                headers={{ 'x-yui-guest': token }}
                kind={openedAt ? 'text' : 'plain'}
                aria-label={text.openOf(title)}
                onSaved={onOpened}
              >
                {text.open}
              </SaveFileButton>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
