import type { Prisma } from '../../generated/prisma/client.ts'
import { facts, listOf, readFacts, type FactsList, type RowOf } from '../../kernel/read/facts.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import {
  isMunicipalityCode,
  isOfficeNumber,
  municipalityCheckDigit,
  readServiceKey,
  searchWords,
} from '../registry/public.ts'
import { keyIn } from './rules/addresses.ts'
import type { PageRequest } from './page.ts'

// What the pages read: public columns of public models, asked as a guest (kernel/read/facts.ts), each page in one
// statement.

const ON_A_PAGE = 20
const ALL = 2_000

const source = facts('DataSource', { columns: ['title', 'issuer', 'licence', 'asOf'] })
const municipality = facts('Municipality', { columns: ['code', 'name', 'prefecture'] })
const serviceKind = facts('ServiceKind', {
  columns: ['scheme', 'code', 'name', 'shortName', 'source', 'confirmed', 'validTo'],
})
const corporationName = facts('Corporation', {
  columns: ['id', 'corporateNumber', 'name', 'kana', 'kind', 'status', 'sample'],
})

const facilityLine = facts('Facility', {
  columns: ['id', 'name', 'kana', 'address', 'building', 'phone', 'sample', 'confirmedAt'],
  one: { mainServiceKind: serviceKind, corporation: corporationName, dataSource: source },
})

const facilityName = facts('Facility', { columns: ['id', 'name', 'kana', 'status', 'sample'] })

const facilityPage = facts('Facility', {
  columns: [
    'id',
    'name',
    'kana',
    'postalCode',
    'address',
    'building',
    'latitude',
    'longitude',
    'phone',
    'fax',
    'url',
    'capacity',
    'openedOn',
    'status',
    'endedOn',
    'sample',
    'confirmedAt',
  ],
  one: {
    municipality,
    corporation: corporationName,
    mainServiceKind: serviceKind,
    dataSource: source,
    successor: facilityName,
  },
  many: {
    offices: {
      of: facts('ServiceOffice', {
        columns: ['officeNumber', 'name', 'kana', 'capacity', 'phone', 'openDays', 'openDaysNote'],
        one: { serviceKind, dataSource: source },
      }),
      where: { status: 'ACTIVE' },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      first: 50,
    },
    equipment: {
      of: facts('FacilityEquipment', { columns: ['item', 'state', 'note'] }),
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      first: 50,
    },
    shelters: {
      of: facts('Shelter', {
        columns: ['name', 'kind', 'welfare', 'acceptedPersons'],
        one: { dataSource: source },
      }),
      where: { status: 'ACTIVE' },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      first: 20,
    },
  },
})

const corporationPage = facts('Corporation', {
  columns: [
    'id',
    'corporateNumber',
    'name',
    'otherSpellings',
    'kana',
    'kind',
    'seatAddress',
    'phone',
    'url',
    'status',
    'endedOn',
    'sample',
    'confirmedAt',
  ],
  one: { seatMunicipality: municipality, dataSource: source, successor: corporationName },
})

const shelterLine = facts('Shelter', {
  columns: ['name', 'kind', 'address', 'acceptedPersons', 'capacity', 'capacityText', 'sample'],
  one: { facility: facilityName, dataSource: source, capacitySource: source },
})

export type Municipality = RowOf<typeof municipality>
export type ServiceKind = RowOf<typeof serviceKind>
export type CorporationName = RowOf<typeof corporationName>
export type FacilityLine = RowOf<typeof facilityLine>
export type FacilityFacts = RowOf<typeof facilityPage>
export type ShelterLine = RowOf<typeof shelterLine>
export type { FactsList }

const ACTIVE = { status: 'ACTIVE' } as const

const sources = listOf(source, { first: ALL, orderBy: [{ key: 'asc' }] })
const byCode = [{ code: 'asc' }] as const
const byReading = [{ kana: 'asc' }, { id: 'asc' }] as const

const municipalitiesWhere = (where: Prisma.MunicipalityWhereInput) =>
  listOf(municipality, { where, first: ALL, orderBy: [...byCode] })

/** Municipalities in which something can be found. */
const withFacilities = municipalitiesWhere({ facilities: { some: ACTIVE } })

