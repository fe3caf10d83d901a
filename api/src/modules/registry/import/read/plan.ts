import type { ShelterKind } from '../../../../generated/prisma/enums.ts'
import type { AddressArea } from '../../rules/address.ts'
import type { Bounds } from '../../rules/place.ts'
import type { ImportFormat, ImportTarget } from '../reading.ts'
import type { Field } from './fields.ts'

export type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'Shift_JIS' | 'UTF-16 LE' | 'UTF-16 BE'

/** Opens the file anew from its first byte; a file is read more than once (to look at it, to read it). */
export type OpenFile = () => AsyncIterable<Uint8Array>

/** A municipality as the reader must know it to tell places apart. */
export interface KnownMunicipality extends AddressArea {
  readonly code: string
  /** Its extent; null: a point is only checked to lie in Japan. */
  readonly bounds: Bounds | null
}

export type Municipalities = ReadonlyMap<string, KnownMunicipality>

/** Which column of a table means what: the file's own heading → field. What is not listed is not read. */
export interface ColumnMapping {
  readonly target: ImportTarget
  readonly columns: Readonly<Record<string, Field>>
}

/** How a file is to be read. */
export interface ReadPlan {
  readonly format: ImportFormat
  readonly municipalities: Municipalities
  /** MAPPED: needed. Any other format: columns that a person has assigned, before those recognized by themselves. */
  readonly mapping?: ColumnMapping
  /** Of shelters; without it the columns tell. */
  readonly shelterKind?: ShelterKind
  /** Where rows name no municipality of their own, e.g. a list kept by one city hall; else such rows are refused. */
  readonly municipalityCode?: string
}
