const SHORTEST = 1_000
const LONGEST = 60_000

/**
 * How long to wait before trying again: twice as long each time, up to a minute, and never just as long as everybody
 * else, so that a restarted server is not met by all at once.
 */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(LONGEST, SHORTEST * 2 ** attempt)
  return most / 2 + (most / 2) * random()
}

/** Runs the work once for calls that come close together, a little later. */
export function coalesce(work: () => void, random: () => number = Math.random): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(
      () => {
        waiting = false
        work()
      },
      200 + 800 * random(),
    )
  }
}
