import { minutesBetween, OLD_AFTER } from './ages.ts'
import { takesPeople, type BoardLine } from './board-data.ts'

export type AskReason = 'LATE' | 'OLD_FIGURES' | 'FREE_UNKNOWN'

/** Why somebody should ask a facility next; nothing where what is known of it is fresh. */
export function reasonsToAsk(line: BoardLine, now: Date, clockRate: number): AskReason[] {
  const late = line.silence === 'LATE' || line.silence === 'PRESUMED_SERIOUS'
  if (!takesPeople(line)) return late ? ['LATE'] : []
  const figures = [line.day.at, line.night.at, line.freeAt].filter((at) => at !== null)
  const old = figures.some((at) => minutesBetween(at, now, clockRate) > OLD_AFTER)
  const unknown = line.state !== 'FULL' && line.free.every((free) => free === null)
  return [
    ...(late ? (['LATE'] as const) : []),
    ...(old ? (['OLD_FIGURES'] as const) : []),
    ...(unknown ? (['FREE_UNKNOWN'] as const) : []),
  ]
}
