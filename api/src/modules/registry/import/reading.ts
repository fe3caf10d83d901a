import type { ServiceScheme, ShelterKind } from '../../../generated/prisma/enums.ts'
import type { Point } from '../rules/place.ts'

/** What the rows of a file are about. */
export type ImportTarget = 'OFFICE' | 'FACILITY' | 'CORPORATION' | 'SHELTER'

/** The formats that are recognized by their headings; MAPPED is any table whose columns somebody has assigned. */
export type ImportFormat =
  | 'CARE_SERVICES'
  | 'WAM_DISABILITY'
  | 'GSI_SHELTERS'
  | 'STANDARD_EMERGENCY_SITES'
  | 'STANDARD_CARE_OFFICES'
  | 'MAPPED'

/**
 * What one row says. A key that is absent: the file has no such column, the registry's value stays. Null: the cell is
 * blank or cannot be read, so nothing is given.
 */
export type Facts = OfficeFacts | FacilityFacts | CorporationFacts | ShelterFacts

/** A municipality that a file names with a code that checks and a prefecture that agrees with it. */
export interface NewMunicipality {
  readonly code: string
  readonly prefecture: string
  readonly name: string
}

interface PlaceFacts {
  readonly name: string
  readonly municipalityCode: string
  /** What the row calls its municipality, when that is not among the known ones (a file of another prefecture). */
  readonly newMunicipality?: NewMunicipality
  readonly address: string
  /** The address down to 町丁目・番地 in one spelling; null when no number tells places apart. */
  readonly addressKey: string | null
  readonly kana?: string | null
  readonly point?: Point | null
  readonly phone?: string | null
}

/** One service of one office. */
export interface OfficeFacts extends PlaceFacts {
  readonly target: 'OFFICE'
  readonly officeNumber: string
  readonly serviceScheme: ServiceScheme
  readonly serviceCode: string
  readonly building?: string | null
  readonly fax?: string | null
  readonly url?: string | null
  /** Persons; null = not given, never 0. */
  readonly capacity?: number | null
  readonly openDays?: string | null
  readonly openDaysNote?: string | null
  readonly corporateNumber: string | null
  readonly corporationName: string | null
  readonly corporationKana?: string | null
  readonly corporationSeat?: string | null
  readonly corporationPhone?: string | null
  readonly corporationUrl?: string | null
}

/** A facility of somebody's own list, which names no designated service. */
export interface FacilityFacts extends PlaceFacts {
  readonly target: 'FACILITY'
  readonly corporateNumber: string | null
  readonly corporationName: string | null
  readonly officeNumber?: string | null
  readonly postalCode?: string | null
  readonly building?: string | null
  readonly fax?: string | null
  readonly url?: string | null
  readonly capacity?: number | null
  /** ISO date. */
  readonly openedOn?: string | null
  readonly directorName?: string | null
  readonly nightPhone?: string | null
}

export interface CorporationFacts {
  readonly target: 'CORPORATION'
  readonly corporateNumber: string | null
  readonly name: string
  readonly kana?: string | null
  readonly seatMunicipalityCode?: string | null
  readonly seatAddress?: string | null
  readonly phone?: string | null
  readonly url?: string | null
}

export interface ShelterFacts extends PlaceFacts {
  readonly target: 'SHELTER'
  readonly kind: ShelterKind
  /** 共通ID or ID of the issuer. */
  readonly sourceKey: string
  readonly welfare?: boolean
  readonly acceptedPersons?: string | null
  readonly hazards?: readonly string[]
  readonly capacity?: number | null
  readonly capacityText?: string | null
}

/** REFUSED: the row cannot be taken. NOTED: one value is left out. MENDED: read although it was damaged. */
export type ProblemWeight = 'REFUSED' | 'NOTED' | 'MENDED'

/** One thing to tell about a cell: what is wrong, and what it probably should be. */
export interface RowProblem {
  readonly weight: ProblemWeight
  /** SCREAMING_SNAKE; every code has a Japanese and an English text. */
  readonly code: string
  /** Heading of the file, as the file spells it; null for the row as a whole. */
  readonly heading: string | null
  /** What stood in the cell. */
  readonly cell: string
  /** What the cell probably should be, e.g. the number with its lost zero; null where nothing can be proposed. */
  readonly proposal: string | null
}

export interface ReadRow {
  /** Line of the file (row of the sheet, number of the feature) in which the row begins; 1 is the heading. */
  readonly line: number
  /** Where one row tells of several offices (実施サービス 「訪問介護、通所介護」) it is given once for each: 0, 1, … */
  readonly part?: number
  /** The cells as they stand, by the file's own headings, in its order: what a download of refused rows gives back. */
  readonly cells: Readonly<Record<string, string>>
  /** Null when the row is refused. */
  readonly facts: Facts | null
  readonly problems: readonly RowProblem[]
}
