import { z } from 'zod'
import { enumOf } from '../../../kernel/inputs.ts'
import { MOST_KILOMETRES } from '../rules/nearby.ts'

const possession = () =>
  enumOf('Possession', 'Whether a facility has something; nobody’s answer is never taken for no.', {
    YES: 'It says that it has it.',
    YES_OR_UNKNOWN: 'It says so, or nobody has answered yet.',
  })
const shelterRole = () =>
  enumOf('ShelterRole', 'What a municipality has designated a facility as.', {
    WELFARE: '指定福祉避難所, which accepts people who need care.',
    DESIGNATED: '指定避難所, welfare or not.',
    EMERGENCY: '指定緊急避難場所, a place to flee to.',
    NONE: 'None of these.',
  })
const freshness = () => enumOf('Freshness', 'See there.', { CONFIRMED: '', STALE: '', UNCONFIRMED: '' })
const corporationKind = () =>
  enumOf('CorporationKind', 'See there.', {
    GENERAL: '',
    COUNCIL: '',
    AGENCY: '',
    COMMUNITY_CHEST: '',
    OTHER_WELFARE: '',
    NOT_WELFARE: '',
  })
const registryStatus = () =>
  enumOf('RegistryStatus', 'See there.', { ACTIVE: '', MERGED: '', DISSOLVED: '', CLOSED: '' })

const words = () => z.string().max(100)
const choices = <T extends z.ZodType>(item: T) => z.array(item).max(100).nullish()
const municipalityCode = () => z.string().regex(/^\d{6}$/)

/** Something a facility may have for an emergency, and whether 未確認 counts too. */
export const equipmentCondition = z.strictObject({
  item: words().describe('The thing, in the words of the registry, e.g. 自家発電機.'),
  possession: possession().describe('Only where it is there, or also where nobody has answered.'),
})

/** A point and how far around it counts. */
export const nearCondition = z.strictObject({
  latitude: z.number().min(-90).max(90).meta({ graphql: 'Float' }).describe('Degrees north.'),
  longitude: z.number().min(-180).max(180).meta({ graphql: 'Float' }).describe('Degrees east.'),
  km: z
    .number()
    .min(0.1)
    .max(MOST_KILOMETRES)
    .meta({ graphql: 'Float' })
    .describe(`Radius in kilometres, 0.1 to ${MOST_KILOMETRES}.`),
})

/** What is known of a place, beyond words, municipality, service and freshness. */
export const facilityConditions = z.strictObject({
  corporationKinds: choices(corporationKind()).describe('Only of corporations of one of these kinds.'),
  shelterRoles: choices(shelterRole()).describe('Only designated as one of these.'),
  equipment: choices(equipmentCondition.meta({ graphql: 'EquipmentConditionInput' })).describe(
    'Only with all of these things.',
  ),
  lendableRooms: possession().nullish().describe('Only with a room that others may borrow.'),
  lendableVehicles: possession().nullish().describe('Only with a vehicle that others may borrow.'),
  qualifications: choices(words()).describe(
    'Only with staff who hold all of these qualifications, at least one person each.',
  ),
  areas: choices(z.uuid()).describe(
    'Only in one of these areas of mutual help (第1層, 第2層) or school districts, by the keys that facilityConditionCounts names.',
  ),
  capacityFrom: z.int().min(1).max(10_000).nullish().describe('Capacity from so many persons.'),
  capacityTo: z.int().min(1).max(10_000).nullish().describe('Capacity up to so many persons.'),
  capacityOrUnknown: z
    .boolean()
    .nullish()
    .describe('With a range of capacity: also where no capacity is given.'),
  statuses: choices(registryStatus()).describe(
    'Only those that stand so; ACTIVE ones unless said otherwise.',
  ),
  near: nearCondition
    .meta({ graphql: 'NearConditionInput' })
    .nullish()
    .describe('Only within so many kilometres of a point; the nearest first.'),
})

/**
 * What a search for facilities can be narrowed by; the same for the list, the map, the counts beside them, the files
 * that are handed out and the searches that people keep.
 */
export const facilityFilter = z.strictObject({
  text: words().nullish().describe('Words that must all occur.'),
  municipalityCodes: choices(municipalityCode()).describe('Only in these municipalities (6-digit codes).'),
  serviceKinds: choices(words()).describe('Only with one of these services (keys such as `KAIGO-510`).'),
  freshness: choices(freshness()).describe('Only in one of these states.'),
  welfareShelter: z.boolean().nullish().describe('Only 指定福祉避難所, or only others.'),
  sample: z.boolean().nullish().describe('Only invented ones, or only real ones.'),
  conditions: facilityConditions
    .meta({ graphql: 'FacilityConditionsInput' })
    .nullish()
    .describe('Further conditions.'),
})

export type FacilityConditions = Readonly<z.output<typeof facilityConditions>>
export type FacilityFilter = Readonly<z.output<typeof facilityFilter>>

/** The same for shelters. */
export const shelterFilter = z.strictObject({
  text: words().nullish(),
  municipalityCodes: choices(municipalityCode()),
  kind: z.enum(['DESIGNATED_SHELTER', 'EMERGENCY_SITE']).nullish(),
  welfare: z.boolean().nullish(),
  matched: z.boolean().nullish(),
})

export type ShelterFilter = Readonly<z.output<typeof shelterFilter>>
