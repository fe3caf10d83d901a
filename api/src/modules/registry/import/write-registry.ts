import type { Tx } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import { corporationNameKey, sortingKana } from '../rules/names.ts'
import { SERVICE_KINDS } from '../rules/service-kinds.ts'
import { known } from './known.ts'
import type { PublishedCorporation, PublishedFacility, PublishedRegistry, ShelterRow } from './published.ts'
import { sourceKeyOf, type Source } from './read-folder.ts'

/** What became of the records of one kind. */
export interface Outcome {
  created: number
  changed: number
  unchanged: number
}

export const RECORDS = ['municipalities', 'corporations', 'facilities', 'offices', 'shelters'] as const
export type Outcomes = Record<(typeof RECORDS)[number], Outcome>

/** Rows per INSERT; PostgreSQL takes at most 65,535 values in one statement. */
const BATCH = 500

/** Puts the master data of services in place; what an operator has edited stays as it is. */
async function ensureServiceKinds(tx: Tx): Promise<void> {
  await tx.serviceKind.createMany({
    skipDuplicates: true,
    data: SERVICE_KINDS.map(({ validFrom, validTo, ...kind }, position) => ({
      ...kind,
      validFrom: new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      position,
    })),
  })
}

/**
 * Brings the registry to what the published files say. Records are found again by their numbers, compared value by
 * value, and written only where something differs, so that a repetition changes nothing. Records that are in the
 * registry but not in the files stay as they are; invented ones are never touched.
 */
export async function writeRegistry(
  tx: Tx,
  registry: PublishedRegistry,
  sources: readonly Source[],
  now: Date,
): Promise<Outcomes> {
  await ensureServiceKinds(tx)
  const writer = new RegistryWriter(tx, now, await writeSources(tx, sources, now))
  const municipalities = await writer.municipalities(registry)
  const { outcome: corporations, ids: corporationIds } = await writer.corporations(registry.corporations)
  const { facilities, offices } = await writer.facilities(registry.facilities, corporationIds)
  const shelters = await writer.shelters(registry.shelters)
  return { municipalities, corporations, facilities, offices, shelters }
}

/** Which sources differ from what was read last. */
export async function changedSources(tx: Tx, sources: readonly Source[]): Promise<Source[]> {
  const existing = await tx.dataSource.findMany({ select: { key: true, contentHash: true } })
  const hashes = new Map(existing.map(({ key, contentHash }) => [key, Buffer.from(contentHash)]))
  return sources.filter(({ key, contentHash }) => !hashes.get(key)?.equals(contentHash))
}

async function writeSources(tx: Tx, sources: readonly Source[], now: Date): Promise<Map<string, string>> {
  for (const { key, title, issuer, licence, asOf, contentHash, rowCount } of await changedSources(
    tx,
    sources,
  )) {
    const data = {
      title,
      issuer,
      licence,
      asOf: new Date(asOf),
      contentHash: new Uint8Array(contentHash),
      rowCount,
      importedAt: now,
    }
    await tx.dataSource.upsert({ where: { key }, create: { key, ...data }, update: data })
  }
  const rows = await tx.dataSource.findMany({ select: { id: true, key: true } })
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** Whether a record already holds every value that is to be written. */
function holds(record: object, data: object): boolean {
  const current = record as Record<string, unknown>
  return Object.entries(data).every(
    ([name, value]) => JSON.stringify(current[name] ?? null) === JSON.stringify(value ?? null),
  )
}

/** The record to which a merged one has gone, however many merges later. */
function standing<Row extends { readonly id: string; readonly successorId: string | null }>(
  row: Row,
  byId: ReadonlyMap<string, Row>,
): Row {
  const seen = new Set<string>()
  let current = row
  while (current.successorId !== null && !seen.has(current.id)) {
    seen.add(current.id)
    current = byId.get(current.successorId) ?? { ...current, successorId: null }
  }
  return current
}

/** What a person has set, no file changes. */
function unlessSetByHand<Data extends object>(data: Data, current: { handSet: string[] } | undefined): Data {
  const set = current?.handSet ?? []
  if (set.length === 0) return data
  const kept = current as unknown as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(data).map(([column, cell]) => [column, set.includes(column) ? kept[column] : cell]),
  ) as Data
}