const kindsWhere = (where: Prisma.ServiceKindWhereInput) =>
  listOf(serviceKind, { where, first: 200, orderBy: [{ position: 'asc' }, { id: 'asc' }] })

/** Services that somebody gives. */
const givenKinds = kindsWhere({ offices: { some: ACTIVE } })

/** A part of a list, read on from where the address says. */
const partOf = ({ query }: PageRequest) =>
  query.before ? { before: query.before } : { after: query.after ?? null }

export const readStart = ({ pool }: PageRequest) =>
  readFacts(pool, { municipalities: withFacilities, kinds: givenKinds, sources })

export const readServices = ({ pool }: PageRequest) => readFacts(pool, { kinds: givenKinds, sources })

/** What is looked for, as the address says it. */
function facilitiesWhere(query: PageRequest['query']): Prisma.FacilityWhereInput {
  const where: Prisma.FacilityWhereInput[] = searchWords(query.q ?? '').map((word) => ({
    searchText: { contains: word },
  }))
  if (query.municipality) where.push({ municipalityCode: query.municipality })
  if (query.service) {
    const kind = readServiceKey(query.service)
    where.push(kind ? { offices: { some: { ...ACTIVE, serviceKind: kind } } } : { id: { in: [] } })
  }
  return { AND: [ACTIVE, ...where] }
}

export const readSearch = (request: PageRequest) =>
  readFacts(request.pool, {
    facilities: listOf(facilityLine, {
      where: facilitiesWhere(request.query),
      orderBy: [...byReading],
      first: ON_A_PAGE,
      ...partOf(request),
      total: true,
    }),
    municipalities: withFacilities,
    kinds: givenKinds,
    sources,
  })

export const readService = (request: PageRequest, key: { scheme: ServiceKind['scheme']; code: string }) =>
  readFacts(request.pool, {
    kind: kindsWhere(key),
    facilities: listOf(facilityLine, {
      where: facilitiesWhere({ ...request.query, service: `${key.scheme}-${key.code}` }),
      orderBy: [...byReading],
      first: ON_A_PAGE,
      ...partOf(request),
      total: true,
    }),
    municipalities: municipalitiesWhere({
      facilities: { some: { ...ACTIVE, offices: { some: { ...ACTIVE, serviceKind: key } } } },
    }),
    sources,
  })

/** The codes a municipality may be meant by: six digits, JIS five, or JIS with "00". */
function municipalityCodes(text: string): string[] {
  if (!/^\d{5,7}$/.test(text)) return []
  if (text.length === 6) return isMunicipalityCode(text) ? [text] : []
  if (text.length === 7 && !text.endsWith('00')) return []
  const five = text.slice(0, 5)
  return [five + municipalityCheckDigit(five)]
}

/** Municipalities of that code or name; a name may belong to several. */
const municipalitiesCalled = (place: string) => {
  const codes = municipalityCodes(place)
  return municipalitiesWhere(codes.length > 0 ? { code: { in: codes } } : { name: place })
}

export const readPlace = (request: PageRequest, place: string) => {
  const [code = ''] = municipalityCodes(place)
  return readFacts(request.pool, {
    municipalities: municipalitiesCalled(place),
    kinds: kindsWhere({
      offices: { some: { ...ACTIVE, facility: { is: { ...ACTIVE, municipalityCode: code } } } },
    }),
    facilities: listOf(facilityLine, {
      where: { ...ACTIVE, municipalityCode: code },
      orderBy: [...byReading],
      first: ON_A_PAGE,
      ...partOf(request),
      total: true,
    }),
    sources,
  })
}

/** Everything in a prefecture, by the first two digits of its code. */
export const readPrefecture = ({ pool }: PageRequest, code: string) =>
  readFacts(pool, {
    municipalities: municipalitiesWhere({
      code: { gte: `${code}0000`, lte: `${code}9999` },
      facilities: { some: ACTIVE },
    }),
    sources,
  })

/** A facility by its key, or by a former form of its address: the portal's id, or the number of an office. */
export function readFacility({ pool }: PageRequest, id: string) {
  const key = keyIn(id, 'Facility')
  if (!key && !isOfficeNumber(id)) return null
  return readFacts(pool, {
    facilities: listOf(facilityPage, {
      where: key ? { id: key } : { offices: { some: { officeNumber: id } } },
      first: 1,
    }),
    sources,
  })
}

