import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { PaperList_PaperFragment } from '../../../generated/graphql.ts'
import { formatDate } from '../../../lib/dates.ts'
import { sizeOf } from '../../../lib/file-size.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { SaveFileButton } from '../SaveFileButton.tsx'
import { ReceiptTable } from './ReceiptTable.tsx'

const PaperList_paper = graphql(`
  fragment PaperList_paper on MeetingPaper {
    paperId
    itemId
    documentId
    title
    forMembers
    deleted
    versionId
    number
    fileName
    size
    note
    arrivedAt
    news
    ownOpenedAt
    unread
    receipts {
      voterId
      name
      openedAt
      olderNumber
    }
  }
`)

/** The papers of a meeting, as its pages read them. */
export type PapersRead = readonly FragmentType<typeof PaperList_paper>[]
export type PaperRead = PaperList_PaperFragment

/** The papers that lie before one item. */
export const papersOf = (papers: PapersRead, itemId: string): PaperRead[] =>
  readFragment(PaperList_paper, papers).filter((paper) => paper.itemId === itemId)

/** How many papers one's own corporation has not opened. */
export const unreadIn = (papers: PapersRead): number =>
  readFragment(PaperList_paper, papers).filter(({ unread }) => unread).length

interface PaperListProps {
  papers: readonly PaperRead[]
  /** 議案第1号, for whoever does not see the list below its item. */
  of: string
  onOpened: () => void
}

/** The papers of an item: what each is, whether one has opened it, and for the officers who has. */
export function PaperList({ papers, of, onOpened }: PaperListProps) {
  const text = useMeetingsText().papers
  if (papers.length === 0) return null
  return (
    <ul className="yui-papers" aria-label={text.of(of)}>
      {papers.map((paper) => (
        <li key={paper.paperId}>
          <PaperLine paper={paper} onOpened={onOpened} />
          <Receipts paper={paper} />
        </li>
      ))}
    </ul>
  )
}

/** One paper in words, with the button that opens it. */
export function PaperLine({ paper, onOpened }: { paper: PaperRead; onOpened: () => void }) {
  const meetingsText = useMeetingsText()
  const text = meetingsText.papers
  const language = useLanguage()
  const { title, versionId, number, fileName, size, note, arrivedAt, news, deleted } = paper
  return (
    <div className="yui-papers__line">
      <div>
        <p className="yui-papers__title">
          <b>{title}</b>
          {paper.unread && <span className="yui-papers__unread">{text.unread}</span>}
        </p>
        {news && <p className="prose-strong">{text.news[news]}</p>}
        {deleted ? (
          <p className="prose-sub">{text.deleted}</p>
        ) : versionId === null ? (
          <p className="prose-sub">{text.noFile}</p>
        ) : (
          <p className="prose-sub">
            {[
              text.version(number ?? 0),
              arrivedAt && formatDate(arrivedAt, language),
              size !== null && sizeOf(size),
              paper.ownOpenedAt && text.read(formatDate(paper.ownOpenedAt, language)),
            ]
              .filter(Boolean)
              .join(meetingsText.between)}
          </p>
        )}
        {note && <p className="prose-sub">{text.note(note)}</p>}
      </div>
      {versionId !== null && !deleted && (
        <div className="yui-no-print">
          <SaveFileButton
            path={`/api/documents/versions/${encodeURIComponent(versionId)}`}
            name={fileName ?? title}
            kind={paper.unread ? 'plain' : 'text'}
            aria-label={text.openOf(title)}
            onSaved={onOpened}
          >
            {text.open}
          </SaveFileButton>
        </div>
      )}
    </div>
  )
}

/** Who of the roll has opened a paper; nothing for whoever may not know, and before there is a roll. */
export function Receipts({ paper: { title, versionId, receipts } }: { paper: PaperRead }) {
  const text = useMeetingsText().papers
  if (!receipts || receipts.length === 0 || versionId === null) return null
  const opened = receipts.filter(({ openedAt }) => openedAt !== null).length
  return (
    <Disclosure summary={text.opened(opened, receipts.length)}>
      <ReceiptTable title={title} receipts={receipts} />
    </Disclosure>
  )
}
