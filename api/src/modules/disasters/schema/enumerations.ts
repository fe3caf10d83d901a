import { enumeration } from '../../../kernel/read/enumeration.ts'

// Before the commands that take them.

enumeration('DisasterHazard', {
  description: 'What happened.',
  values: {
    EARTHQUAKE: '地震',
    TSUNAMI: '津波',
    FLOOD: '洪水',
    LANDSLIDE: '土砂災害',
    STORM: '暴風',
    SNOW: '大雪',
    VOLCANO: '火山',
    FIRE: '火災',
    OTHER: 'その他',
  },
})
enumeration('CareNeed', {
  description: 'Kinds of people a welfare shelter is for.',
  values: {
    OLDER_PERSON: '高齢者',
    DISABILITY: '障害者（児）',
    PREGNANCY: '妊産婦',
    INFANT: '乳幼児',
    INJURY: '傷病者',
    INTERNAL_DISORDER: '内部障害者',
    INTRACTABLE_DISEASE: '難病患者',
    MEDICAL_CARE: '医療的ケアを必要とする者',
  },
})
enumeration('UsersCondition', {
  description: '利用者: how the facility’s own users are.',
  values: {
    ALL_SAFE: '全員 無事',
    SOME_INJURED: 'けが人がいる',
    NEED_HELP: '助けがいる',
    UNKNOWN: 'わからない',
  },
})
enumeration('BuildingCondition', {
  description: '建物: whether the building can be used.',
  values: { USABLE: '使える', PARTLY: '一部だけ使える', UNUSABLE: '使えない', UNKNOWN: 'わからない' },
})
enumeration('PowerCondition', {
  description: '電気: whether there is power.',
  values: { ON: 'ついている', EMERGENCY: '非常用で動いている', OUT: '停電', UNKNOWN: 'わからない' },
})
enumeration('WaterCondition', {
  description: '水: whether there is water.',
  values: { ON: '出る', LIMITED: '一部だけ・備蓄で', OUT: '出ない', UNKNOWN: 'わからない' },
})
enumeration('StaffCondition', {
  description: '職員: whether there are enough staff.',
  values: { ENOUGH: '足りている', SHORT: '足りない', CRITICAL: '続けられない', UNKNOWN: 'わからない' },
})
enumeration('AcceptanceAnswer', {
  description: '受け入れ: whether people can be taken in.',
  values: { CAN: 'できる', CONDITIONAL: '条件つき', CANNOT: 'できない', UNKNOWN: 'わからない' },
})
enumeration('ReportChannel', {
  description: 'How a report reached the portal.',
  values: {
    PORTAL: 'By somebody signed in at the facility.',
    DEVICE: 'At the facility’s enrolled device, with its PIN.',
    PHONE: 'Told on the telephone and typed in by somebody else.',
    FAX: 'By fax, typed in by somebody else.',
    VISIT: 'Told on a visit, typed in by somebody else.',
  },
})
enumeration('SilenceOwnerKind', {
  description: 'Who finds out about a facility that does not report.',
  values: {
    BUDDY: '相互確認先: its neighbour.',
    COUNCIL: '事務局: the council.',
    MUNICIPALITY: '市町村',
  },
})
enumeration('FindingMeans', {
  description: 'How it was found out.',
  values: { PHONE: '電話', VISIT: '見に行った', RADIO: '無線', OTHERS: 'ほかの人から聞いた' },
})
enumeration('SilenceFinding', {
  description: 'What was found out about a silent facility.',
  values: {
    SAFE: '無事: nobody is hurt, it only could not report.',
    DAMAGED: '被害がある',
    NEED_HELP: '助けがいる',
    NOT_REACHED: 'まだわからない: it was tried; the silence goes on.',
  },
})
enumeration('ShelterOpeningState', {
  description: 'How far the opening of a welfare shelter is.',
  values: {
    REQUESTED: '回答待ち: it is asked.',
    CAN: 'できる: it can, and waits for the decision.',
    CANNOT: 'できない',
    DECIDED: '準備中: it is decided, and is getting ready.',
    OPEN: '開設中',
    FULL: '満員: open, takes nobody more.',
    CLOSED: '閉鎖',
    WITHDRAWN: '依頼取消',
  },
})
enumeration('CannotOpenReason', {
  description: 'Why a facility cannot open. No reason is a bad one.',
  values: {
    STAFF: '職員が足りない',
    BUILDING: '建物が使えない',
    POWER: '停電',
    WATER: '断水',
    OWN_USERS: '利用者の対応',
    ACCESS: '道が通れない',
    INFECTION: '感染症',
    OTHER: 'そのほか',
  },
})
