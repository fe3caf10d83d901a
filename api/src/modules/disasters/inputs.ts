import { z } from 'zod'
import { enumOf, instant } from '../../kernel/inputs.ts'

export const hazard = enumOf('DisasterHazard', 'What happened.', {
  EARTHQUAKE: '地震',
  TSUNAMI: '津波',
  FLOOD: '洪水',
  LANDSLIDE: '土砂災害',
  STORM: '暴風',
  SNOW: '大雪',
  VOLCANO: '火山',
  FIRE: '火災',
  OTHER: 'その他',
})
export const usersCondition = enumOf('UsersCondition', '利用者: how the facility’s own users are.', {
  ALL_SAFE: '全員 無事',
  SOME_INJURED: 'けが人がいる',
  NEED_HELP: '助けがいる',
  UNKNOWN: 'わからない',
})
export const buildingCondition = enumOf('BuildingCondition', '建物: whether the building can be used.', {
  USABLE: '使える',
  PARTLY: '一部だけ使える',
  UNUSABLE: '使えない',
  UNKNOWN: 'わからない',
})
export const powerCondition = enumOf('PowerCondition', '電気: whether there is power.', {
  ON: 'ついている',
  EMERGENCY: '非常用で動いている',
  OUT: '停電',
  UNKNOWN: 'わからない',
})
export const waterCondition = enumOf('WaterCondition', '水: whether there is water.', {
  ON: '出る',
  LIMITED: '一部だけ・備蓄で',
  OUT: '出ない',
  UNKNOWN: 'わからない',
})
export const staffCondition = enumOf('StaffCondition', '職員: whether there are enough staff.', {
  ENOUGH: '足りている',
  SHORT: '足りない',
  CRITICAL: '続けられない',
  UNKNOWN: 'わからない',
})
export const acceptanceAnswer = enumOf('AcceptanceAnswer', '受け入れ: whether people can be taken in.', {
  CAN: 'できる',
  CONDITIONAL: '条件つき',
  CANNOT: 'できない',
  UNKNOWN: 'わからない',
})

/** The six answers. 「わからない」 is an answer like the others. */
export const sixAnswers = {
  users: usersCondition.describe('利用者.'),
  building: buildingCondition.describe('建物.'),
  power: powerCondition.describe('電気.'),
  water: waterCondition.describe('水.'),
  staff: staffCondition.describe('職員.'),
  acceptance: acceptanceAnswer.describe('受け入れ.'),
}

export const careNeed = enumOf('CareNeed', 'Kinds of people a welfare shelter is for.', {
  OLDER_PERSON: '高齢者',
  DISABILITY: '障害者（児）',
  PREGNANCY: '妊産婦',
  INFANT: '乳幼児',
  INJURY: '傷病者',
  INTERNAL_DISORDER: '内部障害者',
  INTRACTABLE_DISEASE: '難病患者',
  MEDICAL_CARE: '医療的ケアを必要とする者',
})
export const cannotReason = enumOf(
  'CannotOpenReason',
  'Why a facility cannot open. No reason is a bad one.',
  {
    STAFF: '職員が足りない',
    BUILDING: '建物が使えない',
    POWER: '停電',
    WATER: '断水',
    OWN_USERS: '利用者の対応',
    ACCESS: '道が通れない',
    INFECTION: '感染症',
    OTHER: 'そのほか',
  },
)

/** An id made by the device before it had a network. */
export const madeByDevice = () =>
  z
    .uuid()
    .describe('Chosen by the device, a UUID. Sent again, it is the same record and nothing happens twice.')
export const note = (most = 500) => z.string().trim().max(most)
export const personName = () => z.string().trim().min(1).max(60)
export const moment = () => instant()
