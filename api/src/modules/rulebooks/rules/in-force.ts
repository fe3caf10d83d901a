/** A version of a rulebook as far as its time is concerned; `effectiveOn` null = a draft. */
export interface VersionInTime {
  readonly number: number
  readonly effectiveOn: Date | null
}

/** The version in force on a day: the latest that had taken effect; of two from the same day, the later number. */
export function inForceOn<Version extends VersionInTime>(
  versions: readonly Version[],
  day: Date,
): Version | null {
  let found: Version | null = null
  for (const version of versions) {
    if (version.effectiveOn === null || version.effectiveOn > day) continue
    if (found?.effectiveOn == null || isLater(version, found)) found = version
  }
  return found
}

const isLater = (one: VersionInTime, other: VersionInTime): boolean => {
  const gap = (one.effectiveOn?.getTime() ?? 0) - (other.effectiveOn?.getTime() ?? 0)
  return gap > 0 || (gap === 0 && one.number > other.number)
}
