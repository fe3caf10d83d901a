import { carrierOf, registerCarrier } from '../registry/public.ts'

// What was handed in for a facility was handed in for the record that is kept.
registerCarrier(
  carrierOf([
    {
      record: 'FACILITY',
      relation: 'output_filing',
      owner: 'facility_id',
      write: (tx, id, facilityId) => tx.outputFiling.update({ where: { id }, data: { facilityId } }),
    },
  ]),
)
