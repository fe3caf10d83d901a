import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'

export const line = (most: number) => z.string().trim().min(1).max(most)

const careNeed = enumOf('CareNeed', 'A kind of person whom welfare shelters are there for.', {
  OLDER_PERSON: '高齢者.',
  DISABILITY: '障害者（児）.',
  PREGNANCY: '妊産婦.',
  INFANT: '乳幼児.',
  INJURY: '傷病者.',
  INTERNAL_DISORDER: '内部障害者.',
  INTRACTABLE_DISEASE: '難病患者.',
  MEDICAL_CARE: '医療的ケアを必要とする者.',
})

export const urgency = enumOf('AssignmentUrgency', 'How soon a group has to be somewhere.', {
  NORMAL: 'As the others; one person left over counts 1.',
  SOON: 'Before the others; one person left over counts 2.',
  FIRST: 'First of all; one person left over counts 4.',
})

export const closureKind = enumOf('RoadClosureKind', 'What a closure keeps apart.', {
  MUNICIPALITY_CUT_OFF: 'Nobody gets from or into the municipality.',
  BETWEEN_MUNICIPALITIES: 'No way between two municipalities, in both directions.',
  FACILITY_CUT_OFF: 'Nobody reaches the facility.',
})

export const verdict = enumOf('AssignmentVerdict', 'What a coordinator said to a line.', {
  ACCEPTED: 'It is as proposed.',
  OVERRIDDEN: 'Otherwise, with a reason.',
})

export const memberRow = z.object({
  persons: z.int().min(1).max(30).describe('Persons of one household with the same needs.'),
  needs: z.array(careNeed).max(8).describe('Their kinds of need; none for companions.'),
  equipment: z
    .array(line(60))
    .max(10)
    .describe('Equipment without which they cannot stay, by the names of the registry, e.g. 自家発電機.'),
})
