import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { ValidationProblem, type Issue } from '../../../kernel/problems.ts'
import { aidKind, line, staffSkill } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadFacility } from '../stock-writing.ts'

/** 「出せる人・車・ベッドを登録する」 */
export const registerAidResource = command({
  name: 'registerAidResource',
  description:
    'A facility names what it could give away for a time: a person’s shift (by skill, not by name), a vehicle, a room with beds.',
  scope: 'mutualaid:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one’s own.'),
    kind: aidKind.describe('People, a vehicle or beds; goods are lots of the stock.'),
    label: line(60).describe(
      'How it is told apart, e.g. 介護福祉士 夜勤A, リフト車 1号; no names of persons.',
    ),
    skill: staffSkill.nullable().describe('For people: what they can do.'),
    units: z.int().min(1).max(999).describe('Beds of a room; 1 for all else.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => loadFacility(tx, facilityId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input: { kind, label, skill, units }, emit }) {
    const issues: Issue[] = []
    if (kind === 'GOODS')
      issues.push({ path: ['kind'], code: 'WRONG_VALUE', message: 'goods are lots of the stock' })
    if (kind === 'STAFF' && skill === null)
      issues.push({ path: ['skill'], code: 'REQUIRED', message: 'people have a skill' })
    if (kind !== 'BEDS' && units !== 1)
      issues.push({ path: ['units'], code: 'TOO_BIG', message: 'comes as a whole' })
    if (issues.length > 0) throw new ValidationProblem(issues)
    const { id } = await tx.aidResource.create({
      data: {
        facilityId: subject.facilityId ?? '',
        kind,
        label,
        skill: kind === 'STAFF' ? skill : null,
        units,
      },
    })
    announceRegister(emit, subject, 'RESOURCES')
    return { aidResourceId: id, facilityId: subject.facilityId }
  },
})
