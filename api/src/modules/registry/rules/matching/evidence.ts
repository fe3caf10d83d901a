/**
 * What speaks for or against two records being one. A score is the sum of the weights of what was found, between 0 and
 * 100; so one more sign in favour never lowers it, one more against never raises it, and everybody can add it up.
 * The weights were set on the labelled pairs of data/labels (docs/matching.md shows how well they tell).
 */
export const WEIGHTS = {
  // Names, without legal form, words for services and the owner's own name. Only the strongest of these counts.
  NAME_SAME: 50,
  NAME_IN_KANA_SAME: 35,
  NAME_SAME_SHORT: 25,
  NAME_PART: 25,
  NAME_SIMILAR: 10,
  NAME_SHARED: 5,
  NAME_DIFFERS: -25,
  // Addresses down to 町丁目・番地. Only the strongest counts.
  ADDRESS_SAME: 35,
  ADDRESS_DIGITS_SAME: 30,
  ADDRESS_PART: 25,
  ADDRESS_TOWN: 10,
  // Metres as the crow flies. Only one counts.
  WITHIN_30_METRES: 25,
  WITHIN_100_METRES: 20,
  WITHIN_300_METRES: 15,
  WITHIN_1_KILOMETRE: 5,
  FAR_APART: -20,
  // Further signs, each of its own.
  PHONE_SAME: 30,
  OWNER_SAME: 15,
  OWNER_NAMED: 15,
  WELFARE_SHELTER: 15,
  KIND_DIFFERS: -50,
  OWNER_DIFFERS: -50,
  PART_NUMBER_DIFFERS: -40,
  PUBLIC_PLACE: -30,
  PART_OF_PLACE_DIFFERS: -50,
  // Corporations.
  NUMBER_SAME: 100,
  NUMBER_DIFFERS: -500,
  CORPORATION_NAME_SAME: 60,
  CORPORATION_SPELLING_SAME: 55,
  CORPORATION_NAME_WITHOUT_FORM_SAME: 35,
  CORPORATION_NAME_SIMILAR: 20,
  LEGAL_FORM_DIFFERS: -40,
  SEAT_SAME: 25,
  MUNICIPALITY_SAME: 15,
  MUNICIPALITY_DIFFERS: -5,
  CORPORATION_PHONE_SAME: 30,
  PLACE_SHARED: 25,
} as const

export type EvidenceCode = keyof typeof WEIGHTS

/** One sign, with the two values that were compared, as people can read them. */
export interface Evidence {
  readonly code: EvidenceCode
  readonly weight: number
  readonly one: string
  readonly other: string
}

export const evidence = (code: EvidenceCode, one: string, other: string): Evidence => ({
  code,
  weight: WEIGHTS[code],
  one,
  other,
})

/** 0 to 100: the sum of the weights. */
export const scoreOf = (found: readonly Pick<Evidence, 'weight'>[]): number =>
  Math.min(
    100,
    Math.max(
      0,
      found.reduce((sum, { weight }) => sum + weight, 0),
    ),
  )

/** The strongest of several signs of one kind; null if there is none. */
export const strongest = (found: readonly (Evidence | null)[]): Evidence | null =>
  found.reduce((best, each) => (each && (!best || each.weight > best.weight) ? each : best), null)
