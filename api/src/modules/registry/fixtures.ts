import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Prisma } from '../../generated/prisma/client.ts'
import { runCommand } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId, newId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { confirmFacilityUnchanged } from './commands/confirm-facility-unchanged.ts'
import { matchRegistry } from './commands/match-registry.ts'
import { directorsOf, person } from './fixtures/sample-directors.ts'
import {
  SAMPLE_EQUIPMENT,
  SAMPLE_NETWORK,
  type SampleCorporation,
  type SampleFacility,
} from './fixtures/sample-network.ts'
import { qualificationRows, resourceRows, SAMPLE_AREAS } from './fixtures/sample-blocks.ts'
import { SAMPLE_PAIRS_CORPORATION, samplePairs } from './fixtures/sample-pairs.ts'
import { importFolder } from './import/import-folder.ts'
import { shortFacilityName } from './rules/names.ts'
import { readServiceKey } from './rules/service-kinds.ts'

/** The municipality in which the sample network is set. */
const SAMPLE_MUNICIPALITY = '062014'

const unique = (): string => randomUUID().slice(0, 8)

/** A municipality for tests; 山形市 unless said otherwise. */
const municipality = (db: Db, { code = SAMPLE_MUNICIPALITY, name = '山形市' } = {}) =>
  db.municipality.upsert({ where: { code }, create: { code, name, prefecture: '山形県' }, update: {} })

/** A valid invented corporation with a name of its own. */
export const corporation = (db: Db, given: Partial<Prisma.CorporationUncheckedCreateInput> = {}) =>
  db.corporation.create({
    data: { name: `社会福祉法人 見本${unique()}会`, kind: 'GENERAL', sample: true, ...given },
  })

/** A valid invented facility with a name of its own, in 山形市. */
export async function facility(db: Db, given: Partial<Prisma.FacilityUncheckedCreateInput> = {}) {
  const { code } = await municipality(db)
  const data = {
    name: `見本${unique()}荘`,
    address: '山形市見本町1-1',
    municipalityCode: code,
    sample: true,
    ...given,
  }
  return db.facility.create({ data })
}

/** A service for tests, by its key; made if the master data is not there. */
export async function serviceKind(db: Db, key = 'KAIGO-510') {
  const found = readServiceKey(key)
  if (!found) throw new Error(`${key} is no key of a service`)
  return db.serviceKind.upsert({
    where: { scheme_code: found },
    create: {
      ...found,
      name: key,
      shortName: key,
      source: '見本',
      validFrom: new Date('2000-04-01'),
      position: 0,
    },
    update: {},
  })
}

/** The real registry of 山形県 and the invented bodies beside it. */
export const bodies: Chapter = {
  title: '山形県の公表データと見本の法人・施設',
  async write(year) {
    const folder = path.resolve(import.meta.dirname, '../../../../data')
    await importFolder(folder, { db: year.db, clock: { now: () => year.now } })
    if ((await year.db.corporation.count({ where: { sample: true } })) === 0) await writeNetwork(year)
    await compare(year)
  },
}

/** Which records are one is found by the portal, as after every import. */
async function compare({ db, now }: SampleYear): Promise<void> {
  const context = { db, clock: { now: () => now }, viewer: systemViewer, requestId: null }
  await runCommand(matchRegistry, {}, context)
}

async function writeNetwork({ db, now }: SampleYear): Promise<void> {
  const kinds = await db.serviceKind.findMany({ select: { id: true, scheme: true, code: true } })
  const kindIds = new Map(kinds.map(({ id, scheme, code }) => [`${scheme}-${code}`, id]))
  await db.communityArea.createMany({
    data: SAMPLE_AREAS.map((area) => ({
      ...area,
      municipalityCode: SAMPLE_MUNICIPALITY,
      validFrom: new Date('2018-04-01'),
    })),
    skipDuplicates: true,
  })
  const areas = await db.communityArea.findMany({ where: { name: { startsWith: '見本' } } })
  const areaId = (name: string) => areas.find((area) => area.name === name)?.id ?? null
  const rows = networkRows(now, areaId, (service) => {
    const id = kindIds.get(service)
    if (!id) throw new Error(`The master data has no service ${service}.`)
    return id
  })
  await db.corporation.createMany({ data: rows.corporations })
  await db.facility.createMany({ data: rows.facilities })
  await db.serviceOffice.createMany({ data: rows.offices })
  await db.facilityContact.createMany({ data: rows.contacts })
  await db.facilityEquipment.createMany({ data: rows.equipment })
  await db.facilityResource.createMany({ data: rows.resources })
  await db.facilityQualification.createMany({ data: rows.qualifications })
  await db.shelter.createMany({ data: rows.shelters })
}