/** A corporation by 法人番号, by its key or by the portal's id, with its facilities. */
export function readCorporation(request: PageRequest, id: string) {
  const key = keyIn(id, 'Corporation')
  if (!key && !/^\d{13}$/.test(id)) return null
  const where = key ? { id: key } : { corporateNumber: id }
  return readFacts(request.pool, {
    corporations: listOf(corporationPage, { where, first: 1 }),
    facilities: listOf(facilityLine, {
      where: { ...ACTIVE, corporation: { is: where } },
      orderBy: [...byReading],
      first: ON_A_PAGE,
      ...partOf(request),
      total: true,
    }),
    sources,
  })
}

/** Municipalities that have designated a welfare shelter. */
export const readShelterPlaces = ({ pool }: PageRequest) =>
  readFacts(pool, {
    municipalities: municipalitiesWhere({ shelters: { some: { ...ACTIVE, welfare: true } } }),
    sources,
  })

export const readShelters = ({ pool }: PageRequest, place: string) =>
  readFacts(pool, {
    municipalities: municipalitiesCalled(place),
    shelters: listOf(shelterLine, {
      where: { ...ACTIVE, welfare: true, municipalityCode: municipalityCodes(place)[0] ?? '' },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      first: 300,
    }),
    sources,
  })

/** For the frame of a page that has nothing of its own to read. */
export const readSources = ({ pool }: Pick<PageRequest, 'pool'>) => readFacts(pool, { sources })

// Sitemaps: at most 50,000 addresses a part, so one part per municipality and one per first digit of 法人番号 (a check
// digit, so the nine parts are equally long).

const REAL = { ...ACTIVE, sample: false } as const
const MOST_ADDRESSES = 50_000
const place = facts('Municipality', { columns: ['code'] })
const facilityAddress = facts('Facility', { columns: ['id', 'updatedAt'] })
const corporationAddress = facts('Corporation', { columns: ['id', 'corporateNumber', 'updatedAt'] })

export const readSitemapIndex = ({ pool }: Pick<PageRequest, 'pool'>) =>
  readFacts(pool, {
    municipalities: listOf(place, {
      where: { facilities: { some: REAL } },
      first: ALL,
      orderBy: [...byCode],
    }),
    kinds: givenKinds,
  })

export const readSitemapFacilities = ({ pool }: Pick<PageRequest, 'pool'>, code: string) =>
  readFacts(pool, {
    facilities: listOf(facilityAddress, {
      where: { ...REAL, municipalityCode: code },
      orderBy: [...byReading],
      first: MOST_ADDRESSES - 2,
    }),
  })

export const readSitemapCorporations = ({ pool }: Pick<PageRequest, 'pool'>, digit: string) =>
  readFacts(pool, {
    corporations: listOf(corporationAddress, {
      where: {
        ...REAL,
        corporateNumber: digit === '9' ? { gte: digit } : { gte: digit, lt: String(Number(digit) + 1) },
      },
      orderBy: [{ corporateNumber: 'asc' }],
      first: MOST_ADDRESSES,
    }),
  })

/** Where the registry stands: another answer means that any page may have changed. */
export interface Standing {
  readonly mark: string
  readonly changedAt: Date
}

/**
 * Two looks at the end of an index. Every command moves the ledger (a confirmation, a corrected service); whatever else
 * changes a record of the registry leaves an act of its own.
 */
export async function readStanding(sql: Sql): Promise<Standing> {
  const [row] = await sql<{ seq: string; act: string | null; at: Date | null }>(`
    SELECT head.audit_seq::text AS seq, act.id::text AS act, greatest(act.at, entry.at) AS at
    FROM ledger_head AS head
    LEFT JOIN audit_entry AS entry ON entry.seq = head.audit_seq
    LEFT JOIN LATERAL (SELECT id, at FROM change_act ORDER BY id DESC LIMIT 1) AS act ON true`)
  return { mark: `${row?.seq ?? ''} ${row?.act ?? ''}`, changedAt: row?.at ?? new Date(0) }
}
