import { registerCarrier, type Move } from '../registry/public.ts'

// When two records of one facility become one, what it keeps, has had inspected and can give away is the kept one's;
// where both have counted the same, the kept one's count stands. What was offered and asked for in events stays where it
// was: it happened under that name. A corporation's part in agreements goes over with it.

/** Table, the column that names the facility, and the column by which the kept record may have the same. */
const OF_FACILITY: readonly (readonly [relation: string, owner: string, once: string | null])[] = [
  ['stock_lot', 'facility_id', null],
  ['stock_loan', 'facility_id', null],
  ['stock_loan', 'borrower_facility_id', null],
  ['stock_minimum', 'facility_id', 'item_id'],
  ['staff_skill_count', 'facility_id', 'skill'],
  ['aid_resource', 'facility_id', null],
  ['inspection', 'facility_id', null],
  ['inspection_defect', 'facility_id', null],
]

const MODELS = {
  stock_lot: 'stockLot',
  stock_loan: 'stockLoan',
  stock_minimum: 'stockMinimum',
  staff_skill_count: 'staffSkillCount',
  aid_resource: 'aidResource',
  inspection: 'inspection',
  inspection_defect: 'inspectionDefect',
  mutual_aid_party: 'mutualAidParty',
} as const

/** Loans between the two would be to itself: they stay with their records. */
const notBetween = (relation: string, owner: string) =>
  relation === 'stock_loan'
    ? `AND t.${owner === 'facility_id' ? 'borrower_facility_id' : 'facility_id'} <> $2::uuid`
    : ''

registerCarrier({
  relations: Object.keys(MODELS),

  async plan(sql, { record, keptId, absorbedId }) {
    const moves: Move[] = []
    if (record === 'CORPORATION') {
      const parts = await sql<{ id: string }>(
        `SELECT t.id::text FROM mutual_aid_party AS t WHERE t.corporation_id = $1::uuid AND NOT EXISTS (
           SELECT FROM mutual_aid_party AS k WHERE k.agreement_id = t.agreement_id AND k.corporation_id = $2::uuid)
         ORDER BY t.id`,
        [absorbedId, keptId],
      )
      for (const { id } of parts)
        moves.push({
          relation: 'mutual_aid_party',
          id,
          before: { corporation_id: absorbedId },
          after: { corporation_id: keptId },
        })
      return { moves, stays: [] }
    }
    for (const [relation, owner, once] of OF_FACILITY) {
      const rows = await sql<{ id: string }>(
        `SELECT t.id::text FROM ${relation} AS t WHERE t.${owner} = $1::uuid AND $2::uuid IS NOT NULL ${notBetween(relation, owner)}
         ${once === null ? '' : `AND NOT EXISTS (SELECT FROM ${relation} AS k WHERE k.${owner} = $2::uuid AND k.${once} = t.${once})`}
         ORDER BY t.id`,
        [absorbedId, keptId],
      )
      for (const { id } of rows)
        moves.push({ relation, id, before: { [owner]: absorbedId }, after: { [owner]: keptId } })
    }
    return { moves, stays: [] }
  },

  async apply(tx, moves) {
    for (const { relation, id, after } of moves) {
      const facilityId = typeof after.facility_id === 'string' ? { facilityId: after.facility_id } : {}
      switch (MODELS[relation as keyof typeof MODELS]) {
        case 'stockLot':
          await tx.stockLot.update({ where: { id }, data: facilityId })
          break
        case 'stockLoan':
          await tx.stockLoan.update({
            where: { id },
            data: {
              ...facilityId,
              ...(typeof after.borrower_facility_id === 'string'
                ? { borrowerFacilityId: after.borrower_facility_id }
                : {}),
            },
          })
          break
        case 'stockMinimum':
          await tx.stockMinimum.update({ where: { id }, data: facilityId })
          break
        case 'staffSkillCount':
          await tx.staffSkillCount.update({ where: { id }, data: facilityId })
          break
        case 'aidResource':
          await tx.aidResource.update({ where: { id }, data: facilityId })
          break
        case 'inspection':
          await tx.inspection.update({ where: { id }, data: facilityId })
          break
        case 'inspectionDefect':
          await tx.inspectionDefect.update({ where: { id }, data: facilityId })
          break
        case 'mutualAidParty':
          await tx.mutualAidParty.update({
            where: { id },
            data: { corporationId: String(after.corporation_id) },
          })
          break
      }
    }
  },
})
