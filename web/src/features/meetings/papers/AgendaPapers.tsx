import { useState, type ComponentType } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button } from '../../../ui/Button/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../../ui/Link/Link.tsx'
import { isSettled, numbersOf } from '../agenda.ts'
import { NewPaper, PaperOfShelf } from './AddPaper.tsx'
import { PaperLine, papersOf, Receipts, type PaperRead, type PapersRead } from './PaperList.tsx'

const AgendaPapers_meeting = graphql(`
  fragment AgendaPapers_meeting on Meeting {
    id
    state
    platform {
      id
    }
    items(first: 60) {
      nodes {
        id
        kind
        title
        state
      }
    }
    viewerCan {
      layPapers {
        allowed
      }
    }
  }
`)

const Detach = graphql(`
  mutation AgendaPapers_detach($input: DetachAgendaPaperInput!) {
    detachAgendaPaper(input: $input) {
      ... on DetachAgendaPaperPayload {
        agendaItem {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Arrange = graphql(`
  mutation AgendaPapers_arrange($input: ArrangeAgendaPapersInput!) {
    arrangeAgendaPapers(input: $input) {
      ... on ArrangeAgendaPapersPayload {
        agendaItem {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface AgendaPapersProps {
  meeting: FragmentType<typeof AgendaPapers_meeting>
  papers: PapersRead
  /** Sends a file to the shelf as a document's newest version; the shelf is another part of the portal. */
  upload: ComponentType<{ documentId: string; onArrived: () => void }>
  onChanged: () => void
}

/** All papers of a meeting by item: to be opened by everybody, to be laid there by the secretariat. */
export function AgendaPapers({ meeting: given, papers, upload, onChanged }: AgendaPapersProps) {
  const text = useMeetingsText()
  const meeting = readFragment(AgendaPapers_meeting, given)
  const [placed, place] = useState<string>()
  const items = meeting.items.nodes
  const numbers = numbersOf(items)
  const open = meeting.state === 'DRAFT' || meeting.state === 'NOTICED' || meeting.state === 'OPEN'
  if (items.length === 0) return <p>{text.papers.noItems}</p>
  return (
    <ol className="yui-notice-agenda">
      {items.map((item) => {
        const lying = papersOf(papers, item.id)
        const name = text.numbered(item.kind, numbers.get(item.id) ?? 0)
        const lays = meeting.viewerCan.layPapers.allowed && open && !isSettled(item.state)
        return (
          <li key={item.id}>
            <p className="yui-notice-agenda__number">{name}</p>
            <h3>{item.title}</h3>
            {lying.length === 0 ? (
              <p className="prose-sub">{lays ? text.papers.noneYet : text.papers.none}</p>
            ) : (
              <ul className="yui-papers" aria-label={text.papers.of(name)}>
                {lying.map((paper, n) => (
                  <li key={paper.paperId}>
                    <PaperLine paper={paper} onOpened={onChanged} />
                    {lays ? (
                      <LaidPaper
                        paper={paper}
                        before={lying.map(({ paperId }) => paperId)}
                        place={n}
                        called={meeting.state !== 'DRAFT'}
                        isNew={paper.paperId === placed}
                        upload={upload}
                        onChanged={onChanged}
                      />
                    ) : (
                      <Receipts paper={paper} />
                    )}
                  </li>
                ))}
              </ul>
            )}
            {lays && (
              <div className="yui-no-print mt-3">
                <Disclosure summary={text.papers.add(name)}>
                  <h4 className="prose-strong mt-3">{text.papers.newPaper}</h4>
                  <NewPaper
                    itemId={item.id}
                    onPlaced={(paperId) => {
                      place(paperId)
                      onChanged()
                    }}
                  />
                  <h4 className="prose-strong mt-8">{text.papers.shelf}</h4>
                  <PaperOfShelf
                    itemId={item.id}
                    platformId={meeting.platform?.id ?? ''}
                    lying={new Set(lying.map(({ documentId }) => documentId))}
                    onAttached={onChanged}
                  />
                </Disclosure>
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

interface LaidPaperProps extends Pick<AgendaPapersProps, 'upload' | 'onChanged'> {
  paper: PaperRead
  /** The papers of the item in their order, and the place of this one among them. */
  before: readonly string[]
  place: number
  /** The notice is out. */
  called: boolean
  /** It was placed a moment ago: its file comes next. */
  isNew: boolean
}

/** What the secretariat does with a paper: its file, its next version, or taking it off. */
function LaidPaper({ paper, before, place, called, isNew, upload: Upload, onChanged }: LaidPaperProps) {
  const { papers: text, of } = useMeetingsText()
  const detach = useCommand(Detach)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const take = async () => {
    setBusy(true)
    const result = await detach({ input: { agendaPaperId: paper.paperId } })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(text.detached)
    onChanged()
  }
  const arrange = useCommand(Arrange)
  const move = async (to: number) => {
    const order = before.toSpliced(place, 1).toSpliced(to, 0, paper.paperId)
    setBusy(true)
    const result = await arrange({ input: { agendaItemId: paper.itemId, agendaPaperIds: order } })
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(text.moved(paper.title, to + 1))
    onChanged()
  }
  const hasFile = paper.versionId !== null
  return (
    <>
      {!paper.forMembers && hasFile && (
        <p className="prose-sub">{called ? text.hiddenNow : text.officersOnly}</p>
      )}
      <Receipts paper={paper} />
      {!paper.deleted && (
        <Disclosure summary={hasFile ? text.newVersion : text.file} open={isNew && !hasFile}>
          <Upload documentId={paper.documentId} onArrived={onChanged} />
        </Disclosure>
      )}
      <p className="yui-papers__acts yui-no-print">
        <Link to="/network/documents/$documentId" params={{ documentId: paper.documentId }}>
          {text.toShelf}
          <span className="sr-only">{of(paper.title)}</span>
        </Link>
        {place > 0 && (
          <Button kind="text" busy={busy} onClick={() => void move(place - 1)}>
            {text.moveUp}
            <span className="sr-only">{of(paper.title)}</span>
          </Button>
        )}
        {place < before.length - 1 && (
          <Button kind="text" busy={busy} onClick={() => void move(place + 1)}>
            {text.moveDown}
            <span className="sr-only">{of(paper.title)}</span>
          </Button>
        )}
        <Button kind="text" busy={busy} onClick={() => void take()}>
          {text.detach}
          <span className="sr-only">{of(paper.title)}</span>
        </Button>
      </p>
      <RefusedNotice outcome={outcome} />
    </>
  )
}
