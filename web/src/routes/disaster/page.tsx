import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useMoment, useReadAgain } from '../../features/disasters/ages.ts'
import { Board_event, type Board } from '../../features/disasters/board-data.ts'
import { BoardMap } from '../../features/disasters/BoardMap.tsx'
import { BoardTable } from '../../features/disasters/BoardTable.tsx'
import { CloseEvent } from '../../features/disasters/acts.ts'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { LateSection } from '../../features/disasters/LateSection.tsx'
import { ConfirmDialog } from '../../features/identity/ConfirmDialog.tsx'
import { readFragment } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { connection } from '../../lib/connection.ts'
import { formatMoment, formatTime } from '../../lib/dates.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useLanguage } from '../../lib/language.ts'
import { useStore } from '../../lib/store.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { useOutputsText } from '../../locales/outputs.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const DisasterPage_query = graphql(`
  query DisasterPage($eventId: ID!) {
    disasterBoard(eventId: $eventId) {
      ...Board_event
    }
  }
`)

const route = getRouteApi('/disasters/$eventId')

/** The live board of an event: who is late, then every facility. */
export function DisasterPage() {
  const { eventId } = route.useParams()
  const text = useDisastersText()
  const [result, readAgain] = useKeptQuery({ query: DisasterPage_query, variables: { eventId } })
  const again = useCallback(() => readAgain({ requestPolicy: 'network-only' }), [readAgain])
  return (
    <Loaded result={result} retry={again} lines={20}>
      {({ disasterBoard }) =>
        disasterBoard ? (
          <LiveBoard board={readFragment(Board_event, disasterBoard)} readAgain={again} />
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }
    </Loaded>
  )
}

function LiveBoard({ board, readAgain }: { board: Board; readAgain: () => void }) {
  const words = useDisastersText()
  const text = words.board
  const { title: assignmentTitle } = useAssignmentText()
  const { title: outputsTitle } = useOutputsText()
  const language = useLanguage()
  const now = useMoment(board.clockRate, board.closedAt)
  useReadAgain(readAgain, board.clockRate, board.closedAt !== null)
  const { eventId, totals } = board
  const { view }: { view?: 'map' } = route.useSearch()
  const canReport = board.rows.some(({ can }) => can.includes('REPORT'))
  return (
    <div className="yui-dz">
      <EventBand event={board} />
      <PageHead
        title={headingOf(board, text.title)}
        sample={board.sample}
        lead={
          board.closedAt ? (
            <p>{text.isOver(formatMoment(board.closedAt, language))}</p>
          ) : (
            <LiveState readAt={board.readAt} />
          )
        }
        actions={<PrintButton />}
      />
      <dl className="yui-dz-figures">
        <Total label={text.figures.open} count={totals.open} unit={text.places} />
        <Total label={text.figures.full} count={totals.full} unit={text.places} />
        <Total label={text.figures.day} count={totals.day} unit={text.persons} />
        <Total label={text.figures.night} count={totals.night} unit={text.persons} />
        <Total label={text.figures.free} count={totals.nightFree} unit={text.persons} />
        <Total label={text.figures.late} count={totals.late} unit={text.places} />
      </dl>
      <div className="mt-4 yui-no-print">
        <Buttons>
          {canReport && (
            <LinkButton kind="main" to="/disasters/$eventId/report" params={{ eventId }}>
              {words.goReport}
            </LinkButton>
          )}
          {board.viewerConducts && (
            <LinkButton to="/disasters/$eventId/assignment" params={{ eventId }}>
              {assignmentTitle}
            </LinkButton>
          )}
          <LinkButton to="/disasters/$eventId/outputs" params={{ eventId }}>
            {outputsTitle}
          </LinkButton>
          <LinkButton to="/disasters/$eventId/review" params={{ eventId }}>
            {words.goReview}
          </LinkButton>
          <LinkButton to="/disasters/paper" search={{ event: eventId }}>
            {words.paper.title}
          </LinkButton>
          {board.viewerConducts && !board.closedAt && <EndEvent board={board} />}
        </Buttons>
      </div>
      {!board.closedAt && <LateSection board={board} />}
      <Choices label={text.views.label}>
        <Link
          to="/disasters/$eventId"
          params={{ eventId }}
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={!view || undefined}
        >
          {text.views.list}
        </Link>
        <Link
          to="/disasters/$eventId"
          params={{ eventId }}
          search={{ view: 'map' }}
          activeOptions={{ exact: true }}
          aria-current={view === 'map' || undefined}
        >
          {text.views.map}
        </Link>
      </Choices>
      {view === 'map' ? <BoardMap board={board} /> : <BoardTable board={board} now={now} />}
      <p className="yui-print-only">
        {text.printed(board.drill ? words.mark : '')}
        {board.network}　{board.helpPhone}
      </p>
    </div>
  )
}

function Total({ label, count, unit }: { label: string; count: number; unit: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{count}</b> {unit}
      </dd>
    </div>
  )
}

/** Of when the board is, and whether the server can be heard, in words. */
function LiveState({ readAt }: { readAt: string }) {
  const text = useDisastersText().board
  const { lost, heardAt } = useStore(connection)
  const read = new Date(readAt)
  return (
    <p>
      <b>{text.asOf(formatTime(heardAt > read ? heardAt : read))}</b>
      {'　'}
      <output>{lost ? text.disconnected : text.connected}</output>
    </p>
  )
}

function EndEvent({ board }: { board: Board }) {
  const text = useDisastersText().board
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const close = useCommand(CloseEvent)
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)}>
        {text.close}
      </Button>
      <ConfirmDialog
        title={text.closeTitle}
        body={text.closeBody}
        submit={text.close}
        open={open}
        onClose={() => setOpen(false)}
        send={() =>
          close({ input: { disasterEventId: board.eventId, note: note.trim(), version: board.version } })
        }
        onDone={() => announce(text.closed)}
      >
        <Field label={text.handOver} support={text.handOverSupport}>
          {(control) => (
            <textarea
              {...control}
              className="yui-input"
              rows={3}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </ConfirmDialog>
    </>
  )
}
