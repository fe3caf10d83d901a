import type { AlertAreaForm, AlertSignal, DisasterHazard } from '../../../generated/prisma/enums.ts'
import { hazardOf, type Weight } from './signals.ts'

/** What the rules look at in an area of a message. */
export interface Touching {
  readonly form: AlertAreaForm
  readonly municipalityCode: string | null
  readonly prefectureCode: string | null
  readonly phenomenon: string
  readonly weight: Weight | null
}

export interface Threshold {
  readonly signal: AlertSignal
  readonly minimum: number
  readonly startsOn: Date
  /** Set for one network; null for all. */
  readonly platformId: string | null
}

/** The heaviest a signal can be. */
export const HEAVIEST: Readonly<Record<AlertSignal, number>> = {
  ALERT_LEVEL: 5,
  WARNING_RANK: 4,
  INTENSITY: 9,
  TSUNAMI: 4,
  BULLETIN: 1,
}

/** The threshold of each signal for a network on a day: its own where it has one, otherwise the one for all. */
export function thresholdsOn(
  thresholds: readonly Threshold[],
  platformId: string,
  today: Date,
): Map<AlertSignal, number> {
  const inForce = thresholds
    .filter((one) => one.startsOn <= today && (one.platformId === null || one.platformId === platformId))
    .toSorted(
      (one, other) =>
        Number(one.platformId !== null) - Number(other.platformId !== null) ||
        one.startsOn.getTime() - other.startsOn.getTime(),
    )
  return new Map(inForce.map(({ signal, minimum }) => [signal, minimum]))
}

/**
 * The municipalities of a network that an area touches. An area larger than a municipality touches all of the network's
 * in its prefecture: nobody is left unasked because a coast or a 細分区域 is no municipality.
 */
function touched(area: Touching, own: ReadonlySet<string>): string[] {
  if (area.municipalityCode !== null) return own.has(area.municipalityCode) ? [area.municipalityCode] : []
  const { prefectureCode, form } = area
  if (prefectureCode === null || form === 'MUNICIPALITY' || form === 'MUNICIPALITY_PART') return []
  return [...own].filter((code) => code.startsWith(prefectureCode))
}

export interface Question {
  readonly signal: AlertSignal
  readonly rank: number
  readonly hazard: DisasterHazard
  readonly municipalityCodes: readonly string[]
}

/** What a network is to be asked because of a message: the heaviest that is over its threshold; null for nothing. */
export function questionFor(
  areas: readonly Touching[],
  own: ReadonlySet<string>,
  thresholds: ReadonlyMap<AlertSignal, number>,
): Question | null {
  let heaviest: { weight: Weight; phenomenon: string } | null = null
  const municipalityCodes = new Set<string>()
  for (const area of areas) {
    const { weight, phenomenon } = area
    const minimum = weight && thresholds.get(weight.signal)
    if (!weight || minimum === undefined || minimum === null || weight.rank < minimum) continue
    const codes = touched(area, own)
    if (codes.length === 0) continue
    for (const code of codes) municipalityCodes.add(code)
    if (heaviest === null || heaviness(weight) > heaviness(heaviest.weight)) heaviest = { weight, phenomenon }
  }
  if (!heaviest) return null
  return {
    ...heaviest.weight,
    hazard: hazardOf(heaviest.phenomenon, heaviest.weight.signal),
    municipalityCodes: [...municipalityCodes].toSorted(),
  }
}

const heaviness = ({ signal, rank }: Weight): number => rank / HEAVIEST[signal]

/** Every municipality of a network that a message names, whatever it weighs. */
export const concerned = (areas: readonly Touching[], own: ReadonlySet<string>): string[] =>
  [...new Set(areas.flatMap((area) => touched(area, own)))].toSorted()

/**
 * Whether a network is asked again about something it was asked before: not about what it dismissed or has opened, unless
 * it has become worse.
 */
export const asksAgain = (
  before: { readonly signal: AlertSignal; readonly rank: number } | null,
  now: Weight,
): boolean => before === null || heaviness(now) > heaviness(before)
