import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { devicesVisibleTo, lookAfterDevices } from '../policy/events.ts'

/** 「この端末を使えなくする」 */
export const revokeDevice = command({
  name: 'revokeDevice',
  description: 'A director takes a device of the facility out of use at once; what was sent from it stays.',
  input: z.object({
    facilityDeviceId: idOf('FacilityDevice').describe('The device in question.'),
    version: version(),
  }),
  subject: async (tx, { facilityDeviceId }, viewer) => {
    const device = await tx.facilityDevice.findFirst({
      where: { AND: [{ id: facilityDeviceId }, devicesVisibleTo(viewer)] },
      include: { facility: { select: { corporationId: true } } },
    })
    return (
      device && {
        device,
        facilityId: device.facilityId,
        corporationId: device.facility?.corporationId ?? null,
      }
    )
  },
  may: (viewer, subject) => lookAfterDevices(viewer, subject),
  async run({ tx, subject: { device }, input, now, emit }) {
    await save(tx.facilityDevice, device, input.version, { revokedAt: device.revokedAt ?? now })
    emit(
      events.DeviceChanged,
      { facilityId: device.facilityId },
      { audience: [`facility:${device.facilityId}`], entities: [globalId('FacilityDevice', device.id)] },
    )
    return { facilityDeviceId: device.id }
  },
})
