import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Unsent } from '../../lib/offline/errand.ts'
import type { Entry } from '../../lib/offline/outbox.ts'
import { theOutbox } from '../../lib/offline/the-outbox.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { useOutboxText } from '../../locales/outbox.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { useFailureText } from '../../ui/Notice/failure-text.ts'
import { Section } from '../../ui/Page/Page.tsx'

interface OutboxListProps {
  entries: readonly Entry[]
}

/** What was refused and why, what waits, what has arrived. */
export function OutboxList({ entries }: OutboxListProps) {
  const text = useOutboxText()
  const refused = entries.filter(({ state }) => state === 'REFUSED')
  const waiting = entries.filter(({ state }) => state === 'WAITING' || state === 'SENDING')
  const unarrivedBefore = (entry: Entry) =>
    entries
      .slice(0, entries.indexOf(entry))
      .some(({ lane, state }) => lane === entry.lane && state !== 'ARRIVED')
  const arrived = entries.filter(({ state }) => state === 'ARRIVED').toReversed()
  return (
    <>
      {refused.length > 0 && (
        <Section title={text.refused}>
          <p>{text.refusedLead}</p>
          <Lines>
            {refused.map((entry) => (
              <Unarrived key={entry.id} entry={entry} behind={false} />
            ))}
          </Lines>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={text.waiting}>
          <SendNow />
          <Lines>
            {waiting.map((entry) => (
              <Unarrived key={entry.id} entry={entry} behind={unarrivedBefore(entry)} />
            ))}
          </Lines>
        </Section>
      )}
      {arrived.length > 0 && (
        <Section title={text.arrived}>
          <Lines>
            {arrived.map((entry) => (
              <Arrived key={entry.id} entry={entry} />
            ))}
          </Lines>
        </Section>
      )}
    </>
  )
}

function SendNow() {
  const text = useOutboxText()
  const userId = useStore(signedInUser)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (!userId) return
    setBusy(true)
    await (await theOutbox()).kick(userId, { atOnce: true })
    setBusy(false)
  }
  return (
    <Buttons>
      <Button busy={busy} onClick={() => void send()}>
        {text.sendNow}
      </Button>
    </Buttons>
  )
}

function Unarrived({ entry, behind }: { entry: Entry; behind: boolean }) {
  const text = useOutboxText()
  const language = useLanguage()
  const reasonsOf = useReasons()
  const { id, title, path, state, createdAt, tries, outcome } = entry
  const isFault = outcome?.kind === 'failed' && outcome.failure.kind === 'FAULT'
  return (
    <li>
      <p className="prose-strong">{title}</p>
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon name={state === 'REFUSED' ? 'alert' : 'clock'} size="small" />
        {text.states[state]}
        <span className="prose-note">
          {text.writtenAt(formatMoment(new Date(createdAt).toISOString(), language))}
        </span>
      </p>
      {outcome && (
        <ul>
          {reasonsOf(outcome).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {state !== 'REFUSED' && isFault && <p className="prose-note">{text.tries(tries)}</p>}
      {behind && <p className="prose-note">{text.behind}</p>}
      {state !== 'SENDING' && (
        <Buttons>
          {state === 'REFUSED' && <PathLink path={path}>{text.correct}</PathLink>}
          <Discard id={id} title={title} />
        </Buttons>
      )}
    </li>
  )
}

function Arrived({ entry: { title, settledAt } }: { entry: Entry }) {
  const text = useOutboxText()
  const language = useLanguage()
  return (
    <li>
      <p className="prose-strong">{title}</p>
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon name="check" size="small" />
        {text.states.ARRIVED}
        {settledAt !== null && (
          <span className="prose-note">
            {text.arrivedAt(formatMoment(new Date(settledAt).toISOString(), language))}
          </span>
        )}
      </p>
    </li>
  )
}

/** Takes an entry away unsent, after a question. */
function Discard({ id, title }: Pick<Entry, 'id' | 'title'>) {
  const text = useOutboxText()
  const userId = useStore(signedInUser)
  const [asking, setAsking] = useState(false)
  const discard = async () => {
    setAsking(false)
    if (!userId) return
    await (await theOutbox()).discard(userId, id)
    announce(text.discarded)
  }
  return (
    <>
      <Button kind="text" onClick={() => setAsking(true)}>
        {text.discard}
        <span className="sr-only">（{title}）</span>
      </Button>
      <Dialog title={text.discardTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{text.discardBody(title)}</p>
        <Buttons wide>
          <Button kind="danger" onClick={() => void discard()}>
            {text.discardAnyway}
          </Button>
          <Button onClick={() => setAsking(false)}>{text.keep}</Button>
        </Buttons>
      </Dialog>
    </>
  )
}

/** Why an entry has not gone through, as the form it came from would say it. */
function useReasons(): (outcome: Unsent) => string[] {
  const text = useOutboxText()
  const { issues, changedByOther } = useUiText()
  const ruleText = useRuleText()
  const failureText = useFailureText()
  return (outcome) => {
    if (outcome.kind === 'failed') {
      // While there is no line, the notice at the top says so; that it waits is no news.
      if (outcome.failure.kind === 'OFFLINE') return []
      return [outcome.failure.kind === 'SIGNED_OUT' ? text.signedOut : failureText(outcome.failure)]
    }
    const { problem } = outcome
    if (problem.__typename === 'ConflictProblem') return [changedByOther]
    if (problem.__typename === 'ValidationProblem')
      return problem.issues.map(({ path, message }) => issues.elsewhere(path.join('.'), message))
    return [problem.code === 'OUTBOX_TOO_OLD' ? text.tooOld : ruleText(problem.code)]
  }
}
