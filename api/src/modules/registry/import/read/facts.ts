import { readCapacity } from '../../rules/capacity.ts'
import { readCorporateNumber, readOfficeNumber } from '../../rules/checked-numbers.ts'
import { readPhone, readWebAddress } from '../../rules/contact.ts'
import { blank, type Reading } from '../../rules/reading.ts'
import { readPostalCode } from '../../rules/postal-code.ts'
import { careServiceCode, disabilityServiceCode, serviceByName } from '../../rules/service-kinds.ts'
import { plain, toHiragana, unspaced } from '../../rules/text.ts'
import { readDay } from '../../rules/written-date.ts'
import type { ServiceScheme, ShelterKind } from '../../../../generated/prisma/enums.ts'
import type {
  CorporationFacts,
  Facts,
  FacilityFacts,
  ImportFormat,
  OfficeFacts,
  ShelterFacts,
} from '../reading.ts'
import { HAZARDS, type Field } from './fields.ts'
import { readPlace, wholeAddress, withoutUndefined, type FileContext } from './place.ts'
import type { Row } from './row.ts'

interface Service {
  readonly scheme: ServiceScheme
  readonly code: string
}

/** Finds the service that a name means in a format. */
function serviceOf(format: ImportFormat, name: string): Service | null {
  const kaigo = (code: string | null): Service | null => (code === null ? null : { scheme: 'KAIGO', code })
  const shogai = (code: string | null): Service | null => (code === null ? null : { scheme: 'SHOGAI', code })
  switch (format) {
    case 'CARE_SERVICES':
      return kaigo(careServiceCode(name))
    case 'WAM_DISABILITY':
      return shogai(disabilityServiceCode(name))
    case 'STANDARD_CARE_OFFICES':
      return kaigo(careServiceCode(name)) ?? serviceByName(name)
    default:
      return serviceByName(name)
  }
}

/** The offices a row tells of: one, or several where a row names several services. Empty when it is refused. */
export function readOffices(row: Row, format: ImportFormat, context: FileContext): OfficeFacts[] {
  const name = row.required('name', 'NAME_MISSING')
  const place = readPlace(row, context)
  const officeNumber = readIdentity(row, place?.municipalityCode ?? null)
  const services = readServices(row, format)
  if (row.refused || name === null || !place || officeNumber === null) return []
  const shared = {
    target: 'OFFICE' as const,
    officeNumber,
    name: name.replace(/\s*\n\s*/g, ' '),
    kana: readKana(row, 'kana'),
    ...place,
    ...readContact(row),
    capacity: row.value('capacity', readCapacity),
    openDays: row.text('openDays'),
    openDaysNote: row.text('openDaysNote'),
    corporateNumber: row.has('corporateNumber')
      ? (row.value('corporateNumber', readCorporateNumber) ?? null)
      : null,
    corporationName: readCorporationName(row),
    corporationKana: readKana(row, 'corporationKana'),
    // Half an address is another address.
    corporationSeat:
      row.has('corporationAddress') && row.has('corporationAddressRest')
        ? joined(row.text('corporationAddress'), row.text('corporationAddressRest'))
        : undefined,
    corporationPhone: row.value('corporationPhone', readPhone),
    corporationUrl: row.value('corporationUrl', readWebAddress),
  }
  return services.map(({ scheme, code }) =>
    withoutUndefined({ ...shared, serviceScheme: scheme, serviceCode: code }),
  )
}

/** A facility of somebody's own list. A number that is given but wrong refuses the row: it says which facility is meant. */
export function readFacility(row: Row, context: FileContext): FacilityFacts | null {
  const name = row.required('name', 'NAME_MISSING')
  const place = readPlace(row, context)
  const officeNumber =
    row.cell('officeNumber') === ''
      ? blankIf(row, 'officeNumber')
      : readIdentity(row, place?.municipalityCode ?? null)
  const corporateNumber = row.value('corporateNumber', optionalCorporateNumber, 'REFUSED')
  if (row.refused || name === null || !place) return null
  return withoutUndefined({
    target: 'FACILITY' as const,
    name: name.replace(/\s*\n\s*/g, ' '),
    kana: readKana(row, 'kana'),
    ...place,
    ...readContact(row),
    officeNumber,
    corporateNumber: corporateNumber ?? null,
    corporationName: row.text('corporationName') ?? null,
    postalCode: row.value('postalCode', readPostalCode),
    capacity: row.value('capacity', readCapacity),
    openedOn: row.value('openedOn', readDay),
    directorName: row.text('directorName'),
    nightPhone: row.value('nightPhone', readPhone),
  })
}

