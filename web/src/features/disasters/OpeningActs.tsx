import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import type { CannotOpenReason } from '../../generated/graphql.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'
import {
  Answer,
  CloseShelter,
  Decide,
  DeFacto,
  Fill,
  OpenShelter,
  Request,
  Resume,
  Withdraw,
} from './acts.ts'
import { takesPeople, type BoardLine } from './board-data.ts'
import { FiguresForm } from './FiguresForm.tsx'
import { Glyph } from './Glyph.tsx'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'

const REASONS: readonly CannotOpenReason[] = [
  'STAFF',
  'BUILDING',
  'POWER',
  'WATER',
  'OWN_USERS',
  'ACCESS',
  'INFECTION',
  'OTHER',
]
const WAITS = ['0', '30', '60', '120', '180'] as const

interface OpeningActsProps {
  eventId: string
  line: BoardLine
  needs: readonly string[]
  clockRate: number
}

/** What can be done with an opening now, by whoever looks; one tap each. */
export function OpeningActs({ eventId, line, needs, clockRate }: OpeningActsProps) {
  const words = useDisastersText()
  const text = words.shelter
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)
  const [closing, setClosing] = useState(false)
  const request = useCommand(Request)
  const answer = useCommand(Answer)
  const decide = useCommand(Decide)
  const open = useCommand(OpenShelter)
  const deFacto = useCommand(DeFacto)
  const fill = useCommand(Fill)
  const resume = useCommand(Resume)
  const close = useCommand(CloseShelter)
  const withdraw = useCommand(Withdraw)

  const act = async (sending: Promise<Outcome<unknown>>, done: string) => {
    setBusy(true)
    const result = await sending
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(done)
  }
  const { state, calledFacilityId, can } = line
  const conducts = can.includes('CONDUCT')
  const reports = can.includes('REPORT')
  const opening = { shelterOpeningId: line.openingId ?? '', version: line.openingVersion ?? 0 }
  const idle = state === null || state === 'CANNOT' || state === 'WITHDRAWN' || state === 'CLOSED'
  const answerable = state === 'REQUESTED' || state === 'CAN' || state === 'CANNOT'
  return (
    <>
      <RefusedNotice outcome={outcome} />
      {idle && conducts && (
        <div className="yui-dz-stack">
          <ActingStatement>{text.requestStatement}</ActingStatement>
          <Button
            kind="main"
            busy={busy}
            onClick={() => void act(request({ input: { calledFacilityId, note: '' } }), text.requested)}
          >
            {text.request}
          </Button>
        </div>
      )}
      {answerable && reports && (
        <section className="yui-dz-ask" aria-labelledby="answer">
          <h2 id="answer">{text.answerTitle}</h2>
          <p className="prose-sub">{text.answerLead}</p>
          <div className="yui-dz-options">
            <Choice
              glyph="yes"
              busy={busy}
              onChoose={() =>
                void act(answer({ input: { ...opening, answer: 'CAN', note: '' } }), text.answered)
              }
            >
              {text.can}
            </Choice>
          </div>
          <h3 className="mt-6">{text.cannotTitle}</h3>
          <div className="yui-dz-options">
            {REASONS.map((reason) => (
              <Choice
                key={reason}
                glyph="no"
                busy={busy}
                onChoose={() =>
                  void act(
                    answer({ input: { ...opening, answer: 'CANNOT', reason, note: '' } }),
                    text.answered,
                  )
                }
              >
                {words.reasons[reason]}
              </Choice>
            ))}
          </div>
        </section>
      )}
      {state === 'CAN' && conducts && (
        <section className="yui-dz-ask" aria-labelledby="decide">
          <h2 id="decide">{text.decideTitle}</h2>
          <p className="prose-sub">
            {text.decideLead}
            {text.decideWhen}
          </p>
          <div className="yui-dz-options">
            {WAITS.map((wait) => (
              <Choice
                key={wait}
                glyph="half"
                busy={busy}
                onChoose={() =>
                  void act(
                    decide({ input: { ...opening, opensAt: later(Number(wait), clockRate), note: '' } }),
                    text.decided,
                  )
                }
              >
                {text.decideOptions[wait]}
              </Choice>
            ))}
          </div>
        </section>
      )}
      <div className="yui-dz-stack">
        {state === 'DECIDED' && reports && (
          <Button kind="main" busy={busy} onClick={() => void act(open({ input: opening }), text.opened)}>
            {text.open}
          </Button>
        )}
        {state === 'OPEN' && reports && (
          <Button busy={busy} onClick={() => void act(fill({ input: opening }), text.done)}>
            {text.full}
          </Button>
        )}
        {state === 'FULL' && reports && (
          <Button busy={busy} onClick={() => void act(resume({ input: opening }), text.done)}>
            {text.resume}
          </Button>
        )}
        {takesPeople(line) && reports && <Button onClick={() => setClosing(true)}>{text.close}</Button>}
        {!takesPeople(line) && reports && (
          <Button
            busy={busy}
            onClick={() => void act(deFacto({ input: { calledFacilityId, note: '' } }), text.deFactoDone)}
          >
            {text.deFacto}
          </Button>
        )}
        {conducts && (answerable || state === 'DECIDED') && (
          <Button
            kind="text"
            busy={busy}
            onClick={() => void act(withdraw({ input: { ...opening, note: '' } }), text.withdrawn)}
          >
            {text.withdraw}
          </Button>
        )}
      </div>
      {takesPeople(line) && reports && line.openingId && (
        <FiguresForm
          key={line.openingId}
          openingId={line.openingId}
          facility={line.name}
          path={`/disasters/${eventId}/shelters/${line.calledFacilityId}`}
          needs={needs}
        />
      )}
      <ConfirmDialog
        title={text.closeTitle}
        body={text.closeBody(line.day.count ?? 0)}
        submit={text.close}
        open={closing}
        onClose={() => setClosing(false)}
        send={() => close({ input: { ...opening, note: '' } })}
        onDone={() => announce(text.closedDone)}
      />
    </>
  )
}

/** A moment some minutes of the event ahead; null = as soon as it can. */
const later = (minutes: number, clockRate: number): string | null =>
  minutes === 0 ? null : new Date(Date.now() + (minutes * 60_000) / clockRate).toISOString()

interface ChoiceProps {
  glyph: 'yes' | 'no' | 'half'
  busy: boolean
  onChoose: () => void
  children: string
}

function Choice({ glyph, busy, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      className="yui-dz-option"
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) onChoose()
      }}
    >
      <Glyph name={glyph} />
      {children}
    </button>
  )
}
