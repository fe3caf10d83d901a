import { Link } from '../../../ui/Link/Link.tsx'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { numbersOf, type Numbered } from '../agenda.ts'
import { ItemState } from '../ItemState.tsx'
import type { AgendaState } from '../../../generated/graphql.ts'
import { papersOf, type PapersRead } from '../papers/PaperList.tsx'
import type { RoomItemFigures } from './room-data.ts'

interface RoomAgendaProps {
  meetingId: string
  items: readonly (Numbered & { title: string; state: AgendaState })[]
  figures: readonly RoomItemFigures[]
  papers: PapersRead
  chosenId: string | undefined
}

/** 議事次第: every item with how far it is and its quorum; a press shows it. */
export function RoomAgenda({ meetingId, items, figures, papers, chosenId }: RoomAgendaProps) {
  const text = useMeetingsText()
  const numbers = numbersOf(items)
  return (
    <ol>
      {items.map((item) => {
        const room = figures.find(({ itemId }) => itemId === item.id)
        const quorum = room?.quorum[0]
        const lying = papersOf(papers, item.id)
        return (
          <li key={item.id}>
            <Link
              to="/network/meetings/$meetingId/room"
              params={{ meetingId }}
              search={{ item: item.id }}
              resetScroll={false}
              aria-current={item.id === chosenId ? 'true' : undefined}
            >
              <span className="yui-agenda__line">
                <span>{text.numbered(item.kind, numbers.get(item.id) ?? 0)}</span>
                <ItemState state={item.state} outcome={room?.outcome ?? null} />
              </span>
              <b>{item.title}</b>
              <span className="yui-agenda__line">
                {quorum ? (
                  <>
                    <span>{text.room.presentOf(quorum.have, quorum.needed)}</span>
                    <span>
                      {quorum.spare < 0 ? text.room.short(-quorum.spare) : text.room.spareOf(quorum.spare)}
                    </span>
                  </>
                ) : (
                  <span>{item.kind === 'REPORT' ? text.nothingDecided : ''}</span>
                )}
              </span>
              {lying.length > 0 && (
                <span className="yui-agenda__line">
                  {text.papers.count(lying.length, lying.filter(({ unread }) => unread).length)}
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