export function readCorporation(row: Row, context: FileContext): CorporationFacts | null {
  const nameField = row.has('corporationName') ? 'corporationName' : 'name'
  const name = row.required(nameField, 'NAME_MISSING')
  const corporateNumber = row.value('corporateNumber', optionalCorporateNumber, 'REFUSED') ?? null
  if (row.refused || name === null) return null
  return withoutUndefined({
    target: 'CORPORATION' as const,
    corporateNumber,
    name: name.replace(/\s*\n\s*/g, ' '),
    kana: readKana(row, row.has('corporationKana') ? 'corporationKana' : 'kana'),
    ...readSeat(row, context),
    phone: row.value(row.has('corporationPhone') ? 'corporationPhone' : 'phone', readPhone),
    url: row.value(row.has('corporationUrl') ? 'corporationUrl' : 'url', readWebAddress),
  })
}

/** The seat of a corporation is often in another prefecture, whose municipalities nobody needs to know. */
function readSeat(
  row: Row,
  { gazetteer }: FileContext,
): Pick<CorporationFacts, 'seatMunicipalityCode' | 'seatAddress'> {
  const written =
    joined(row.text('corporationAddress'), row.text('corporationAddressRest')) ?? wholeAddressOf(row)
  if (written === undefined) return {}
  if (written === null) return { seatMunicipalityCode: null, seatAddress: null }
  return {
    seatMunicipalityCode: gazetteer.startOf(unspaced(written))?.code ?? null,
    seatAddress: plain(written),
  }
}

const wholeAddressOf = (row: Row): string | null | undefined =>
  row.has('address') ? plain(wholeAddress(row)) || null : undefined

export function readShelter(
  row: Row,
  kind: ShelterKind,
  format: ImportFormat,
  context: FileContext,
): ShelterFacts | null {
  const key = row.required('sourceKey', 'SOURCE_KEY_MISSING')
  const name = row.required('name', 'NAME_MISSING')
  // 共通ID: E, then JIS five digits of the municipality.
  const jis = format === 'GSI_SHELTERS' ? /^[A-Z]([0-9]{5})[0-9]/.exec(plain(key ?? ''))?.[1] : undefined
  const place = readPlace(row, { ...context, hints: { ...context.hints, jis } }, { blankAddress: true })
  if (row.refused || key === null || name === null || !place) return null
  const { building: _, ...where } = place
  return withoutUndefined({
    target: 'SHELTER' as const,
    kind,
    sourceKey: format === 'GSI_SHELTERS' ? plain(key) : ownKey(key, place.municipalityCode),
    name: plain(name),
    kana: readKana(row, 'kana'),
    ...where,
    phone: row.value('phone', readPhone),
    ...readWelfare(row),
    hazards: readHazards(row),
    ...readShelterCapacity(row),
  })
}

/** The number by which an office is known; it begins with its prefecture where a zero had to be given back. */
const readIdentity = (row: Row, municipalityCode: string | null): string | null =>
  row.isLost('officeNumber')
    ? row.refuse('CELL_LOST', 'officeNumber')
    : row.take(
        'officeNumber',
        readOfficeNumber(row.cell('officeNumber'), municipalityCode?.slice(0, 2) ?? null),
        'REFUSED',
      )

const optionalCorporateNumber = (cell: string): ReturnType<typeof readCorporateNumber> =>
  cell === '' ? blank : readCorporateNumber(cell)

const blankIf = (row: Row, field: Field): null | undefined => (row.has(field) ? null : undefined)

function readServices(row: Row, format: ImportFormat): Service[] {
  const cell = row.required('serviceName', 'SERVICE_UNKNOWN')
  if (cell === null) return []
  const whole = serviceOf(format, cell)
  if (whole) return [whole]
  const services = cell
    .split(/[、，,;；\/／\n|]/)
    .filter((part) => plain(part) !== '')
    .map((part) => serviceOf(format, part))
  const known = services.filter((service) => service !== null)
  if (known.length === 0) row.refuse('SERVICE_UNKNOWN', 'serviceName')
  else if (known.length < services.length) row.note('SERVICE_PARTLY_UNKNOWN', 'serviceName')
  return known.filter(
    ({ scheme, code }, n) => known.findIndex((other) => other.scheme === scheme && other.code === code) === n,
  )
}

