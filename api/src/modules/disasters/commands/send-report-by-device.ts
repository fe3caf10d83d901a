import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { holdRow } from '../../../kernel/lock.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { allow } from '../../../kernel/verdict.ts'
import { isPin } from '../device-pin.ts'
import { notAhead, refuseAfterClosing } from '../event-writing.ts'
import { madeByDevice, moment, note, personName, sixAnswers } from '../inputs.ts'
import { keepReport } from '../report-writing.ts'
import { lockedUntil } from '../rules/device-lock.ts'

/** 「この端末から報告する」 */
export const sendReportByDevice = command({
  name: 'sendReportByDevice',
  description:
    'Any member of staff present sends the facility’s report from its enrolled device, with a name and the PIN and without an account.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  secret: ['deviceSecret', 'pin', 'reportedByName', 'note'],
  input: z.object({
    deviceSecret: z.string().min(1).max(200).describe('What the device was given when it was enrolled.'),
    pin: z.string().min(1).max(20).describe('The PIN of the device.'),
    reportKey: madeByDevice(),
    calledFacilityId: idOf('CalledFacility').describe('The facility as the event calls it.'),
    ...sixAnswers,
    note: note().describe('Conditions and numbers in words, no names of users; empty if nothing.'),
    reportedAt: moment().describe('When it was answered, by the clock of the device.'),
    reportedByName: personName().describe('Who answers.'),
  }),
  subject: async (tx, { deviceSecret, calledFacilityId }) => {
    const device = await tx.facilityDevice.findUnique({ where: { secretHash: hashOfSecret(deviceSecret) } })
    if (!device || device.revokedAt !== null) return null
    const called = await tx.calledFacility.findFirst({
      where: { id: calledFacilityId, facilityId: device.facilityId },
      include: { event: true },
    })
    return (
      called && {
        deviceId: device.id,
        calledFacilityId: called.id,
        facilityId: device.facilityId,
        event: called.event,
        platformId: called.event.platformId,
      }
    )
  },
  // The device and its PIN are the right to report.
  may: () => allow,
  auditSubject: (_result, { calledFacilityId }) => ({ type: 'CalledFacility', id: calledFacilityId }),
  async run({ tx, subject, input, now, emit }) {
    const { event, facilityId } = subject
    await holdRow(tx, 'facilityDevice', subject.deviceId, 'ALONE')
    const device = await tx.facilityDevice.findUniqueOrThrow({ where: { id: subject.deviceId } })
    // A refusal is an answer, not an error: the count of wrong PINs has to be kept.
    if (device.revokedAt !== null) return { outcome: 'REVOKED', lockedUntil: null }
    if (device.lockedUntil !== null && device.lockedUntil > now)
      return { outcome: 'LOCKED', lockedUntil: device.lockedUntil.toISOString() }
    if (!(await isPin(input.pin, device.pinHash))) {
      const failures = device.failures + 1
      const until = lockedUntil(failures, now)
      await tx.facilityDevice.update({ where: { id: device.id }, data: { failures, lockedUntil: until } })
      return { outcome: until ? 'LOCKED' : 'WRONG_PIN', lockedUntil: until?.toISOString() ?? null }
    }
    await tx.facilityDevice.update({
      where: { id: device.id },
      data: { failures: 0, lockedUntil: null, lastUsedAt: now },
    })
    const reportedAt = notAhead(input.reportedAt, now)
    refuseAfterClosing(event, reportedAt)
    const { reportKey: id, users, building, power, water, staff, acceptance } = input
    await keepReport({ tx, emit }, event, facilityId, {
      id,
      calledFacilityId: subject.calledFacilityId,
      users,
      building,
      power,
      water,
      staff,
      acceptance,
      note: input.note,
      channel: 'DEVICE',
      deviceId: device.id,
      reportedByName: input.reportedByName,
      reportedAt,
      receivedAt: now,
    })
    return { outcome: 'RECEIVED', lockedUntil: null }
  },
})
