import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { areasOf } from '../area-writing.ts'
import { areas, basicFacts, editedFacility } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, handSetWith, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { basicFaults } from '../rules/facility-facts.ts'
import { toHiragana } from '../rules/text.ts'

/** 「基本の情報を直す」 */
export const editFacilityBasics = command({
  name: 'editFacilityBasics',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat correct name, place and size of a facility. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  input: z.object({ ...editedFacility, ...basicFacts, ...areas, idempotencyKey: idempotencyKey() }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacility(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    const { facilityId, version, idempotencyKey: _, level1Area, level2Area, schoolDistrict, ...given } = input
    const municipality = await tx.municipality.findUnique({ where: { code: given.municipalityCode } })
    const today = dateOf(dayInJapan(now))
    assertNoIssues(
      basicFaults(given, { knownMunicipality: municipality !== null, sample: subject.sample, today }),
    )

    const chosen = await areasOf(
      tx,
      { level1Area, level2Area, schoolDistrict },
      { municipalityCode: given.municipalityCode, source: `「${given.name}」の届け出`, today },
    )
    const facts = { ...given, kana: toHiragana(given.kana), ...chosen }
    await save(tx.facility, subject, version, { ...facts, handSet: handSetWith(subject, facts) })
    await finishEdit({ tx, viewer, now, emit }, subject, 'BASIC')
    return { facilityId }
  },
})
