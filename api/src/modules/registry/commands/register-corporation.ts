import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import type { Tx } from '../../../kernel/db.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { corporationFacts, municipalityCode, phone, text } from '../corporation-inputs.ts'
import { numberTaken, unknownMunicipality, wrongSample } from '../corporation-refusals.ts'
import * as events from '../events.ts'
import { registerCorporation as mayRegister } from '../policy/corporation.ts'
import { corporationKindOf } from '../rules/names.ts'

const firstFacility = z.object({
  name: text(120).describe('Official name of the facility, at most 120 characters.'),
  serviceKindId: idOf('ServiceKind').describe('The service it gives.'),
  municipalityCode: municipalityCode().describe('Municipality it lies in, six digits.'),
  address: text(200).describe('Address from the municipality on, at most 200 characters.'),
  phone: phone().describe('Telephone in any writing; null if none.'),
})

export const registerCorporation = command({
  name: 'registerCorporation',
  description:
    'A secretariat or the system operator puts a corporation into the registry that no file brought, with its one facility if it has one.',
  input: z.object({
    ...corporationFacts,
    kind: corporationFacts.kind
      .optional()
      .describe('Kind of corporation; left out, the legal form in its name tells it.'),
    sample: z.boolean().default(false).describe('Invented for demonstration; the name then carries 見本.'),
    facility: firstFacility.optional().describe('Its facility, made together with it; left out, none is.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: () => ({}),
  may: mayRegister,
  onConstraint: {
    corporation_corporate_number_key: numberTaken,
    corporation_sample_is_marked: wrongSample,
    facility_sample_is_marked: () =>
      new RuleProblem('SAMPLE_CORPORATION_MARKED', 'An invented facility carries 見本 in its name too.'),
    corporation_seat_municipality_code_fkey: unknownMunicipality,
    facility_municipality_code_fkey: unknownMunicipality,
  },
  async run({ tx, input, emit }) {
    const { facility, sample, idempotencyKey: _key, kind, ...facts } = input
    if (facility && facility.municipalityCode === null)
      throw new ValidationProblem([
        { path: ['facility', 'municipalityCode'], code: 'REQUIRED', message: 'where it lies' },
      ])
    const known = facts.corporateNumber
      ? await tx.corporation.findUnique({ where: { corporateNumber: facts.corporateNumber } })
      : null
    if (known) throw numberTaken()
    const handSet = Object.entries(columns).flatMap(([field, column]) =>
      facts[field as keyof typeof columns] === null ? [] : [column],
    )
    const { id: corporationId } = await tx.corporation.create({
      data: { ...facts, kind: kind ?? corporationKindOf(facts.name), sample, handSet },
    })
    const facilityId = facility ? await addFacility(tx, corporationId, sample, facility) : null
    emit(
      events.CorporationRegistered,
      { corporationId, facilityId },
      { audience: ['public'], entities: [globalId('Corporation', corporationId)] },
    )
    return { corporationId, ...(facilityId && { facilityId }) }
  },
})

const columns = {
  name: 'name',
  kana: 'kana',
  corporateNumber: 'corporate_number',
  seatPostalCode: 'seat_postal_code',
  seatMunicipalityCode: 'seat_municipality_code',
  seatAddress: 'seat_address',
  phone: 'phone',
  url: 'url',
} as const

async function addFacility(
  tx: Tx,
  corporationId: string,
  sample: boolean,
  { name, serviceKindId, municipalityCode: code, address, phone: number }: z.output<typeof firstFacility>,
): Promise<string> {
  const service = await tx.serviceKind.findUnique({ where: { id: serviceKindId }, select: { id: true } })
  if (!service)
    throw new ValidationProblem([
      { path: ['facility', 'serviceKindId'], code: 'WRONG_VALUE', message: 'no service' },
    ])
  const { id } = await tx.facility.create({
    data: {
      corporationId,
      name,
      municipalityCode: code ?? '',
      address,
      phone: number,
      mainServiceKindId: serviceKindId,
      sample,
      handSet: ['name', 'municipality_code', 'address', ...(number ? ['phone'] : []), 'main_service_kind_id'],
    },
  })
  return id
}
