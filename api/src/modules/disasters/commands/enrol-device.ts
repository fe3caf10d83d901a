import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'
import { hashPin } from '../device-pin.ts'
import * as events from '../events.ts'
import { globalId } from '../../../kernel/ids.ts'
import { lookAfterDevices } from '../policy/events.ts'

/** 「この端末を登録する」 */
export const enrolDevice = command({
  name: 'enrolDevice',
  description:
    'A director enrols a phone or PC of the facility, from which any member of staff present can send its report with a PIN.',
  secret: ['pin', 'secret'],
  input: z.object({
    facilityId: idOf('Facility').describe('The facility.'),
    name: z.string().trim().min(1).max(40).describe('What the device is called, e.g. 事務室のタブレット.'),
    pin: z
      .string()
      .regex(/^\d{4,8}$/)
      .describe('4 to 8 digits, known to the staff of the facility.'),
  }),
  subject: async (tx, { facilityId }) => {
    const facility = await tx.facility.findUnique({
      where: { id: facilityId },
      select: { id: true, corporationId: true, status: true },
    })
    return facility?.status === 'ACTIVE'
      ? { facilityId: facility.id, corporationId: facility.corporationId }
      : null
  },
  may: (viewer, subject) => lookAfterDevices(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const secret = newSecret()
    const device = await tx.facilityDevice.create({
      data: {
        facilityId: subject.facilityId,
        name: input.name,
        secretHash: hashOfSecret(secret),
        pinHash: await hashPin(input.pin),
        enrolledAt: now,
        enrolledByUserId: viewer.userId,
      },
    })
    emit(
      events.DeviceChanged,
      { facilityId: subject.facilityId },
      { audience: [`facility:${subject.facilityId}`], entities: [globalId('FacilityDevice', device.id)] },
    )
    return { facilityDeviceId: device.id, secret }
  },
})
