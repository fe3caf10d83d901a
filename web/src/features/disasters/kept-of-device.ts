import { FACILITY_DEVICE } from './device-secret.ts'

/** Where a facility's device keeps what was answered and has not arrived yet. */
export const keptOfDevice = ({ calledFacilityId, name }: { calledFacilityId: string; name: string }) => ({
  owner: FACILITY_DEVICE,
  key: `report:${calledFacilityId}`,
  title: name,
  path: '/facility-device',
})
