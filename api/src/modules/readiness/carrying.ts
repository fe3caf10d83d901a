import type { Prisma } from '../../generated/prisma/client.ts'
import { carrierOf, registerCarrier, type Cell, type Cells, type Move } from '../registry/public.ts'

// What is known of a facility as a welfare shelter is known of the record that is kept: facts and answers with their
// history, what waits to be decided, and whom it guides or is guided by.

registerCarrier(
  carrierOf([
    {
      record: 'FACILITY',
      relation: 'shelter_fact',
      owner: 'facility_id',
      write: (tx, id, facilityId) => tx.shelterFact.update({ where: { id }, data: { facilityId } }),
    },
    {
      record: 'FACILITY',
      relation: 'readiness_answer',
      owner: 'facility_id',
      write: (tx, id, facilityId) => tx.readinessAnswer.update({ where: { id }, data: { facilityId } }),
    },
    {
      record: 'FACILITY',
      relation: 'readiness_comment',
      owner: 'facility_id',
      write: (tx, id, facilityId) => tx.readinessComment.update({ where: { id }, data: { facilityId } }),
    },
    {
      record: 'FACILITY',
      relation: 'readiness_draft',
      owner: 'facility_id',
      once: ['event_id', 'item_id'],
      write: (tx, id, facilityId) =>
        tx.readinessDraft.update({ where: { id }, data: { facilityId, version: { increment: 1 } } }),
    },
    // A facility does not guide itself: what was between the two records stays with them.
    {
      record: 'FACILITY',
      relation: 'mentorship',
      owner: 'mentor_facility_id',
      only: 't.mentee_facility_id <> $2::uuid',
      write: (tx, id, mentorFacilityId) =>
        tx.mentorship.update({ where: { id }, data: { mentorFacilityId, version: { increment: 1 } } }),
    },
    // Of two that guide it at the same time the kept record's goes on.
    {
      record: 'FACILITY',
      relation: 'mentorship',
      owner: 'mentee_facility_id',
      only: 't.mentor_facility_id <> $2::uuid',
      stays: `t.ended_on IS NULL AND EXISTS (
        SELECT FROM mentorship AS o WHERE o.mentee_facility_id = $2::uuid AND o.ended_on IS NULL)`,
      twice: {
        code: 'MENTORSHIP_TWICE',
        what: '(SELECT m.name FROM facility AS m WHERE m.id = t.mentor_facility_id)',
      },
      write: (tx, id, menteeFacilityId) =>
        tx.mentorship.update({ where: { id }, data: { menteeFacilityId, version: { increment: 1 } } }),
    },
  ]),
)

const OFFER = ['day_places', 'night_places', 'direct_evacuation', 'companions', 'accepted_persons'] as const
type Offer = { readonly id: string } & Readonly<Record<(typeof OFFER)[number], Cell>>

const OFFERS = `SELECT id::text, ${OFFER.join(', ')} FROM welfare_shelter WHERE facility_id = $1::uuid`
const PLACES = `
  SELECT p.id::text FROM welfare_shelter_places AS p WHERE p.welfare_shelter_id = $1::uuid AND NOT EXISTS (
    SELECT FROM welfare_shelter_places AS k WHERE k.welfare_shelter_id = $2::uuid AND k.need = p.need)
  ORDER BY p.id`
const blank = (cell: Cell): boolean => cell === null || cell === ''

// What it offers as a shelter: one row for each facility. Where both have one, the kept record's stands, and what it does
// not say is taken from the other.
registerCarrier({
  relations: ['welfare_shelter', 'welfare_shelter_places'],

  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'FACILITY') return { moves: [], stays: [] }
    const [[kept], [absorbed]] = await Promise.all([
      sql<Offer>(OFFERS, [keptId]),
      sql<Offer>(OFFERS, [absorbedId]),
    ])
    if (!absorbed) return { moves: [], stays: [] }
    if (!kept)
      return {
        moves: [
          {
            relation: 'welfare_shelter',
            id: absorbed.id,
            before: { facility_id: absorbedId },
            after: { facility_id: keptId },
          },
        ],
        stays: [],
      }
    const missing = OFFER.filter((column) => blank(kept[column]) && !blank(absorbed[column]))
    const filled: Move[] =
      missing.length === 0
        ? []
        : [
            {
              relation: 'welfare_shelter',
              id: kept.id,
              before: Object.fromEntries(missing.map((column) => [column, kept[column]])),
              after: Object.fromEntries(missing.map((column) => [column, absorbed[column]])),
            },
          ]
    const places = await sql<{ id: string }>(PLACES, [absorbed.id, kept.id])
    return {
      moves: [
        ...filled,
        ...places.map(({ id }) => ({
          relation: 'welfare_shelter_places',
          id,
          before: { welfare_shelter_id: absorbed.id },
          after: { welfare_shelter_id: kept.id },
        })),
      ],
      stays: [{ code: 'SHELTER_OFFER_TWICE', what: '' }],
    }
  },

  async apply(tx, moves) {
    for (const { relation, id, after } of moves) {
      if (relation === 'welfare_shelter_places')
        await tx.welfareShelterPlaces.update({
          where: { id },
          data: { welfareShelterId: String(after['welfare_shelter_id']) },
        })
      else await tx.welfareShelter.update({ where: { id }, data: offerIn(after) })
    }
  },
})

const number = (cell: Cell | undefined) =>
  typeof cell === 'number' ? cell : cell === null ? null : undefined

/** The columns of a move as the client names them. */
const offerIn = (after: Cells): Prisma.WelfareShelterUncheckedUpdateInput => ({
  facilityId: typeof after['facility_id'] === 'string' ? after['facility_id'] : undefined,
  dayPlaces: number(after['day_places']),
  nightPlaces: number(after['night_places']),
  companions: number(after['companions']),
  directEvacuation:
    after['direct_evacuation'] === undefined ? undefined : (after['direct_evacuation'] as boolean | null),
  acceptedPersons: typeof after['accepted_persons'] === 'string' ? after['accepted_persons'] : undefined,
  version: { increment: 1 },
})
