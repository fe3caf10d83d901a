import type { CollaborationStage } from '../../generated/graphql.ts'
import { useTiesText } from '../../locales/ties.ts'
import { numberOf } from './stages.ts'

interface StageMarkProps {
  stage: CollaborationStage
  /** Nobody is at this stage. */
  none?: boolean
}

/** The number of a stage in its shape; read out as 段階3. */
export function StageMark({ stage, none }: StageMarkProps) {
  const text = useTiesText()
  const number = numberOf(stage)
  return (
    <>
      <span className="yui-stage" data-stage={number} data-none={none || undefined} aria-hidden="true">
        {number}
      </span>
      <span className="sr-only">{text.stage(number)}</span>
    </>
  )
}
