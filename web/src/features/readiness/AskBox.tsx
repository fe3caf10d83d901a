import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { AnswerReadinessItem, answersTo } from './AnswerAct.tsx'

interface AskBoxProps {
  facilityId: string
  asked: {
    readonly key: string
    readonly unknownBefore: number
    readonly unknownAfterMost: number
    readonly unknownAfterLeast: number
    readonly settles: readonly string[]
  }
  line: {
    readonly question: string
    readonly choices: readonly { readonly choiceId: string; readonly label: string }[]
  }
  /** Whether the viewer may answer it here. */
  answers: boolean
  statement: React.ReactNode
  onDone: () => void
}

/** The one question that would reduce doubt most, answered with one press. */
export function AskBox({ facilityId, asked, line, answers, statement, onDone }: AskBoxProps) {
  const text = useReadinessText().sheet
  const answer = useCommand(AnswerReadinessItem)
  const [refused, setRefused] = useState<Exclude<Outcome<object>, { kind: 'done' }>>()
  const press = async (input: ReturnType<typeof answersTo>[number]['input']) => {
    const outcome = await answer({ input: { facilityId, itemKey: asked.key, grounds: '', ...input } })
    if (outcome.kind === 'done') {
      announce(text.answered)
      onDone()
    } else setRefused(outcome)
  }
  const { unknownBefore, unknownAfterLeast, unknownAfterMost } = asked
  return (
    <section className="yui-ask" aria-label={text.ask}>
      <p className="prose-note">{text.ask}</p>
      <h3>{line.question}</h3>
      <p className="prose-note">
        {asked.settles.length > 0 && text.settles(asked.settles.join(text.betweenTitles))}
        {unknownAfterMost < unknownBefore
          ? text.fewer(unknownBefore, unknownAfterLeast, unknownAfterMost)
          : text.renews}
      </p>
      {answers && (
        <div className="yui-no-print mt-3">
          {refused?.kind === 'failed' && <FailureNotice failure={refused.failure} />}
          {refused?.kind === 'refused' && (
            <Notice kind="bad">
              <p>{text.refused}</p>
            </Notice>
          )}
          {statement}
          <Buttons>
            {answersTo(line.choices, text.answers).map(({ key, label, input }) => (
              <Button key={key} onClick={() => void press(input)}>
                {label}
              </Button>
            ))}
          </Buttons>
        </div>
      )}
    </section>
  )
}
