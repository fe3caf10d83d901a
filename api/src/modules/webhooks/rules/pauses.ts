const MINUTE = 60_000

/** How long after an attempt the next one follows. After the last it is given up: about a day. */
const PAUSES = [1, 5, 30, 120, 360, 900] as const

/** When the next attempt is due after so many; null = it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * MINUTE)
}