function readKana(row: Row, field: Field): string | null | undefined {
  const kana = row.text(field)
  return kana === undefined || kana === null ? kana : toHiragana(kana)
}

function readCorporationName(row: Row): string | null {
  if (!row.has('corporationName')) return null
  if (row.isLost('corporationName')) return row.note('CHARACTERS_LOST', 'corporationName')
  const name = row.cell('corporationName')
  return name === ''
    ? row.note('CORPORATION_NAME_MISSING', 'corporationName')
    : name.replace(/\s*\n\s*/g, ' ')
}

const readContact = (row: Row): Pick<OfficeFacts, 'phone' | 'fax' | 'url'> => ({
  phone: row.value('phone', readPhone),
  fax: row.value('fax', readFax),
  url: row.value('url', readWebAddress),
})

function readFax(cell: string): Reading<string, 'FAX_UNREADABLE'> {
  const { note, ...reading } = readPhone(cell)
  return { ...reading, note: note && 'FAX_UNREADABLE' }
}

const joined = (
  start: string | null | undefined,
  rest: string | null | undefined,
): string | null | undefined =>
  start === undefined && rest === undefined ? undefined : `${start ?? ''}${rest ?? ''}` || null

/** The issuer's own number, which counts anew in every municipality. */
function ownKey(cell: string, municipalityCode: string): string {
  const key = plain(cell).replace(/^([0-9]+)\.0+$/, '$1')
  if (/^[0-9]+$/.test(key)) return `${municipalityCode}-${key.replace(/^0+(?=.)/, '')}`
  return key.includes(municipalityCode.slice(0, 5)) ? key : `${municipalityCode}-${key}`
}

/** 受入対象者 is published for a 指定福祉避難所 only; some municipalities say it in the remark instead. */
function readWelfare(row: Row): Pick<ShelterFacts, 'welfare' | 'acceptedPersons'> {
  const acceptedPersons = row.text('acceptedPersons')
  const remark = row.text('remark')
  if (acceptedPersons) return { acceptedPersons, welfare: true }
  if (remark === '福祉避難所')
    return { ...(acceptedPersons === null ? { acceptedPersons } : {}), welfare: true }
  // Without one of the two columns nobody can say that it is none.
  if (acceptedPersons === undefined || remark === undefined)
    return acceptedPersons === null ? { acceptedPersons } : {}
  return { acceptedPersons, welfare: false }
}

const YES = /^(?:1|1\.0|true|yes|○|◯|〇|●|有|あり|対応|はい)$/i
const NO = /^(?:|0|0\.0|false|no|×|✕|✖|-|－|無|なし|いいえ)$/i

/** The hazards a site is meant for; not said unless the file has a column for each. */
function readHazards(row: Row): readonly string[] | undefined {
  if (!HAZARDS.every((hazard) => row.has(hazard))) return undefined
  const hazards: string[] = []
  for (const hazard of HAZARDS) {
    const cell = plain(row.cell(hazard))
    if (YES.test(cell)) hazards.push(hazard)
    else if (!NO.test(cell)) {
      row.note('HAZARD_UNREADABLE', hazard)
      return undefined
    }
  }
  return hazards
}

function readShelterCapacity(row: Row): Pick<ShelterFacts, 'capacity' | 'capacityText'> {
  if (!row.has('capacity')) return {}
  const capacity = row.value('capacity', readCapacity) ?? null
  const written = row.isLost('capacity') ? '' : plain(row.cell('capacity'))
  const isNumber = written === '' || /^[0-9,]+(?:\.0+)?(?:人|名)?$/.test(written)
  return { capacity, capacityText: isNumber ? null : written }
}

/** Reads a row as what its target is. */
export function readFacts(
  row: Row,
  {
    format,
    target,
    shelterKind,
  }: { format: ImportFormat; target: Facts['target']; shelterKind: ShelterKind },
  context: FileContext,
): Facts[] {
  const one = (facts: Facts | null): Facts[] => (facts ? [facts] : [])
  switch (target) {
    case 'OFFICE':
      return readOffices(row, format, context)
    case 'FACILITY':
      return one(readFacility(row, context))
    case 'CORPORATION':
      return one(readCorporation(row, context))
    case 'SHELTER':
      return one(readShelter(row, shelterKind, format, context))
  }
}
