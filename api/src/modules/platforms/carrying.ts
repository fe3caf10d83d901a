import { dateOf } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { carryTerms, registerCarrier, type CarriedTerm, type Move } from '../registry/public.ts'

interface MembershipRow extends CarriedTerm, Record<string, unknown> {
  readonly platform: string
}

const MEMBERSHIPS = `
  SELECT m.id::text, m.platform_id::text AS key, p.name AS platform, m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn"
  FROM platform_membership AS m JOIN platform AS p ON p.id = m.platform_id
  WHERE m.corporation_id = $1::uuid ORDER BY m.starts_on, m.id`

const SEATS = `
  SELECT s.id::text, s.committee_id::text AS key, c.name AS platform, s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn"
  FROM committee_member AS s JOIN committee AS c ON c.id = s.committee_id
  WHERE s.corporation_id = $1::uuid ORDER BY s.starts_on, s.id`
const OPEN_APPLICATIONS = `
  SELECT id::text FROM membership_application AS a
  WHERE a.corporation_id = $1::uuid AND a.state IN ('INVITED', 'SUBMITTED')
    AND NOT EXISTS (SELECT FROM membership_application AS o WHERE o.corporation_id = $2::uuid
      AND o.platform_id = a.platform_id AND o.state IN ('INVITED', 'SUBMITTED'))
  ORDER BY id`

const DUES = `
  SELECT d.id::text, (d.corporation_id = $1::uuid) AS owes, (d.charged_corporation_id = $1::uuid) AS charged,
    p.name AS platform, EXISTS (SELECT FROM membership_dues AS o WHERE o.platform_id = d.platform_id
      AND o.fiscal_year = d.fiscal_year AND o.charged_corporation_id = $2::uuid) AS twice
  FROM membership_dues AS d JOIN platform AS p ON p.id = d.platform_id
  WHERE $1::uuid IN (d.corporation_id, d.charged_corporation_id) ORDER BY d.id`

interface DuesRow extends Record<string, unknown> {
  readonly id: string
  readonly owes: boolean
  readonly charged: boolean
  readonly platform: string
  readonly twice: boolean
}

// A corporation's memberships go over with it, and with them its votes and suspensions; in a network where both are
// members, the kept one's stands with its votes. So do seats in committees. People in offices then come from the kept
// one, which is also the hub of whatever the absorbed one was; open applications go on for it, unless it has its own. So do
// dues, unless both were charged for the same year: which of the two is owed, people decide.
registerCarrier({
  relations: [
    'platform_membership',
    'committee_member',
    'platform_officer',
    'platform',
    'membership_application',
    'membership_dues',
  ],

  async plan(sql, { record, keptId, absorbedId }, today) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const absorbed = await sql<MembershipRow>(MEMBERSHIPS, [absorbedId])
    const { moved, stay, ends } = carryTerms(await sql<MembershipRow>(MEMBERSHIPS, [keptId]), absorbed, today)
    const oldSeats = await sql<MembershipRow>(SEATS, [absorbedId])
    const seats = carryTerms(await sql<MembershipRow>(SEATS, [keptId]), oldSeats, today)
    const offices = await sql<{ id: string }>(
      'SELECT id::text FROM platform_officer WHERE corporation_id = $1::uuid ORDER BY id',
      [absorbedId],
    )
    const hubs = await sql<{ id: string }>(
      'SELECT id::text FROM platform WHERE hub_corporation_id = $1::uuid ORDER BY id',
      [absorbedId],
    )
    const applications = await sql<{ id: string }>(OPEN_APPLICATIONS, [absorbedId, keptId])
    const allDues = await sql<DuesRow>(DUES, [absorbedId, keptId])
    const dues = allDues.filter(({ charged, twice }) => !(charged && twice))
    const toKept =
      (relation: string, column = 'corporation_id') =>
      ({ id }: { readonly id: string }): Move => ({
        relation,
        id,
        before: { [column]: absorbedId },
        after: { [column]: keptId },
      })
    return {
      moves: [
        ...seats.ends.map(({ id, from, endsOn }) => ({
          relation: 'committee_member',
          id,
          before: { ends_on: from },
          after: { ends_on: endsOn },
        })),
        ...seats.moved.map(toKept('committee_member')),
        ...offices.map(toKept('platform_officer')),
        ...hubs.map(toKept('platform', 'hub_corporation_id')),
        ...applications.map(toKept('membership_application')),
        ...dues.filter(({ owes }) => owes).map(toKept('membership_dues')),
        ...dues.filter(({ charged }) => charged).map(toKept('membership_dues', 'charged_corporation_id')),
        ...ends.map(({ id, from, endsOn }) => ({
          relation: 'platform_membership',
          id,
          before: { ends_on: from },
          after: { ends_on: endsOn },
        })),
        ...moved.map(toKept('platform_membership')),
      ],
      stays: [
        ...stay.map(({ id }) => ({
          code: 'MEMBERSHIP_TWICE' as const,
          what: absorbed.find((membership) => membership.id === id)?.platform ?? '',
        })),
        ...seats.stay.map(({ id }) => ({
          code: 'COMMITTEE_SEAT_TWICE' as const,
          what: oldSeats.find((seat) => seat.id === id)?.platform ?? '',
        })),
        ...allDues
          .filter((one) => !dues.includes(one))
          .map(({ platform }) => ({ code: 'DUES_TWICE' as const, what: platform })),
      ],
    }
  },

  async apply(tx, moves) {
    for (const move of moves) await applyMove(tx, move)
  },
})

async function applyMove(tx: Tx, { relation, id, after }: Move): Promise<void> {
  const { corporation_id: corporationId, hub_corporation_id: hubCorporationId, ends_on: endsOn } = after
  const { charged_corporation_id: chargedCorporationId } = after
  const where = { id }
  const version = { increment: 1 }
  const moved = typeof corporationId === 'string' ? { corporationId } : {}
  const ended = endsOn === undefined ? {} : { endsOn: typeof endsOn === 'string' ? dateOf(endsOn) : null }
  switch (relation) {
    case 'platform_membership':
      await tx.platformMembership.update({ where, data: { ...moved, ...ended, version } })
      break
    case 'committee_member':
      await tx.committeeMember.update({ where, data: { ...moved, ...ended, version } })
      break
    case 'platform_officer':
      await tx.platformOfficer.update({ where, data: { ...moved, version } })
      break
    case 'membership_application':
      await tx.membershipApplication.update({ where, data: { ...moved, version } })
      break
    case 'membership_dues':
      await tx.membershipDues.update({
        where,
        data: {
          ...moved,
          ...(typeof chargedCorporationId === 'string' ? { chargedCorporationId } : {}),
          version,
        },
      })
      break
    case 'platform':
      if (typeof hubCorporationId === 'string')
        await tx.platform.update({ where, data: { hubCorporationId, version } })
  }
}
