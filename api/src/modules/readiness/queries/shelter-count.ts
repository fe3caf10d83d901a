import { z } from 'zod'
import type { CareNeed, ShelterFactKind, ShelterFactSource } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import { badInput } from '../../../kernel/read/bad-input.ts'
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
  /** Of them those with the wished need and way in. */
  readonly found: number
  /** Places of the first and last row; null without rows. */
  readonly startCursor: string | null
  readonly endCursor: string | null
  readonly hasPrevious: boolean
  readonly hasNext: boolean
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
  readonly place: Place
}

/** Which of the counted facilities are shown. */
export interface PageAsked {
  /** Only those with places for this kind of need. */
  readonly need: CareNeed | null
  /** Only those to which named persons may come straight. */
  readonly direct: boolean
  readonly first: number
  readonly after: string | null
  readonly before: string | null
}

interface DescribedPage {
  readonly rows: readonly Described[]
  readonly found: number
}

/**
 * What the register says of a page of the facilities that are counted, by municipality and reading; who may see the fact
 * may see where it is. A page begins after a place, so that what is recorded meanwhile neither repeats nor hides a line.
 */
async function describe(sql: Sql, ids: readonly string[], asked: PageAsked): Promise<DescribedPage> {
  const { values, param } = parameters()
  const chosen = [
    `fa.id = ANY (${param([...ids])}::uuid[])`,
    ...(asked.direct ? ['w.direct_evacuation'] : []),
    ...(asked.need
      ? [
          `EXISTS (SELECT FROM welfare_shelter_places AS p WHERE p.welfare_shelter_id = w.id
             AND p.need = ${param(asked.need)}::care_need)`,
        ]
      : []),
  ].join(' AND ')
  const cursor = asked.after ?? asked.before
  const backwards = asked.after === null && asked.before !== null
  const place = cursor === null ? null : placeOf(cursor)
  const beyond = place
    ? `AND (fa.municipality_code, fa.kana, fa.id) ${backwards ? '<' : '>'}
         (${param(place[0])}, ${param(place[1])}, ${param(place[2])}::uuid)`
    : ''
  const from = `FROM facility AS fa JOIN municipality AS mu ON mu.code = fa.municipality_code
     LEFT JOIN corporation AS co ON co.id = fa.corporation_id
     LEFT JOIN welfare_shelter AS w ON w.facility_id = fa.id`
  const direction = backwards ? 'DESC' : 'ASC'
  const rows = await sql<Described & { readonly found: number }>(
    `SELECT fa.id::text, fa.name, mu.name AS municipality, co.name AS corporation, fa.phone, fa.sample,
       w.day_places AS "dayPlaces", w.night_places AS "nightPlaces", w.direct_evacuation AS "directEvacuation",
       w.accepted_persons AS "acceptedPersons",
       array(SELECT p.need::text FROM welfare_shelter_places AS p WHERE p.welfare_shelter_id = w.id ORDER BY p.need) AS needs,
       jsonb_build_array(fa.municipality_code, fa.kana, fa.id) AS place,
       (SELECT count(*)::int ${from} WHERE ${chosen}) AS found
     ${from} WHERE ${chosen} ${beyond}
     ORDER BY fa.municipality_code ${direction}, fa.kana ${direction}, fa.id ${direction} LIMIT ${param(asked.first + 1)}`,
    values,
  )
  return { rows, found: rows[0]?.found ?? 0 }
}

/** Where a line stands: municipality, reading and key. */
type Place = readonly [municipalityCode: string, kana: string, facilityId: string]

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

const PLACE = z.tuple([z.string().max(6), z.string().max(500), z.uuid()])

function placeOf(cursor: string): Place {
  try {
    return PLACE.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw badInput('This is not a cursor; use one that the list returned.')
  }
}

/** A count by one definition, with a page of the rows behind it; null for a disaster that is not the viewer's. */
export async function shelterCount(
  sql: Sql,
  viewer: Viewer,
  definition: CountDefinition,
  asked: CountAsked,
  page: PageAsked,
): Promise<ShelterCount | null> {
  const drill = await drillOf(sql, viewer, asked.eventId)
  if (drill === undefined) return null
  const facts = (await factsFor(sql, viewer, asked)) as (CountedFact & Row)[]
  const counted = new Map(countShelters(definition, facts, asked).map((one) => [one.facilityId, one.fact]))
  const texts = new Map(facts.map(({ id, sourceText }) => [id, sourceText]))
  const { rows, found } = await describe(sql, [...counted.keys()], page)
  const backwards = page.after === null && page.before !== null
  const more = rows.length > page.first
  const shown = rows.slice(0, page.first)
  if (backwards) shown.reverse()
  const [first, last] = [shown.at(0), shown.at(-1)]
  return {
    definition,
    at: asked.at,
    drill,
    count: counted.size,
    found,
    startCursor: first ? cursorOf(first.place) : null,
    endCursor: last ? cursorOf(last.place) : null,
    hasPrevious: backwards ? more : page.after !== null,
    hasNext: backwards ? true : more,
    rows: shown.flatMap(({ id, name, acceptedPersons, ...rest }) => {
      const fact = counted.get(id)
      if (!fact) return []
      return [
        {
          municipality: rest.municipality,
          corporation: rest.corporation,
          phone: rest.phone,
          sample: rest.sample,
          dayPlaces: rest.dayPlaces,
          nightPlaces: rest.nightPlaces,
          directEvacuation: rest.directEvacuation,
          needs: rest.needs,
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
