interface Dated {
  readonly signal: string
  /** First day it holds. */
  readonly startsOn: string
  readonly platform?: { readonly id: string } | null | undefined
}

/** The threshold of a signal that holds on a day: the network's own where it has one, otherwise the one for all. */
export function inForce<Threshold extends Dated>(
  thresholds: readonly Threshold[],
  signal: Threshold['signal'],
  day: string,
): Threshold | undefined {
  return byWeight(thresholds, signal).find(({ startsOn }) => startsOn <= day)
}

/** What will take its place, the next first; what is for all has no say where the network has its own by then. */
export function coming<Threshold extends Dated>(
  thresholds: readonly Threshold[],
  signal: Threshold['signal'],
  day: string,
): Threshold[] {
  const later = byWeight(thresholds, signal).filter(({ startsOn }) => startsOn > day)
  return later
    .filter((one) => inForce(thresholds, signal, one.startsOn) === one)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

/** Own ones before those for all, of each the latest first. */
const byWeight = <Threshold extends Dated>(thresholds: readonly Threshold[], signal: string): Threshold[] =>
  thresholds
    .filter((one) => one.signal === signal)
    .toSorted(
      (one, other) =>
        Number(!one.platform) - Number(!other.platform) || (one.startsOn < other.startsOn ? 1 : -1),
    )
