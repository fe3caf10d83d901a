import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Failure } from '../../../lib/problems.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { useReviewText } from '../../../locales/review.ts'
import { useUiText } from '../../../locales/ui.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'

const Take = graphql(`
  mutation TakeBack_takeBackMatchDecision($input: TakeBackMatchDecisionInput!) {
    takeBackMatchDecision(input: $input) {
      __typename
      ... on TakeBackMatchDecisionPayload {
        matchProposal {
          id
          state
          postponed
          decidedAt
          version
        }
      }
      ...Refusal
    }
  }
`)

interface TakeBackProps {
  id: string
  name: string
  onDone: () => void
}

/** Takes a decision back; what it changed is as before. */
export function TakeBack({ id, name, onDone }: TakeBackProps) {
  const text = useReviewText()
  const ui = useUiText()
  const ruleText = useRuleText()
  const send = useCommand(Take)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [refusal, setRefusal] = useState<string>()
  const take = async () => {
    setBusy(true)
    setFailure(undefined)
    setRefusal(undefined)
    const outcome = await send({ input: { matchProposalId: id } })
    setBusy(false)
    if (outcome.kind === 'done') {
      announce(text.takenBack(name))
      onDone()
    } else if (outcome.kind === 'failed') setFailure(outcome.failure)
    else
      setRefusal(
        outcome.problem.__typename === 'ConflictProblem' ? ui.changedByOther : ruleText(outcome.problem.code),
      )
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      {refusal && (
        <Notice kind="bad">
          <p>{refusal}</p>
        </Notice>
      )}
      <Button kind="text" busy={busy} onClick={() => void take()}>
        {text.takeBack}
        <span className="sr-only">（{name}）</span>
      </Button>
    </>
  )
}
