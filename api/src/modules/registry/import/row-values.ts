import { corporationKindOf, placeNameKey, sortingKana } from '../rules/names.ts'
import { toHiragana } from '../rules/text.ts'
import type { CorporationFacts, FacilityFacts, Facts, OfficeFacts, ShelterFacts } from './reading.ts'

type Value = string | number | boolean | null | readonly string[]
/** Values by the columns of a table. A column that is absent stays as it is. */
export type Columns = Readonly<Record<string, Value>>

/** What the comparison looks a row up by. */
export interface RowKeys {
  readonly target: Facts['target']
  /** An invented record: its name carries 見本. */
  readonly sample: boolean
  readonly officeNumber?: string | null
  readonly scheme?: string
  readonly code?: string
  readonly corporateNumber?: string | null
  readonly corporationName?: string | null
  readonly corporationKind?: string
  readonly municipalityCode?: string | null
  /** Address in one spelling; null when no number tells places apart. */
  readonly placeKey?: string | null
  /** What people call the place. */
  readonly placeName?: string
  readonly shelterKind?: string
  readonly sourceKey?: string
}

/** A row as the comparison takes it: whom it concerns, and what it says of each record, by columns. */
export interface RowValues {
  readonly label: string
  readonly keys: RowKeys
  readonly corporation?: Columns
  readonly facility?: Columns
  readonly office?: Columns
  readonly contact?: Columns
  readonly shelter?: Columns
}

/** Whether something is invented: its own name or that of its corporation says so. */
const isSample = (...names: (string | null | undefined)[]): boolean =>
  names.some((name) => name?.includes('見本') ?? false)

/** Columns that are given; what the file does not have is left out. */
function columns(entries: Readonly<Record<string, Value | undefined>>): Columns {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** What a row says, by the columns of the registry. */
export function valuesOf(facts: Facts): RowValues {
  switch (facts.target) {
    case 'OFFICE':
      return ofOffice(facts)
    case 'FACILITY':
      return ofFacility(facts)
    case 'CORPORATION':
      return ofCorporation(facts)
    case 'SHELTER':
      return ofShelter(facts)
  }
}

function ofOffice(facts: OfficeFacts): RowValues {
  const { name, corporationName } = facts
  return {
    label: name,
    keys: {
      target: 'OFFICE',
      sample: isSample(name, corporationName),
      officeNumber: facts.officeNumber,
      scheme: facts.serviceScheme,
      code: facts.serviceCode,
      ...corporationKeys(facts.corporateNumber, corporationName),
      ...placeKeys(facts, corporationName),
    },
    corporation: columns({
      kana: facts.corporationKana,
      seat_address: facts.corporationSeat,
      phone: facts.corporationPhone,
      url: facts.corporationUrl,
    }),
    facility: columns({
      name,
      kana: facts.kana === undefined ? undefined : sortingKana(toHiragana(facts.kana ?? '')),
      address: facts.address,
      building: facts.building,
      municipality_code: facts.municipalityCode,
      ...pointColumns(facts.point),
      phone: facts.phone,
      fax: facts.fax,
      url: facts.url,
      capacity: facts.capacity,
    }),
    office: columns({
      name,
      kana: facts.kana === undefined ? undefined : (facts.kana ?? ''),
      capacity: facts.capacity,
      phone: facts.phone,
      fax: facts.fax,
      open_days: facts.openDays,
      open_days_note: facts.openDaysNote,
    }),
  }
}

function ofFacility(facts: FacilityFacts): RowValues {
  const { name, corporationName } = facts
  const contact = columns({ person_name: facts.directorName, night_phone: facts.nightPhone })
  const isGiven = Object.values(contact).some((value) => value !== null)
  return {
    label: name,
    keys: {
      target: 'FACILITY',
      sample: isSample(name, corporationName),
      officeNumber: facts.officeNumber ?? null,
      ...corporationKeys(facts.corporateNumber, corporationName),
      ...placeKeys(facts, corporationName),
    },
    facility: columns({
      name,
      kana: facts.kana === undefined ? undefined : sortingKana(toHiragana(facts.kana ?? '')),
      postal_code: facts.postalCode,
      address: facts.address,
      building: facts.building,
      municipality_code: facts.municipalityCode,
      ...pointColumns(facts.point),
      phone: facts.phone,
      fax: facts.fax,
      url: facts.url,
      capacity: facts.capacity,
      opened_on: facts.openedOn,
    }),
    ...(isGiven && { contact }),
  }
}

function ofCorporation(facts: CorporationFacts): RowValues {
  return {
    label: facts.name,
    keys: {
      target: 'CORPORATION',
      sample: isSample(facts.name),
      ...corporationKeys(facts.corporateNumber, facts.name),
    },
    corporation: columns({
      kana: facts.kana,
      seat_municipality_code: facts.seatMunicipalityCode,
      seat_address: facts.seatAddress,
      phone: facts.phone,
      url: facts.url,
    }),
  }
}

function ofShelter(facts: ShelterFacts): RowValues {
  return {
    label: facts.name,
    keys: {
      target: 'SHELTER',
      sample: isSample(facts.name),
      shelterKind: facts.kind,
      sourceKey: facts.sourceKey,
      ...placeKeys(facts, null),
    },
    shelter: columns({
      name: facts.name,
      address: facts.address,
      municipality_code: facts.municipalityCode,
      ...pointColumns(facts.point),
      welfare: facts.welfare,
      accepted_persons: facts.acceptedPersons,
      hazards: facts.hazards,
      capacity: facts.capacity,
      capacity_text: facts.capacityText,
    }),
  }
}

const corporationKeys = (number: string | null, name: string | null) => ({
  corporateNumber: number,
  corporationName: name,
  corporationKind: corporationKindOf(name ?? ''),
})

const placeKeys = (
  {
    name,
    municipalityCode,
    addressKey,
  }: { name: string; municipalityCode: string; addressKey: string | null },
  corporationName: string | null,
) => ({
  municipalityCode,
  placeKey: addressKey,
  placeName: placeNameKey(name, corporationName ?? ''),
})

const pointColumns = (point: { latitude: number; longitude: number } | null | undefined) =>
  point === undefined ? {} : { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null }
