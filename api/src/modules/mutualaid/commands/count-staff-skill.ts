import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { staffSkill } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadFacility } from '../stock-writing.ts'

/** 「人数を入れる」 */
export const countStaffSkill = command({
  name: 'countStaffSkill',
  description:
    'A facility says how many of its people can do something, and how many of them reach it on foot at night; counts, no names.',
  scope: 'mutualaid:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one’s own.'),
    skill: staffSkill.describe('What they can do.'),
    people: z.int().min(0).max(9_999).describe('How many people.'),
    reachableAtNight: z
      .int()
      .min(0)
      .max(9_999)
      .nullable()
      .describe('How many of them reach it on foot at night; null = nobody has asked them.'),
    minutes: z.int().min(5).max(180).describe('Within how many minutes on foot, 5 to 180.'),
  }),
  subject: (tx, { facilityId }, viewer) => loadFacility(tx, facilityId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input: { skill, people, reachableAtNight, minutes }, now, emit }) {
    if (reachableAtNight !== null && reachableAtNight > people)
      throw new ValidationProblem([
        { path: ['reachableAtNight'], code: 'TOO_BIG', message: 'more than there are' },
      ])
    const facilityId = subject.facilityId ?? ''
    const counted = { people, reachableAtNight, minutes, countedOn: dateOf(dayInJapan(now)) }
    const { id } = await tx.staffSkillCount.upsert({
      where: { facilityId_skill: { facilityId, skill } },
      create: { facilityId, skill, ...counted },
      update: { ...counted, version: { increment: 1 } },
    })
    announceRegister(emit, subject, 'SKILLS')
    return { staffSkillCountId: id, facilityId: subject.facilityId }
  },
})
