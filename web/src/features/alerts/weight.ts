import type { AlertSignal } from '../../generated/graphql.ts'
import type { useAlertsText } from '../../locales/alerts.ts'

type Text = ReturnType<typeof useAlertsText>

interface Measured {
  signal?: AlertSignal | null
  rank?: number | null
}

/** Of how much a scale has steps; the same as the API's. */
export const HEAVIEST: Readonly<Record<AlertSignal, number>> = {
  ALERT_LEVEL: 5,
  WARNING_RANK: 4,
  INTENSITY: 9,
  TSUNAMI: 4,
  BULLETIN: 1,
}

/** What messages are measured by, in the order in which people meet them. */
export const SIGNALS: readonly AlertSignal[] = [
  'ALERT_LEVEL',
  'INTENSITY',
  'TSUNAMI',
  'WARNING_RANK',
  'BULLETIN',
]

/** A threshold in words; where a scale ends there is nothing more. */
export const weightOrMore = (
  text: Text,
  { signal, minimum }: { signal: AlertSignal; minimum: number },
): string => {
  const weight = weightName(text, { signal, rank: minimum })
  return minimum === HEAVIEST[signal] ? weight : text.thresholds.orMore(weight)
}

/** What a weight is called; a dash where a message weighs nothing. */
export const weightName = (text: Text, { signal, rank }: Measured): string =>
  signal && rank ? text.weights[signal](rank) : text.noWeight

/** The heaviest of what a message says. */
export const heaviest = <Area extends Measured>(areas: readonly Area[]): Area | undefined =>
  areas
    .filter(({ signal, rank }) => signal && rank)
    .toSorted((one, other) => heaviness(other) - heaviness(one))[0]

const heaviness = ({ signal, rank }: Measured): number => (signal && rank ? rank / HEAVIEST[signal] : 0)
