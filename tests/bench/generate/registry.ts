import type { Prisma } from '../../../api/src/generated/prisma/client.ts'
import { SERVICE_KINDS } from '../../../api/src/modules/registry/rules/service-kinds.ts'
import { given } from './given.ts'
import { places, type Place } from './places.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

type Row<Input> = Input & { id: string }
export type CorporationRow = Row<Prisma.CorporationCreateManyInput>
export type FacilityRow = Row<Prisma.FacilityCreateManyInput>
type ServiceKindRow = Row<Prisma.ServiceKindCreateManyInput>

const DAY = 86_400_000

/** The day the generated world stands on; no row depends on the day it is generated. */
export const worldDay = new Date('2026-10-01T00:00:00Z')
export const daysBefore = (days: number): Date => new Date(worldDay.getTime() - days * DAY)
export const stamps = { createdAt: daysBefore(1000), updatedAt: daysBefore(30), version: 1 }
const sample = { sample: true, ...stamps }

export function municipalities(): Prisma.MunicipalityCreateManyInput[] {
  return places.map(({ code, name, prefecture }) => ({ code, name, prefecture }))
}

/** The master data every installation starts with. */
export function serviceKinds(random: Random): ServiceKindRow[] {
  return SERVICE_KINDS.map(({ validFrom, validTo, ...kind }, position) => ({
    ...kind,
    id: random.uuid(stamps.createdAt),
    validFrom: new Date(validFrom),
    validTo: validTo === null ? null : new Date(validTo),
    position,
    updatedAt: stamps.updatedAt,
    version: 1,
  }))
}

/** A service that generated facilities give, and what such a place is called. */
export interface Offer {
  kind: ServiceKindRow
  title: string
}

/** The services in use, the most frequent first. */
export function offers(kinds: readonly ServiceKindRow[]): Offer[] {
  return words.services.map(([scheme, code, title]) => ({
    kind: given(kinds.find((kind) => kind.scheme === scheme && kind.code === code)),
    title,
  }))
}

export function corporations(random: Random, count: number): CorporationRow[] {
  return Array.from({ length: count }, () => {
    const [name, kana] = joined(
      random.pickCommon(words.nameWords),
      random.pickCommon(words.corporationEndings),
    )
    const seat = random.pickCommon(places)
    return {
      ...sample,
      id: random.uuid(stamps.createdAt),
      name: `見本社会福祉法人${name}`,
      kana: `みほんしゃかいふくしほうじん${kana}`,
      kind: random.chance(0.06) ? 'COUNCIL' : 'GENERAL',
      seatMunicipalityCode: seat.code,
      seatAddress: address(random, seat),
      phone: phone(random),
      url: random.chance(0.6) ? `https://www.${random.between(1, 999_999)}.example/` : null,
    }
  })
}

/** Facilities, most of them in the town of their corporation. Every corporation has one; a few have hundreds. */
export function facilities(
  random: Random,
  owners: readonly CorporationRow[],
  services: readonly Offer[],
  count: number,
): FacilityRow[] {
  return Array.from({ length: count }, (_, index) => {
    const owner = owners[index] ?? random.pickCommon(owners)
    const { kind, title } = random.pickCommon(services)
    const [ownName, kana] = joined(random.pickCommon(words.nameWords), random.pick(words.facilityEndings))
    const place = random.chance(0.8) ? placeOf(owner.seatMunicipalityCode) : random.pickCommon(places)
    return {
      ...sample,
      id: random.uuid(stamps.createdAt),
      corporationId: owner.id,
      name: `見本 ${title} ${ownName}`,
      kana,
      postalCode: String(random.between(1, 9_999_999)).padStart(7, '0'),
      address: address(random, place),
      municipalityCode: place.code,
      latitude: place.latitude + random.between(-800, 800) / 10_000,
      longitude: place.longitude + random.between(-800, 800) / 10_000,
      phone: phone(random),
      fax: random.chance(0.7) ? phone(random) : null,
      url: null,
      capacity: random.chance(0.7) ? random.between(2, 24) * 5 : null,
      openedOn: random.chance(0.8) ? daysBefore(random.between(100, 15_000)) : null,
      mainServiceKindId: kind.id,
      ...(random.chance(0.02)
        ? { status: 'CLOSED', endedOn: '2026-03-31' }
        : { status: 'ACTIVE', endedOn: null }),
      confirmedAt: random.chance(0.6) ? daysBefore(random.between(1, 700)) : null,
    }
  })
}