interface NetworkRows {
  corporations: (Prisma.CorporationCreateManyInput & { id: string })[]
  facilities: (Prisma.FacilityCreateManyInput & { id: string })[]
  offices: Prisma.ServiceOfficeCreateManyInput[]
  contacts: Prisma.FacilityContactCreateManyInput[]
  equipment: Prisma.FacilityEquipmentCreateManyInput[]
  resources: Prisma.FacilityResourceCreateManyInput[]
  qualifications: Prisma.FacilityQualificationCreateManyInput[]
  shelters: Prisma.ShelterCreateManyInput[]
}

function networkRows(
  now: Date,
  areaId: (name: string) => string | null,
  kindId: (service: string) => string,
): NetworkRows {
  const rows: NetworkRows = {
    corporations: [],
    facilities: [],
    offices: [],
    contacts: [],
    equipment: [],
    resources: [],
    qualifications: [],
    shelters: [],
  }
  for (const given of SAMPLE_NETWORK) {
    const corporationId = newId(now)
    rows.corporations.push({
      id: corporationId,
      name: `社会福祉法人 見本${given.stem}会`,
      kana: `しゃかいふくしほうじん みほん${given.kana}かい`,
      kind: 'GENERAL',
      seatMunicipalityCode: SAMPLE_MUNICIPALITY,
      seatAddress: `山形市見本町${given.block}丁目1番1号`,
      phone: phone(rows.corporations.length + 1, '1'),
      sample: true,
    })
    for (const place of given.facilities) addFacility(rows, now, areaId, kindId, given, corporationId, place)
  }
  return rows
}

/** 000-000-0001 and the like: numbers that ring nowhere. */
const phone = (number: number, group = '0'): string => `000-00${group}-${String(number).padStart(4, '0')}`

function addFacility(
  rows: NetworkRows,
  now: Date,
  areaId: (name: string) => string | null,
  kindId: (service: string) => string,
  { stem, kana, block }: SampleCorporation,
  corporationId: string,
  place: SampleFacility,
): void {
  const id = newId(now)
  const number = rows.facilities.length + 1
  const name = place.name.replace('～', stem)
  const address = `山形市見本町${block}丁目${(number % 9) + 1}番${(number % 5) + 1}号`
  const [main] = place.offices
  rows.facilities.push({
    id,
    corporationId,
    name,
    kana: place.kana.replace('～', kana),
    postalCode: '0000000',
    address,
    municipalityCode: SAMPLE_MUNICIPALITY,
    phone: phone(number),
    fax: phone(number, '9'),
    capacity: main?.capacity ?? null,
    openedOn: new Date(place.openedOn),
    mainServiceKindId: main ? kindId(main.service) : null,
    level1AreaId: areaId('見本市全域'),
    level2AreaId: areaId(
      number % 3 === 0 ? '見本第三地区' : number % 2 === 0 ? '見本第二地区' : '見本第一地区',
    ),
    schoolDistrictId: areaId(number % 2 === 0 ? '見本第二小学校区' : '見本第一小学校区'),
    sample: true,
  })
  for (const { service, capacity } of place.offices) {
    const office = {
      facilityId: id,
      corporationId,
      serviceKindId: kindId(service),
      name,
      capacity,
      phone: phone(number),
    }
    rows.offices.push({ ...office, kana: place.kana.replace('～', kana), sample: true })
  }
  rows.contacts.push(
    {
      facilityId: id,
      position: 1,
      roleTitle: '施設長',
      personName: person(number),
      dayPhone: phone(number),
      nightPhone: phone(number, '1'),
      email: `shisetsucho-${number}@mihon.example`,
      sinceOn: new Date('2024-04-01'),
    },
    {
      facilityId: id,
      position: 2,
      roleTitle: '防災の担当',
      personName: person(number + 1),
      dayPhone: phone(number),
      nightPhone: phone(number, '2'),
      backupName: person(number + 2),
      backupPhone: phone(number, '4'),
    },
    {
      facilityId: id,
      position: 3,
      roleTitle: '夜間の代表',
      personName: null,
      dayPhone: null,
      nightPhone: phone(number, '3'),
    },
  )
  if (number === 1)
    rows.contacts.push({
      facilityId: id,
      position: 4,
      roleTitle: '法人本部の緊急連絡先',
      personName: person(number + 3),
      nightPhone: phone(number, '5'),
      audience: 'SECRETARIAT',
    })
  if (place.confirmed !== null) {
    rows.resources.push(...resourceRows(id, number))
    rows.qualifications.push(...qualificationRows(id, number))
  }
  rows.equipment.push(...equipmentRows(id, number, place.confirmed === null))
  if (place.shelter) rows.shelters.push(shelterRow(id, number, name, address, place.shelter))
}

