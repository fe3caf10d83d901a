import type { CareNeed, ShelterFactKind, ShelterFactSource } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { shortFacilityName } from '../../registry/public.ts'
import { factsVisibleSql } from '../policy/register.ts'
import {
  COUNT_DEFINITIONS,
  countInEveryWay,
  countShelters,
  type CountDefinition,
  type CountedFact,
} from '../rules/counting.ts'
import { parameters } from './statement.ts'

export interface CountAsked {
  readonly eventId: string | null
  readonly at: Date
  readonly knownAt: Date
  readonly municipalityCode: string | null
  readonly sources: readonly ShelterFactSource[] | null
}

/** A facility that is counted, with the fact by which, and what the register says of it. */
export interface CountedShelter {
  readonly facilityId: string
  readonly name: string
  readonly municipality: string
  readonly corporation: string | null
  readonly phone: string | null
  readonly sample: boolean
  readonly kind: ShelterFactKind
  readonly at: Date
  readonly source: ShelterFactSource
  readonly sourceText: string
  readonly dayPlaces: number | null
  readonly nightPlaces: number | null
  readonly directEvacuation: boolean | null
  readonly acceptedPersons: string
  readonly needs: readonly CareNeed[]
}

export interface ShelterCount {
  readonly definition: CountDefinition
  readonly at: Date
  readonly drill: boolean
  readonly count: number
  readonly rows: readonly CountedShelter[]
}

export interface ShelterCounts {
  readonly definition: CountDefinition
  readonly count: number
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly facilityId: string
  readonly kind: ShelterFactKind
  readonly at: Date
  readonly source: ShelterFactSource
  readonly sourceText: string
  readonly eventId: string | null
  readonly drill: boolean
  readonly recordedAt: Date
  readonly withdrawnAt: Date | null
}

/** The facts a viewer may count, of drills only the one that is asked for. */
async function factsFor(sql: Sql, viewer: Viewer, asked: CountAsked): Promise<CountedFact[]> {
  const { values, param } = parameters()
  const conditions = [
    factsVisibleSql(viewer, param),
    `f.at <= ${param(asked.at.toISOString())}::timestamptz`,
    asked.eventId
      ? `(f.event_id IS NULL OR NOT e.drill OR f.event_id = ${param(asked.eventId)}::uuid)`
      : '(f.event_id IS NULL OR NOT e.drill)',
    ...(asked.municipalityCode ? [`fa.municipality_code = ${param(asked.municipalityCode)}`] : []),
    ...(asked.sources ? [`f.source::text = ANY (${param([...asked.sources])}::text[])`] : []),
  ]
  const rows = await sql<Row>(
    `SELECT f.id::text, f.facility_id::text AS "facilityId", f.kind::text, f.at, f.source::text,
       f.source_text AS "sourceText", f.event_id::text AS "eventId", coalesce(e.drill, false) AS drill,
       f.recorded_at AS "recordedAt", f.withdrawn_at AS "withdrawnAt"
     FROM shelter_fact AS f JOIN facility AS fa ON fa.id = f.facility_id
     LEFT JOIN disaster_event AS e ON e.id = f.event_id
     WHERE fa.status = 'ACTIVE' AND ${conditions.join(' AND ')}`,
    values,
  )
  return rows.map(({ at, recordedAt, withdrawnAt, ...fact }) => ({
    ...fact,
    at: new Date(at),
    recordedAt: new Date(recordedAt),
    withdrawnAt: withdrawnAt && new Date(withdrawnAt),
  }))
}

/** A disaster that the viewer may know of; undefined for one that is not theirs. */
async function drillOf(sql: Sql, viewer: Viewer, eventId: string | null): Promise<boolean | undefined> {
  if (eventId === null) return false
  const [event] = await sql<{ drill: boolean }>(
    'SELECT drill FROM disaster_event WHERE id = $1::uuid AND platform_id = ANY ($2::uuid[])',
    [eventId, [...viewer.platformIds]],
  )
  return event?.drill
}

interface Described extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly municipality: string
  readonly corporation: string | null
  readonly phone: string | null
  readonly sample: boolean
  readonly dayPlaces: number | null
  readonly nightPlaces: number | null
  readonly directEvacuation: boolean | null
  readonly acceptedPersons: string | null
  readonly needs: readonly CareNeed[]
}

/** What the register says of facilities that are counted; who may see the fact may see where it is. */
const describe = (sql: Sql, ids: readonly string[]) =>
  sql<Described>(
    `SELECT fa.id::text, fa.name, mu.name AS municipality, co.name AS corporation, fa.phone, fa.sample,
       w.day_places AS "dayPlaces", w.night_places AS "nightPlaces", w.direct_evacuation AS "directEvacuation",
       w.accepted_persons AS "acceptedPersons",
       array(SELECT p.need::text FROM welfare_shelter_places AS p WHERE p.welfare_shelter_id = w.id ORDER BY p.need) AS needs
     FROM facility AS fa JOIN municipality AS mu ON mu.code = fa.municipality_code
     LEFT JOIN corporation AS co ON co.id = fa.corporation_id
     LEFT JOIN welfare_shelter AS w ON w.facility_id = fa.id
     WHERE fa.id = ANY ($1::uuid[])`,
    [[...ids]],
  )

/** A count by one definition, with the rows behind it; null for a disaster that is not the viewer's. */
export async function shelterCount(
  sql: Sql,
  viewer: Viewer,
  definition: CountDefinition,
  asked: CountAsked,
): Promise<ShelterCount | null> {
  const drill = await drillOf(sql, viewer, asked.eventId)
  if (drill === undefined) return null
  const facts = (await factsFor(sql, viewer, asked)) as (CountedFact & Row)[]
  const counted = countShelters(definition, facts, asked)
  const words = new Map(
    (
      await describe(
        sql,
        counted.map(({ facilityId }) => facilityId),
      )
    ).map((one) => [one.id, one]),
  )
  const texts = new Map(facts.map(({ id, sourceText }) => [id, sourceText]))
  return {
    definition,
    at: asked.at,
    drill,
    count: counted.length,
    rows: counted.flatMap(({ facilityId, fact }) => {
      const found = words.get(facilityId)
      if (!found) return []
      const { id, name, acceptedPersons, ...rest } = found
      return [
        {
          ...rest,
          facilityId: globalId('Facility', id),
          name: shortFacilityName(name),
          acceptedPersons: acceptedPersons ?? '',
          kind: fact.kind,
          at: fact.at,
          source: fact.source,
          sourceText: texts.get(fact.id) ?? '',
        },
      ]
    }),
  }
}

/** Every way of counting at once; null for a disaster that is not the viewer's. */
export async function shelterCounts(
  sql: Sql,
  viewer: Viewer,
  asked: CountAsked,
): Promise<ShelterCounts[] | null> {
  if ((await drillOf(sql, viewer, asked.eventId)) === undefined) return null
  const counts = countInEveryWay(await factsFor(sql, viewer, asked), asked)
  return COUNT_DEFINITIONS.map((definition) => ({ definition, count: counts[definition] }))
}
