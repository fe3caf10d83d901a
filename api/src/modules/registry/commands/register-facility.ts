import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { basicFacts } from '../facility-inputs.ts'
import { assertNoIssues, isLookedAfter } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { basicFaults } from '../rules/facility-facts.ts'
import { searchKey, toHiragana } from '../rules/text.ts'

const newFacilityFacts = z.object(basicFacts)
type NewFacilityFacts = z.output<typeof newFacilityFacts>

/** Writes a new facility of a corporation; what is wrong is told at the fields below `facility`. */
async function writeNewFacility(
  tx: Tx,
  corporation: { readonly id: string; readonly sample: boolean },
  given: NewFacilityFacts,
  now: Date,
): Promise<string> {
  const { id: corporationId, sample } = corporation
  const municipality = await tx.municipality.findUnique({ where: { code: given.municipalityCode } })
  const today = dateOf(dayInJapan(now))
  const faults = basicFaults(given, { knownMunicipality: municipality !== null, sample, today })
  assertNoIssues(faults.map((fault) => ({ ...fault, path: ['facility', ...fault.path] })))

  const standing = await tx.facility.findMany({
    where: { corporationId, status: 'ACTIVE', municipalityCode: given.municipalityCode },
    select: { name: true },
  })
  if (standing.some(({ name }) => searchKey(name) === searchKey(given.name)))
    throw new RuleProblem('FACILITY_ALREADY_REGISTERED', 'The corporation has a facility of this name there.')
  const facts = { ...given, kana: toHiragana(given.kana) }
  const handSet = Object.entries(facts).flatMap(([column, value]) =>
    value === null || value === '' ? [] : [column],
  )
  const { id } = await tx.facility.create({
    data: { ...facts, corporationId, sample, handSet: handSet.toSorted() },
  })
  return id
}

/** 「施設を登録する」 */
export const registerFacility = command({
  name: 'registerFacility',
  description:
    'The corporation’s administrator or its network’s secretariat registers a new facility of a corporation that is at work.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('Corporation that runs it.'),
    facility: newFacilityFacts.describe('Name, place and size.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { corporationId }, viewer) {
    const corporation = await tx.corporation.findUnique({ where: { id: corporationId } })
    return (
      corporation && {
        ...corporation,
        corporationId,
        inOwnNetwork: await isLookedAfter(tx, corporationId, viewer),
      }
    )
  },
  may: (viewer, corporation) => policy.registerFacility(viewer, corporation, corporation.inOwnNetwork),
  async run({ tx, subject: corporation, input, now, emit }) {
    if (corporation.status !== 'ACTIVE')
      throw new RuleProblem('CORPORATION_HAS_ENDED', 'The corporation has merged or was dissolved.')
    const facilityId = await writeNewFacility(tx, corporation, input.facility, now)
    emit(
      events.FacilityRegistered,
      { facilityId, corporationId: corporation.id },
      {
        audience: ['public'],
        entities: [globalId('Facility', facilityId), globalId('Corporation', corporation.id)],
      },
    )
    return { facilityId }
  },
})