function equipmentRows(
  facilityId: string,
  number: number,
  unanswered: boolean,
): Prisma.FacilityEquipmentCreateManyInput[] {
  return SAMPLE_EQUIPMENT.map(([item, ...answers], n) => {
    const answer = unanswered ? undefined : answers[(number === 1 ? 0 : number + n) % answers.length]
    const state = answer === undefined ? 'UNKNOWN' : answer === null ? 'NO' : 'YES'
    return { facilityId, item, position: n + 1, state, note: answer ?? null }
  })
}

function shelterRow(
  facilityId: string,
  number: number,
  facilityName: string,
  address: string,
  role: NonNullable<SampleFacility['shelter']>,
): Prisma.ShelterCreateManyInput {
  const welfare = role === 'WELFARE'
  return {
    kind: welfare ? 'DESIGNATED_SHELTER' : 'EMERGENCY_SITE',
    sourceKey: `見本-${String(number).padStart(3, '0')}`,
    name: shortFacilityName(facilityName),
    address,
    municipalityCode: SAMPLE_MUNICIPALITY,
    welfare,
    acceptedPersons: welfare ? '要配慮者（高齢者、障害者）とその家族' : null,
    hazards: welfare ? [] : ['洪水', '地震'],
    facilityId,
    matchReason: 'NAME_AND_ADDRESS',
    sample: true,
  }
}

/** Their own people look at the facts of the sample facilities, some last week, some too long ago, some never. */
export const confirmations: Chapter = {
  title: '見本の施設の「変わりありません」',
  async write(year) {
    if ((await year.db.facilityConfirmation.count()) > 0) return
    const directors = await directorsOf(year)
    const planned = SAMPLE_NETWORK.flatMap(({ stem, facilities }) =>
      facilities.flatMap(({ name, confirmed, again }) => {
        const director = directors.get(name.replace('～', stem))
        if (!director) throw new Error(`${name} has no director.`)
        const whole =
          confirmed === null ? { days: 60, blocks: ['BASIC'] } : { days: confirmed, blocks: [undefined] }
        return [whole, ...(again ? [again] : [])].flatMap(({ days, blocks }) =>
          blocks.map((block) => ({ ...director, block, at: year.daysAgo(days, '15:20') })),
        )
      }),
    )
    for (const { viewer, facilityId, block, at } of planned.toSorted(
      (a, b) => a.at.getTime() - b.at.getTime(),
    )) {
      const context = { db: year.db, viewer, clock: { now: () => at }, requestId: null }
      await runCommand(
        confirmFacilityUnchanged,
        { facilityId: globalId('Facility', facilityId), block },
        context,
      )
    }
  },
}

/** Invented records that look alike, so that there is something to decide about. */
export const pairs: Chapter = {
  title: '見本の「同じものの確認」',
  async write(year) {
    const { db } = year
    if ((await db.corporation.count({ where: { name: SAMPLE_PAIRS_CORPORATION } })) > 0) return
    const rows = samplePairs(year.now, SAMPLE_MUNICIPALITY)
    await db.corporation.createMany({ data: rows.corporations })
    await db.facility.createMany({ data: rows.facilities })
    await db.facilityContact.createMany({ data: rows.contacts })
    await db.facilityEquipment.createMany({ data: rows.equipment })
    await db.shelter.createMany({ data: rows.shelters })
    await compare(year)
  },
}
