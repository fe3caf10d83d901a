import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

const TakeOver_send = graphql(`
  mutation TakeOverDesignations($input: TakeOverDesignationsInput!) {
    takeOverDesignations(input: $input) {
      ... on TakeOverDesignationsPayload {
        designated
        ended
      }
      ...Refusal
    }
  }
`)

/** 「公表された指定を取り込む」, for the operator of the system. */
export function TakeOver({ onDone }: { onDone: () => void }) {
  const text = useReadinessText().register
  const send = useCommand(TakeOver_send)
  const [outcome, setOutcome] = useState<Outcome<{ designated: number | null; ended: number | null }>>()
  const press = async () => {
    const result = await send({ input: { idempotencyKey: crypto.randomUUID() } })
    setOutcome(result)
    if (result.kind === 'done') onDone()
  }
  return (
    <div className="yui-no-print mt-8">
      <p className="prose-note">{text.takeOverNote}</p>
      <Button onClick={() => void press()}>{text.takeOver}</Button>
      {outcome?.kind === 'failed' && <FailureNotice failure={outcome.failure} />}
      {outcome?.kind === 'done' && (
        <Notice kind="done">
          <p>{text.takenOver(outcome.payload.designated ?? 0, outcome.payload.ended ?? 0)}</p>
        </Notice>
      )}
    </div>
  )
}
