import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import * as inputs from '../inputs.ts'
import type { CountDefinition } from '../rules/counting.ts'
import type { StandingReason } from '../rules/score.ts'

/** Declared by the module of disasters, which the graph takes in first. */
export const CareNeedEnum = 'CareNeed' as never
export const ShelterFactKindEnum = enumeration('ShelterFactKind', {
  description: 'What is so of a welfare shelter from a moment on.',
  values: inputs.factKinds,
})
export const ShelterFactSourceEnum = enumeration('ShelterFactSource', {
  description: 'Who says so.',
  values: inputs.factSources,
})
export const ReadinessAnswerValueEnum = enumeration('ReadinessAnswerValue', {
  description: 'An answer to an item of the checklist.',
  values: inputs.answerValues,
})
export const MentoringStageEnum = enumeration('MentoringStage', {
  description: 'How far a facility that is guided has come.',
  values: inputs.mentoringStages,
})
export const ReadinessCategoryEnum = enumeration('ReadinessCategory', {
  description: 'What an item of the checklist is about.',
  values: {
    BUILDING: '建物: the building and where it stands.',
    POWER_AND_WATER: '電気と水: power, water, toilets, heating.',
    STOCK: '備蓄: food, goods, bedding.',
    STAFF: '職員: who can come, and who helps.',
    INTAKE: '受入れ: rooms, number, procedure.',
    PLAN: '計画: the plan for going on.',
    DRILL: '訓練: drills.',
    AGREEMENT: '市との取り決め: what is settled with the municipality.',
  },
})
export const ReadinessSourceEnum = enumeration('ReadinessSource', {
  description: 'Who answers an item of the checklist; each has one word that stands.',
  values: {
    FACILITY: 'The facility’s own people.',
    MENTOR: 'The facility that guides it.',
    NETWORK: 'The network’s secretariat.',
    DRILL: 'What a drill has shown, taken over by the facility.',
  },
})

const reasons: Readonly<Record<StandingReason, { description: string }>> = {
  NOT_ANSWERED: { description: 'Nobody has said anything.' },
  ANSWERED: { description: 'Somebody said so.' },
  SAID_UNKNOWN: { description: 'The last word was that nobody knows.' },
  IMPLIED: { description: 'It follows from the answer to another item.' },
  EXPIRED: { description: 'What was said is too old.' },
  CONTRADICTED: { description: 'One says yes, another no.' },
}
export const StandingReasonEnum = builder.enumType('ReadinessReason', {
  description: 'Why an item of the checklist stands as it does.',
  values: reasons,
})

const definitions: Readonly<Record<CountDefinition, { description: string }>> = {
  DESIGNATED: { description: '指定されている: designated at the moment.' },
  AGREED: { description: '協定がある: with an agreement at the moment.' },
  DESIGNATED_OR_AGREED: { description: '指定か協定がある: either of them.' },
  PLANNED: { description: '予定: planned, and neither yet.' },
  OPEN_BY_DECISION: { description: '決定で開設中: opened by decision and not closed at the moment.' },
  OPEN_DE_FACTO: { description: '事実上開設中: people stay there at the moment, and no decision stands.' },
  OPEN: { description: '開設中（両方）: open at the moment, by decision or not.' },
  EVER_OPENED_BY_DECISION: {
    description: '決定で開設した: opened by decision at any time up to the moment.',
  },
  EVER_OPENED_DE_FACTO: {
    description: '事実上開設した: people stayed there without a decision at any time.',
  },
  EVER_OPENED: { description: '一度でも開設した: opened in either way at any time.' },
  OPENED_AND_CLOSED: { description: '開設して閉じた: was open and is closed at the moment.' },
  DESIGNATED_AND_EVER_OPENED: { description: '指定のうち開設した: designated, and opened in either way.' },
  DESIGNATED_NEVER_OPENED: { description: '指定のうち開設していない: designated, and never opened.' },
  OPENED_WITHOUT_DESIGNATION: { description: '指定のない所の開設: opened without being designated.' },
}
export const CountDefinitionEnum = builder.enumType('ShelterCountDefinition', {
  description:
    'A way of counting welfare shelters. What “opened” means depends on who counts: each way has a name and is counted from the same facts.',
  values: definitions,
})
