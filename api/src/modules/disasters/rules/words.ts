// What the values of enums mean, in the words of the screen and in English; said once for inputs and tables.

export const DISASTER_HAZARD = {
  EARTHQUAKE: '地震: an earthquake.',
  TSUNAMI: '津波: a tsunami.',
  FLOOD: '洪水: a flood.',
  LANDSLIDE: '土砂災害: a landslide.',
  STORM: '暴風: a storm.',
  SNOW: '大雪: heavy snow.',
  VOLCANO: '火山: a volcano.',
  FIRE: '火災: a large fire.',
  OTHER: 'その他: something else.',
} as const

export const CARE_NEED = {
  OLDER_PERSON: '高齢者: older people.',
  DISABILITY: '障害者（児）: people with a disability.',
  PREGNANCY: '妊産婦: before and after giving birth.',
  INFANT: '乳幼児: babies and small children.',
  INJURY: '傷病者: the injured and the sick.',
  INTERNAL_DISORDER: '内部障害者: people with an internal disorder.',
  INTRACTABLE_DISEASE: '難病患者: patients of an intractable disease.',
  MEDICAL_CARE: '医療的ケアを必要とする者: people who need medical care every day.',
} as const

export const USERS_CONDITION = {
  ALL_SAFE: '全員 無事: all are safe.',
  SOME_INJURED: 'けが人がいる: some are injured.',
  NEED_HELP: '助けがいる: help is needed.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const BUILDING_CONDITION = {
  USABLE: '使える: it can be used.',
  PARTLY: '一部だけ使える: in part.',
  UNUSABLE: '使えない: it cannot be used.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const POWER_CONDITION = {
  ON: 'ついている: there is power.',
  EMERGENCY: '非常用で動いている: emergency power.',
  OUT: '停電: there is none.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const WATER_CONDITION = {
  ON: '出る: there is water.',
  LIMITED: '一部だけ・備蓄で: some, or stored.',
  OUT: '出ない: there is none.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const STAFF_CONDITION = {
  ENOUGH: '足りている: there are enough.',
  SHORT: '足りない: there are too few.',
  CRITICAL: '続けられない: it cannot go on so.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const ACCEPTANCE_ANSWER = {
  CAN: 'できる: people can come.',
  CONDITIONAL: '条件つき: under conditions.',
  CANNOT: 'できない: nobody can come.',
  UNKNOWN: 'わからない: nobody knows yet.',
} as const

export const CANNOT_OPEN_REASON = {
  STAFF: '職員が足りない: too few staff.',
  BUILDING: '建物が使えない: the building.',
  POWER: '停電: there is no power.',
  WATER: '断水: there is no water.',
  OWN_USERS: '利用者の対応: the own users need everybody.',
  ACCESS: '道が通れない: no road leads there.',
  INFECTION: '感染症: an infection in the house.',
  OTHER: 'そのほか: another reason.',
} as const

export const SILENCE_FINDING = {
  SAFE: '無事: nobody is hurt, it only could not report.',
  DAMAGED: '被害がある: there is damage.',
  NEED_HELP: '助けがいる: help is needed.',
  NOT_REACHED: 'まだわからない: it was tried; the silence goes on.',
} as const

export const FINDING_MEANS = {
  PHONE: '電話: on the telephone.',
  VISIT: '見に行った: somebody went there.',
  RADIO: '無線: by radio.',
  OTHERS: 'ほかの人から聞いた: others said so.',
} as const
