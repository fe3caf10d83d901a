import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { enumOf } from '../../kernel/inputs.ts'

const careNeeds = {
  OLDER_PERSON: '高齢者: older persons.',
  DISABILITY: '障害者（児）: persons and children with disabilities.',
  PREGNANCY: '妊産婦: expectant and nursing mothers.',
  INFANT: '乳幼児: small children.',
  INJURY: '傷病者: the injured and ill.',
  INTERNAL_DISORDER: '内部障害者: persons with an internal disorder.',
  INTRACTABLE_DISEASE: '難病患者: persons with an intractable disease.',
  MEDICAL_CARE: '医療的ケア: persons who need medical care.',
} as const
const careNeed = enumOf('CareNeed', 'For whom a welfare shelter is there (要配慮者).', careNeeds)

export const factKinds = {
  DESIGNATED: '指定: by the municipality (災害対策基本法49条の7).',
  DESIGNATION_ENDED: '指定の取消し: it is designated no longer.',
  AGREED: '協定: there is an agreement with the municipality.',
  AGREEMENT_ENDED: '協定の終了: there is none any longer.',
  PLANNED: '予定: designation or agreement is planned.',
  OPENED: '開設: by decision of the municipality.',
  DE_FACTO_OPENED: '事実上の開設: people stay there without such a decision.',
  CLOSED: '閉鎖: nobody stays there any longer.',
} as const
export const factKind = enumOf(
  'ShelterFactKind',
  'What is so of a welfare shelter from a moment on.',
  factKinds,
)

export const factSources = {
  MUNICIPALITY: 'The municipality says so.',
  FACILITY: 'The facility says so.',
  NETWORK: 'The network’s secretariat says so.',
  PUBLISHED_DATA: 'It stands in published files.',
  THIRD_PARTY: 'Somebody else says so: a newspaper, an association, hearsay; named in the text.',
} as const
export const factSource = enumOf('ShelterFactSource', 'Who says so.', factSources)

export const answerValues = {
  YES: 'はい: it is so.',
  NO: 'いいえ: it is not so.',
  UNKNOWN: 'わからない: nobody knows; an answer like the others.',
} as const
export const answerValue = enumOf(
  'ReadinessAnswerValue',
  'An answer to an item of the checklist.',
  answerValues,
)

export const mentoringStages = {
  CONSULTATION: '相談を始める: the two have begun to talk.',
  SITE_VISIT: '現地を見る: they visit each other.',
  PREPARATION: '点検と準備: the checklist is worked through.',
  CITY_TALK: '市と話す: the municipality has been talked to.',
  DESIGNATION: '指定: the municipality has designated it.',
} as const
export const mentoringStage = enumOf(
  'MentoringStage',
  'How far a facility that is guided has come.',
  mentoringStages,
)

const persons = (text: string) => z.int().min(0).max(9_999).nullable().describe(text)

/** What a facility offers. */
export const offer = {
  dayPlaces: persons('Persons by day over all kinds of need; null = not given.'),
  nightPlaces: persons('Persons by night; null = not given.'),
  directEvacuation: z
    .boolean()
    .nullable()
    .describe(
      'Whether named persons may come without passing an ordinary shelter (直接避難); null = not given.',
    ),
  companions: z
    .int()
    .min(0)
    .max(99)
    .nullable()
    .describe('Family members who may come along with one person; null = not given.'),
  acceptedPersons: z
    .string()
    .trim()
    .max(500)
    .describe('Who is accepted, in the words of the notice or agreement, at most 500 characters.'),
  places: z
    .array(
      z.object({
        need: careNeed.describe('The kind of need.'),
        day: persons('Persons by day; null = not given.'),
        night: persons('Persons by night; null = not given.'),
      }),
    )
    .max(8)
    .describe('Places by kind of need; the kinds may share rooms, so they need not add up.'),
}

export const evidence = z
  .string()
  .trim()
  .max(300)
  .describe('On what it rests, at most 300 characters; may be blank.')

/** A document of the network's shelf that shows it. */
export const shelfDocument = idOf('Document')
  .optional()
  .describe('A document of the network’s shelf that shows it.')