/** About 2.2 services per facility, the first of them its main one. */
export function offices(
  random: Random,
  all: readonly FacilityRow[],
  services: readonly Offer[],
): Row<Prisma.ServiceOfficeCreateManyInput>[] {
  return all.flatMap((facility) => {
    const isMain = ({ kind }: Offer) => kind.id === facility.mainServiceKindId
    const more = random.pick([0, 0, 1, 1, 1, 1, 1, 2, 2, 3])
    const others = random.sample(
      services.filter((offer) => !isMain(offer)),
      more,
    )
    return [given(services.find(isMain)), ...others].map(({ kind }) => ({
      ...sample,
      id: random.uuid(stamps.createdAt),
      facilityId: facility.id,
      corporationId: facility.corporationId,
      serviceKindId: kind.id,
      name: `${facility.name} ${kind.shortName}`,
      kana: facility.kana,
      capacity: random.chance(0.5) ? random.between(2, 20) * 5 : null,
      phone: facility.phone,
      openDays: random.chance(0.5) ? '平日,土曜日' : '平日',
      status: facility.status,
      endedOn: facility.endedOn,
    }))
  })
}

/** Designated shelters: some are facilities, the others schools and halls of the same towns. */
export function shelters(random: Random, all: readonly FacilityRow[]): Row<Prisma.ShelterCreateManyInput>[] {
  const shelter = (index: number, name: string, town: string, at: FacilityRow, welfare: boolean) => ({
    ...sample,
    id: random.uuid(stamps.createdAt),
    kind: random.chance(0.6) ? ('DESIGNATED_SHELTER' as const) : ('EMERGENCY_SITE' as const),
    sourceKey: `bench-${index}-${welfare ? 'w' : 'p'}`,
    name,
    address: town,
    municipalityCode: at.municipalityCode,
    latitude: at.latitude,
    longitude: at.longitude,
    welfare,
    acceptedPersons: welfare ? '要配慮者' : null,
    hazards: random.sample(['洪水', '地震', '土砂災害', '大規模な火事'], random.between(1, 3)),
    facilityId: welfare ? at.id : null,
    matchReason: welfare ? '名称と所在地が一致' : null,
  })
  return all.flatMap((facility, index) => [
    ...(random.chance(0.3) ? [shelter(index, facility.name, facility.address, facility, true)] : []),
    ...(random.chance(0.2)
      ? [
          shelter(
            index,
            publicShelterName(random),
            address(random, placeOf(facility.municipalityCode)),
            facility,
            false,
          ),
        ]
      : []),
  ])
}

/** Whom to call: always the director, often one or two more. */
export function contacts(
  random: Random,
  all: readonly FacilityRow[],
): Row<Prisma.FacilityContactCreateManyInput>[] {
  return all.flatMap((facility) =>
    ['施設長', '夜間当直', '防災担当'].slice(0, random.between(1, 3)).map((roleTitle, index) => ({
      id: random.uuid(stamps.createdAt),
      facilityId: facility.id,
      roleTitle,
      personName: `見本 ${random.pick(['太郎', '花子', '一郎', '陽子'])}`,
      dayPhone: facility.phone,
      nightPhone: phone(random),
      position: index + 1,
      updatedAt: stamps.updatedAt,
      version: 1,
    })),
  )
}

export function equipment(
  random: Random,
  all: readonly FacilityRow[],
): Row<Prisma.FacilityEquipmentCreateManyInput>[] {
  return all.flatMap((facility) =>
    words.equipmentItems.map((item, index) => ({
      id: random.uuid(stamps.createdAt),
      facilityId: facility.id,
      item,
      state: random.pick(['YES', 'NO', 'UNKNOWN'] as const),
      position: index + 1,
      updatedAt: stamps.updatedAt,
      version: 1,
    })),
  )
}

function joined([written, kana]: words.Word, [ending, endingKana]: words.Word): words.Word {
  return [written + ending, kana + endingKana]
}

function placeOf(code: string | null | undefined): Place {
  return given(places.find((place) => place.code === code))
}

function address(random: Random, { prefecture, name }: Place): string {
  return `${prefecture}${name}${random.pickCommon(words.towns)}${random.between(1, 6)}丁目${random.between(1, 30)}-${random.between(1, 20)}`
}

/** No area begins with 000, so nobody can be called by it. */
function phone(random: Random): string {
  return `000-${random.between(100, 999)}-${String(random.between(0, 9999)).padStart(4, '0')}`
}

function publicShelterName(random: Random): string {
  return `見本 ${random.pickCommon(words.nameWords)[0]}${random.pick(words.publicShelters)}`
}
