/** How much may be asked: at once, and per second in the long run. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Counts down for each key; false = too much. */
export type RateLimiter = (key: string) => boolean

const FORGET_FROM = 10_000

/**
 * A token bucket per key, in the memory of this process: with n processes behind a proxy the limits are up to n times
 * as high. They are there against runaway programs; guessing of passwords is limited in the database, by identity.
 */
export function rateLimiter({ burst, perSecond }: Rate, now: () => number = Date.now): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>()
  const refilled = ({ left, at }: { left: number; at: number }, time: number) =>
    Math.min(burst, left + ((time - at) / 1000) * perSecond)

  return (key) => {
    const time = now()
    const left = refilled(buckets.get(key) ?? { left: burst, at: time }, time)
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at: time })
    if (buckets.size > FORGET_FROM) {
      for (const [other, bucket] of buckets) if (refilled(bucket, time) >= burst) buckets.delete(other)
    }
    return left >= 1
  }
}

export interface RateLimits {
  readonly read: RateLimiter
  readonly write: RateLimiter
}

/** The limits of the graph: for guests by address, for people by account, for programs by token. */
export function rateLimits(factor: number): { readonly guest: RateLimits; readonly known: RateLimits } {
  const limiter = (burst: number, perSecond: number): RateLimiter =>
    factor === 0 ? () => true : rateLimiter({ burst: burst * factor, perSecond: perSecond * factor })
  return {
    // A whole office may share one address.
    guest: { read: limiter(300, 20), write: limiter(30, 1) },
    known: { read: limiter(300, 20), write: limiter(60, 5) },
  }
}
