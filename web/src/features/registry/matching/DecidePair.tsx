import { useCallback, useEffect, useId, useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import type { MatchDecision, MatchKind, MatchState } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Failure } from '../../../lib/problems.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { useReviewText } from '../../../locales/review.ts'
import { useUiText } from '../../../locales/ui.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Input } from '../../../ui/TextField/Input.tsx'

const Decide = graphql(`
  mutation DecidePair_decideMatch($input: DecideMatchInput!) {
    decideMatch(input: $input) {
      __typename
      ... on DecideMatchPayload {
        matchProposal {
          id
          state
          postponed
          note
          decidedAt
          version
        }
      }
      ...Refusal
    }
  }
`)

const DECISIONS: readonly MatchDecision[] = ['SAME', 'DIFFERENT', 'LATER']

interface DecidePairProps {
  pair: { id: string; kind: MatchKind; state: MatchState; version: number }
  onDecided: (decision: MatchDecision) => void
  /** Somebody else was faster. */
  onConflict: () => void
}

/** 同じ, 別のもの, あとで: three buttons, or the keys 1, 2 and 3. */
export function DecidePair({ pair, onDecided, onConflict }: DecidePairProps) {
  const text = useReviewText()
  const ui = useUiText()
  const ruleText = useRuleText()
  const send = useCommand(Decide)
  const hint = useId()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [refusal, setRefusal] = useState<string>()
  const { id, version, state } = pair
  // What the portal has linked does not wait, so it is not put off.
  const choices = state === 'OPEN' ? DECISIONS : DECISIONS.slice(0, 2)
  const mayPostpone = state === 'OPEN'

  const decide = useCallback(
    async (decision: MatchDecision) => {
      setBusy(true)
      setFailure(undefined)
      setRefusal(undefined)
      const input = {
        matchProposalId: id,
        decision,
        note: note || undefined,
        version,
        idempotencyKey: crypto.randomUUID(),
      }
      const outcome = await send({ input })
      setBusy(false)
      if (outcome.kind === 'done') {
        setNote('')
        onDecided(decision)
      } else if (outcome.kind === 'failed') setFailure(outcome.failure)
      else if (outcome.problem.__typename === 'ConflictProblem') {
        setRefusal(ui.changedByOther)
        onConflict()
      } else setRefusal(ruleText(outcome.problem.code))
    },
    [id, version, note, send, onDecided, onConflict, ruleText, ui.changedByOther],
  )

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const decision = DECISIONS[Number(event.key) - 1]
      if (!decision || (decision === 'LATER' && !mayPostpone) || busy) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      // While somebody types or answers a dialog, a number is a number.
      const target = event.target as HTMLElement | null
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return
      void decide(decision)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [busy, decide, mayPostpone])

  const words = { SAME: text.same, DIFFERENT: text.different, LATER: text.later }
  const merges = pair.kind === 'FACILITY_FACILITY' || pair.kind === 'CORPORATION_CORPORATION'
  return (
    <div className="yui-no-print mt-8">
      {failure && <FailureNotice failure={failure} />}
      {refusal && (
        <Notice kind="bad">
          <p>{refusal}</p>
        </Notice>
      )}
      <Disclosure summary={text.addNote}>
        <Field label={text.note} required={false} support={text.noteSupport}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      </Disclosure>
      <div className="mt-4">
        <Buttons wide>
          {choices.map((decision, n) => (
            <Button
              key={decision}
              kind={decision === 'SAME' ? 'main' : 'plain'}
              size="big"
              busy={busy}
              aria-describedby={hint}
              aria-keyshortcuts={String(n + 1)}
              onClick={() => void decide(decision)}
            >
              {words[decision]}
            </Button>
          ))}
        </Buttons>
      </div>
      <p className="mt-3 prose-note" id={hint}>
        {merges ? text.mergeLater : text.linkNow}
        <span className="yui-wide">{text.keys}</span>
      </p>
    </div>
  )
}
