import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { ConflictProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { hearersOf, loadRegistered } from '../facilities.ts'
import { offer } from '../inputs.ts'
import { editShelter } from '../policy/register.ts'

/** 「受け入れられる人と人数を書く」 */
export const editWelfareShelter = command({
  name: 'editWelfareShelter',
  description:
    'A facility’s head, or the municipality, says what it offers as a welfare shelter: for whom, how many by day and by night, and whether people may come straight there.',
  scope: 'readiness:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility.'),
    version: z
      .int()
      .min(0)
      .describe(
        'Version of the record as it was read; 0 where there was none. If it has changed since: ConflictProblem.',
      ),
    ...offer,
  }),
  subject: (tx, { facilityId }, viewer) => loadRegistered(tx, facilityId, viewer),
  may: editShelter,
  async run({ tx, subject, input, emit }) {
    const { facilityId, version, places, ...facts } = input
    const needs = places.map(({ need }) => need)
    const twice = needs.findIndex((need, n) => needs.indexOf(need) < n)
    if (twice >= 0)
      throw new ValidationProblem([
        { path: ['places', String(twice), 'need'], code: 'ALREADY_THERE', message: 'each kind of need once' },
      ])
    const before = await tx.welfareShelter.findUnique({
      where: { facilityId },
      select: { id: true, version: true },
    })
    const id = before ? await change(before) : await create()
    await tx.welfareShelterPlaces.createMany({
      data: places.map((place) => ({ ...place, welfareShelterId: id })),
    })
    emit(
      events.WelfareShelterEdited,
      { welfareShelterId: id, facilityId },
      {
        audience: hearersOf(subject),
        entities: [globalId('WelfareShelter', id), globalId('Facility', facilityId)],
      },
    )
    return { welfareShelterId: id }

    async function create(): Promise<string> {
      if (version !== 0) throw new ConflictProblem(0)
      const made = await tx.welfareShelter.create({ data: { facilityId, ...facts }, select: { id: true } })
      return made.id
    }

    async function change(shelter: { id: string }): Promise<string> {
      await save(tx.welfareShelter, shelter, version, facts)
      await tx.welfareShelterPlaces.deleteMany({ where: { welfareShelterId: shelter.id } })
      return shelter.id
    }
  },
})
