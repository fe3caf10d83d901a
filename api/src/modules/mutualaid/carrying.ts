import { carrierOf, joinSuccessions, registerCarrier } from '../registry/public.ts'

// When two records of one facility become one, what it keeps, has had inspected and can give away is the kept one's;
// where both have counted the same, the kept one's count stands. What was offered and asked for in events stays where it
// was: it happened under that name. A corporation's part in agreements goes over with it.

const OF_FACILITY = { record: 'FACILITY', owner: 'facility_id' } as const

registerCarrier(
  carrierOf([
    {
      ...OF_FACILITY,
      relation: 'stock_lot',
      write: (tx, id, facilityId) => tx.stockLot.update({ where: { id }, data: { facilityId } }),
    },
    // Loans between the two would be to itself: they stay with their records.
    {
      ...OF_FACILITY,
      relation: 'stock_loan',
      only: 't.borrower_facility_id <> $2::uuid',
      write: (tx, id, facilityId) => tx.stockLoan.update({ where: { id }, data: { facilityId } }),
    },
    {
      record: 'FACILITY',
      relation: 'stock_loan',
      owner: 'borrower_facility_id',
      only: 't.facility_id <> $2::uuid',
      write: (tx, id, borrowerFacilityId) =>
        tx.stockLoan.update({ where: { id }, data: { borrowerFacilityId } }),
    },
    {
      ...OF_FACILITY,
      relation: 'stock_minimum',
      once: ['item_id'],
      write: (tx, id, facilityId) => tx.stockMinimum.update({ where: { id }, data: { facilityId } }),
    },
    {
      ...OF_FACILITY,
      relation: 'staff_skill_count',
      once: ['skill'],
      write: (tx, id, facilityId) => tx.staffSkillCount.update({ where: { id }, data: { facilityId } }),
    },
    {
      ...OF_FACILITY,
      relation: 'aid_resource',
      write: (tx, id, facilityId) => tx.aidResource.update({ where: { id }, data: { facilityId } }),
    },
    {
      ...OF_FACILITY,
      relation: 'inspection',
      write: (tx, id, facilityId) => tx.inspection.update({ where: { id }, data: { facilityId } }),
    },
    {
      ...OF_FACILITY,
      relation: 'inspection_defect',
      write: (tx, id, facilityId) => tx.inspectionDefect.update({ where: { id }, data: { facilityId } }),
    },
    {
      record: 'CORPORATION',
      relation: 'mutual_aid_party',
      owner: 'corporation_id',
      once: ['agreement_id'],
      write: (tx, id, corporationId) => tx.mutualAidParty.update({ where: { id }, data: { corporationId } }),
    },
  ]),
)

// On the day of a 合併 the successor is party to what was agreed. A corporation that ends without one stays named in the
// agreement, which is the others' to end.
joinSuccessions({
  part: 'mutualAidParty',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const parties = await tx.mutualAidParty.updateManyAndReturn({
      where: { corporationId, agreement: { parties: { none: { corporationId: successorId } } } },
      data: { corporationId: successorId },
      select: { id: true },
    })
    return parties.map(({ id }) => ({ recordId: id, versionAfter: null, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    await tx.mutualAidParty.updateMany({
      where: { id: { in: items.map(({ recordId }) => recordId) }, corporationId: successorId ?? '' },
      data: { corporationId },
    })
  },
})
