import { carrierOf, registerCarrier, type Move } from '../registry/public.ts'

// When two records of one facility become one, the kept one is called in the events of the other, runs its openings, and
// its devices report. Where an event has called both, what each has said stays with it and is shown beside the other.

const eventName = '(SELECT e.name FROM disaster_event AS e WHERE e.id = t.event_id)'

registerCarrier(
  carrierOf([
    {
      record: 'FACILITY',
      relation: 'facility_device',
      owner: 'facility_id',
      write: (tx, id, facilityId) =>
        tx.facilityDevice.update({ where: { id }, data: { facilityId, version: { increment: 1 } } }),
    },
    {
      record: 'FACILITY',
      relation: 'shelter_opening',
      owner: 'facility_id',
      once: ['event_id'],
      twice: { code: 'OPENING_TWICE', what: eventName },
      write: (tx, id, facilityId) =>
        tx.shelterOpening.update({ where: { id }, data: { facilityId, version: { increment: 1 } } }),
    },
  ]),
)

interface Called extends Record<string, unknown> {
  readonly id: string
  readonly facility: string
  readonly buddy: string | null
  readonly event: string
  readonly both: boolean
}

const CALLED = `
  SELECT c.id::text, c.facility_id::text AS facility, c.buddy_facility_id::text AS buddy, e.name AS event,
    EXISTS (SELECT FROM called_facility AS k WHERE k.event_id = c.event_id AND k.facility_id = $2::uuid) AS both
  FROM called_facility AS c JOIN disaster_event AS e ON e.id = c.event_id
  WHERE c.facility_id = $1::uuid OR c.buddy_facility_id = $1::uuid ORDER BY c.id`

// Nobody is their own neighbour: whose neighbour the other record was has none afterwards, and the council finds out.
registerCarrier({
  relations: ['called_facility'],

  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'FACILITY') return { moves: [], stays: [] }
    const called = await sql<Called>(CALLED, [absorbedId, keptId])
    const heir = (id: string | null) => (id === absorbedId ? keptId : id)
    const moves = called.flatMap(({ id, facility, buddy, both }): Move[] => {
      const facilityAfter = facility === absorbedId && !both ? keptId : facility
      const buddyAfter = heir(buddy) === facilityAfter ? null : heir(buddy)
      const before = { facility_id: facility, buddy_facility_id: buddy }
      const after = { facility_id: facilityAfter, buddy_facility_id: buddyAfter }
      return facilityAfter === facility && buddyAfter === buddy
        ? []
        : [{ relation: 'called_facility', id, before, after }]
    })
    return {
      moves,
      stays: called.flatMap(({ facility, both, event }) =>
        facility === absorbedId && both ? [{ code: 'CALLED_TWICE' as const, what: event }] : [],
      ),
    }
  },

  async apply(tx, moves) {
    for (const { id, after } of moves)
      await tx.calledFacility.update({
        where: { id },
        data: {
          facilityId: String(after['facility_id']),
          buddyFacilityId: typeof after['buddy_facility_id'] === 'string' ? after['buddy_facility_id'] : null,
          version: { increment: 1 },
        },
      })
  },
})
