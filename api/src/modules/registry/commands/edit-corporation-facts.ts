import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { corporationFacts } from '../corporation-inputs.ts'
import { numberTaken, wrongSample, unknownMunicipality } from '../corporation-refusals.ts'
import { announceEdit, findCorporation, refuseEnded } from '../corporation-writing.ts'
import { corporationEditedOnBehalfOf, editCorporation } from '../policy/corporation.ts'

export const editCorporationFacts = command({
  name: 'editCorporationFacts',
  description:
    'Its administrator, its network’s secretariat or the system operator corrects a corporation’s name, number, seat and telephone. ' +
    'What its administrator wrote counts as confirmed; no file changes it unasked from then on.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The corporation.'),
    version: version(),
    ...corporationFacts,
  }),
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: editCorporation,
  onBehalfOf: (viewer, corporation) => corporationEditedOnBehalfOf(viewer, corporation, 'BASIC'),
  onConstraint: {
    corporation_corporate_number_key: numberTaken,
    corporation_sample_is_marked: wrongSample,
    corporation_seat_municipality_code_fkey: unknownMunicipality,
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    const { corporationId, version: read, ...facts } = input
    const changed = Object.entries(facts).flatMap(([column, value]) =>
      subject[column as keyof typeof facts] === value ? [] : [columnNames[column as keyof typeof facts]],
    )
    if (subject.corporateNumber !== null && facts.corporateNumber === null && !subject.sample)
      throw new RuleProblem('CORPORATE_NUMBER_NEEDED', 'A 法人番号 that is known is not taken away.')
    await save(tx.corporation, subject, read, {
      ...facts,
      handSet: [...new Set([...subject.handSet, ...changed])],
    })
    await announceEdit({ tx, viewer, now, emit }, subject, 'BASIC')
    return { corporationId }
  },
})

/** What the columns are called in the table: files look there whether a person set them. */
const columnNames = {
  name: 'name',
  kana: 'kana',
  kind: 'kind',
  corporateNumber: 'corporate_number',
  seatPostalCode: 'seat_postal_code',
  seatMunicipalityCode: 'seat_municipality_code',
  seatAddress: 'seat_address',
  phone: 'phone',
  url: 'url',
} as const