interface Versioned {
  readonly id: string
  readonly version: number
}

class RegistryWriter {
  readonly #tx: Tx
  readonly #now: Date
  readonly #sourceIds: ReadonlyMap<string, string>

  constructor(tx: Tx, now: Date, sourceIds: ReadonlyMap<string, string>) {
    this.#tx = tx
    this.#now = now
    this.#sourceIds = sourceIds
  }

  async municipalities({ municipalities }: PublishedRegistry): Promise<Outcome> {
    const existing = new Map((await this.#tx.municipality.findMany()).map((row) => [row.code, row]))
    const outcome = { created: 0, changed: 0, unchanged: 0 }
    for (const { code, name, prefecture } of municipalities) {
      const current = existing.get(code)
      const data = { name, prefecture }
      if (!current) outcome.created++
      else if (holds(current, data)) outcome.unchanged++
      else outcome.changed++
      if (!current || !holds(current, data))
        await this.#tx.municipality.upsert({ where: { code }, create: { code, ...data }, update: data })
    }
    return outcome
  }

  async corporations(
    published: readonly PublishedCorporation[],
  ): Promise<{ outcome: Outcome; ids: Map<string, string> }> {
    const existing = await this.#tx.corporation.findMany({ where: { sample: false } })
    const byKey = new Map(
      existing.map((row) => [row.corporateNumber ?? `name:${corporationNameKey(row.name)}`, row]),
    )
    const byId = new Map(existing.map((row) => [row.id, row]))
    const ids = new Map<string, string>()
    const outcome = await this.#write(
      published.flatMap(({ key, file, ...facts }) => {
        const current = byKey.get(key)
        const id = current?.id ?? newId(this.#now)
        // A record that people have found to be another one: the file means the one that was kept.
        const kept = current?.status === 'MERGED' ? standing(current, byId) : null
        ids.set(key, kept?.id ?? id)
        if (kept) return []
        const data = { ...facts, otherSpellings: [...facts.otherSpellings], dataSourceId: this.#source(file) }
        return [{ id, current, data: unlessSetByHand(data, current) }]
      }),
      (data) => this.#tx.corporation.createMany({ data }),
      (current, data) => save(this.#tx.corporation, current, current.version, data),
    )
    return { outcome, ids }
  }

  async facilities(
    published: readonly PublishedFacility[],
    corporationIds: ReadonlyMap<string, string>,
  ): Promise<{ facilities: Outcome; offices: Outcome }> {
    const kinds = await this.#tx.serviceKind.findMany({ where: { scheme: 'KAIGO' } })
    const kindIds = new Map(kinds.map(({ code, id }) => [code, id]))
    const knownOffices = await this.#tx.serviceOffice.findMany({ where: { sample: false } })
    const officeByKey = new Map(knownOffices.map((row) => [`${row.officeNumber} ${row.serviceKindId}`, row]))
    const knownFacilities = await this.#tx.facility.findMany({ where: { sample: false } })
    const facilityById = new Map(knownFacilities.map((row) => [row.id, row]))
    const officeOf = (row: PublishedFacility['main']) =>
      officeByKey.get(`${row.officeNumber} ${kindIds.get(row.serviceCode)}`)

    const facilityIds = new Map<PublishedFacility, string>()
    const taken = new Set<string>()
    const partOfAnother = new Set<PublishedFacility>()
    for (const facility of published) {
      // Offices that a person has put into a facility make no other one, whatever address the file gives them.
      const put = facility.offices
        .map(officeOf)
        .find((office) => office?.handSet.includes('facilityId'))?.facilityId
      if (put && taken.has(put)) {
        facilityIds.set(facility, put)
        partOfAnother.add(facility)
        continue
      }
      // The place it already is: where its offices are registered, the leading service first.
      const current = facility.offices
        .map((row) => officeOf(row)?.facilityId)
        .find((id) => id && !taken.has(id))
      const id = current ?? newId(this.#now)
      taken.add(id)
      facilityIds.set(facility, id)
    }

    const facilities = await this.#write(
      published
        .filter((facility) => !partOfAnother.has(facility))
        .map((facility) => {
          const { main, corporationKey } = facility
          const id = known(facilityIds, facility)
          const data = {
            corporationId: corporationIds.get(corporationKey ?? '') ?? null,
            name: main.name,
            kana: sortingKana(main.kana),
            address: main.address,
            building: main.building,
            municipalityCode: main.municipalityCode,
            latitude: main.point?.latitude ?? null,
            longitude: main.point?.longitude ?? null,
            phone: main.phone,
            fax: main.fax,
            url: main.url,
            capacity: main.capacity,
            mainServiceKindId: known(kindIds, main.serviceCode),
            dataSourceId: this.#source(sourceKeyOf(main)),
          }
          const current = facilityById.get(id)
          return { id, current, data: unlessSetByHand(data, current) }
        }),
      (data) => this.#tx.facility.createMany({ data }),
      (current, data) => save(this.#tx.facility, current, current.version, data),
    )

    const offices = await this.#write(
      published.flatMap((facility) =>
        facility.offices.map((row) => {
          const current = officeOf(row)
          const data = {
            facilityId: known(facilityIds, facility),
            corporationId: corporationIds.get(facility.corporationKey ?? '') ?? null,
            officeNumber: row.officeNumber,
            serviceKindId: known(kindIds, row.serviceCode),
            name: row.name,
            kana: row.kana,
            capacity: row.capacity,
            phone: row.phone,
            fax: row.fax,
            openDays: row.openDays,
            openDaysNote: row.openDaysNote,
            dataSourceId: this.#source(sourceKeyOf(row)),
          }
          return { id: current?.id ?? newId(this.#now), current, data: unlessSetByHand(data, current) }
        }),
      ),
      (data) => this.#tx.serviceOffice.createMany({ data }),
      (current, data) => save(this.#tx.serviceOffice, current, current.version, data),
    )
    return { facilities, offices }
  }

  /** Which facility a shelter is, is found by `matchRegistry`. */
  async shelters(published: readonly ShelterRow[]): Promise<Outcome> {
    const existing = await this.#tx.shelter.findMany({ where: { sample: false } })
    const byKey = new Map(existing.map((row) => [`${row.kind} ${row.sourceKey}`, row]))
    return this.#write(
      published.map((row) => {
        const current = byKey.get(`${row.kind} ${row.sourceKey}`)
        const data = {
          kind: row.kind,
          sourceKey: row.sourceKey,
          name: row.name,
          address: row.address,
          municipalityCode: row.municipalityCode,
          latitude: row.point?.latitude ?? null,
          longitude: row.point?.longitude ?? null,
          welfare: row.welfare,
          acceptedPersons: row.acceptedPersons,
          hazards: [...row.hazards],
          dataSourceId: this.#source(sourceKeyOf(row)),
        }
        return { id: current?.id ?? newId(this.#now), current, data }
      }),
      (data) => this.#tx.shelter.createMany({ data }),
      (current, data) => save(this.#tx.shelter, current, current.version, data),
    )
  }

  #source(key: string): string {
    return known(this.#sourceIds, key)
  }

  async #write<Current extends Versioned, Data extends object>(
    records: readonly { id: string; current: Current | undefined; data: Data }[],
    create: (rows: (Data & { id: string })[]) => PromiseLike<unknown>,
    change: (current: Current, data: Data) => Promise<void>,
  ): Promise<Outcome> {
    const fresh = records.filter(({ current }) => !current)
    for (let start = 0; start < fresh.length; start += BATCH)
      await create(fresh.slice(start, start + BATCH).map(({ id, data }) => ({ id, ...data })))
    let changed = 0
    for (const { current, data } of records) {
      if (!current || holds(current, data)) continue
      await change(current, data)
      changed++
    }
    return { created: fresh.length, changed, unchanged: records.length - fresh.length - changed }
  }
}
