import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'
import { DESTINATIONS, FIELDS, KINDS, LONGEST_VALUE, MOST_TOGETHER, STAYS } from './rules/entries.ts'

const described = <const Values extends readonly string[]>(
  values: Values,
  texts: Record<Values[number], string>,
) =>
  Object.fromEntries(values.map((value) => [value, texts[value as Values[number]]])) as Record<
    Values[number],
    string
  >

const entryKind = enumOf(
  'IntakeEntryKind',
  'What kind of fact about people taken in.',
  described(KINDS, {
    HEADCOUNT: 'So many have come; no names yet. Or a headcount is corrected.',
    PERSON_ADDED: 'Somebody has come who was not counted.',
    NAMED_FROM_HEADCOUNT: 'One of the counted has a name now.',
    FIELD_SET: 'Something is known of a person.',
    CHECKED_OUT: 'A person, or some of a headcount, have left.',
    CAME_BACK: 'A person is here again.',
    TRANSFERRED: 'Another shelter has taken the person in.',
    MERGED: 'Two are one.',
    NOT_SAME: 'Two are two.',
    RESOLVED: 'Somebody has chosen between values that stood beside each other.',
    REFERRED: 'These people have to move, and a place is sought for them; or that is corrected.',
    REFERRAL_ENDED: 'No place is sought for them any more: they moved (SHELTER), or need none.',
  }),
)

const intakeField = enumOf(
  'IntakeField',
  'What can be known of a person taken in.',
  described(FIELDS, {
    NAME: 'Name of the person.',
    KANA: 'Reading of the name.',
    BIRTH_YEAR: 'Year of birth, four digits.',
    AGE_BAND: 'About how old: 0-5, 6-17, 18-39, 40-64, 65-74, 75-84, 85-.',
    SEX: 'FEMALE, MALE, OTHER or UNKNOWN.',
    TOWN: 'Town or quarter where the person lives.',
    PHONE: 'Telephone number.',
    FAMILY: 'With whom the person came.',
    NEEDS: 'Kinds of CareNeed, by commas, in their order.',
    STAY: 'NIGHT or DAY.',
    CARE_LEVEL: 'Level of care, as certified.',
    DIET: 'What the person cannot eat, or has to.',
    MEDICINE: 'Medicine and illness.',
    DEVICES: 'Devices the person needs, and whether they need power.',
    COMMUNICATION: 'How to talk with the person.',
    KEY_PERSON: 'Whom to tell, and how they are related.',
    KEY_PERSON_PHONE: 'Telephone of that person.',
    SEARCH_CONSENT: 'Whether relatives who ask may be told: YES, NO or UNKNOWN.',
    SHARE_CONSENT: 'Whether helpers from outside may be told: YES, NO or UNKNOWN.',
    NOTE: 'Anything else.',
  }),
)

const intakeStay = enumOf(
  'IntakeStay',
  'Whether somebody sleeps in the shelter.',
  described(STAYS, { NIGHT: 'Stays the night.', DAY: 'Is there by day alone.' }),
)

const intakeDestination = enumOf(
  'IntakeDestination',
  'Where somebody goes who leaves.',
  described(DESTINATIONS, {
    HOME: 'To their own home.',
    RELATIVES: 'Relatives or friends.',
    HOSPITAL: 'A hospital.',
    FACILITY: 'A facility, as a resident.',
    SHELTER: 'Another shelter.',
    OTHER: 'Somewhere else.',
  }),
)

const careNeed = enumOf('CareNeed', 'For whom a welfare shelter is there.', {
  OLDER_PERSON: 'Older people.',
  DISABILITY: 'People with a disability.',
  PREGNANCY: 'Women before and after giving birth.',
  INFANT: 'Infants.',
  INJURY: 'Injured and ill people.',
  INTERNAL_DISORDER: 'People with an internal disorder.',
  INTRACTABLE_DISEASE: 'People with an intractable disease.',
  MEDICAL_CARE: 'People who need medical care every day.',
})

export const entryInput = z.object({
  entryKey: z.uuid().describe('Key of the entry, made by the device.'),
  deviceKey: z.uuid().describe('Key of the device, made by itself.'),
  sequence: z.int().describe('1, 2, 3 … by device.'),
  at: z.iso.datetime().describe('By the clock of the device; decides nothing.'),
  kind: entryKind.describe('What is said.'),
  subjects: z
    .array(z.string().max(36))
    .max(MOST_TOGETHER + 1)
    .describe('Person, headcount, or both, by their ids; of a referral: itself and who moves.'),
  basedOn: z
    .array(z.string().max(36))
    .max(4_000)
    .describe('Entries it was written in the knowledge of and takes the place of.'),
  field: intakeField.nullable().describe('What is known; null where the kind says it all.'),
  value: z
    .string()
    .max(LONGEST_VALUE)
    .nullable()
    .describe('The value, where somebody went, or what place is sought; sealed at once.'),
  people: z.int().nullable().describe('How many persons without names.'),
  need: careNeed.nullable().describe('Kind of need of the counted; null if nobody has said.'),
  stay: intakeStay.nullable().describe('Whether the counted stay the night.'),
  destination: intakeDestination.nullable().describe('Where somebody goes.'),
})
