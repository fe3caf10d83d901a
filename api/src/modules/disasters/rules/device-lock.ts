/** Wrong PINs after which a device waits. */
const TRIES = 5
/** Minutes it waits then, and twice as long each further time, up to an hour. */
const FIRST_WAIT = 1
const LONGEST_WAIT = 60

/** Until when a device takes no PIN after a number of wrong ones in a row; null = it takes one. */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures < TRIES) return null
  const minutes = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - TRIES))
  return new Date(now.getTime() + minutes * 60_000)
}
