import type { DecisionOutcome } from '../../../generated/graphql.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Icon, type IconName } from '../../../ui/Icon/Icon.tsx'

const ICONS: Readonly<Record<DecisionOutcome, IconName>> = {
  CARRIED: 'check',
  REJECTED: 'close',
  NO_QUORUM: 'minus',
}

/** 可決, 否決 or 定足数不足, with its sign. */
export function OutcomeText({ outcome, large }: { outcome: DecisionOutcome; large?: boolean }) {
  const text = useDecisionsText()
  return (
    <span className="yui-outcome" data-large={large || undefined} data-outcome={outcome}>
      <Icon name={ICONS[outcome]} size={large ? 'normal' : 'small'} />
      {text.outcomes[outcome]}
    </span>
  )
}
