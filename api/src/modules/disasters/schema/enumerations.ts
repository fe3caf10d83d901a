import { enumeration } from '../../../kernel/read/enumeration.ts'
import * as words from '../rules/words.ts'

// Before the commands that take them.

enumeration('DisasterHazard', {
  description: 'What happened.',
  values: words.DISASTER_HAZARD,
})
enumeration('CareNeed', {
  description: 'Kinds of people a welfare shelter is for.',
  values: words.CARE_NEED,
})
enumeration('UsersCondition', {
  description: '利用者: how the facility’s own users are.',
  values: words.USERS_CONDITION,
})
enumeration('BuildingCondition', {
  description: '建物: whether the building can be used.',
  values: words.BUILDING_CONDITION,
})
enumeration('PowerCondition', {
  description: '電気: whether there is power.',
  values: words.POWER_CONDITION,
})
enumeration('WaterCondition', {
  description: '水: whether there is water.',
  values: words.WATER_CONDITION,
})
enumeration('StaffCondition', {
  description: '職員: whether there are enough staff.',
  values: words.STAFF_CONDITION,
})
enumeration('AcceptanceAnswer', {
  description: '受け入れ: whether people can be taken in.',
  values: words.ACCEPTANCE_ANSWER,
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
    MUNICIPALITY: '市町村: its municipality.',
  },
})
enumeration('FindingMeans', {
  description: 'How it was found out.',
  values: words.FINDING_MEANS,
})
enumeration('SilenceFinding', {
  description: 'What was found out about a silent facility.',
  values: words.SILENCE_FINDING,
})
enumeration('ShelterOpeningState', {
  description: 'How far the opening of a welfare shelter is.',
  values: {
    REQUESTED: '回答待ち: it is asked.',
    CAN: 'できる: it can, and waits for the decision.',
    CANNOT: '開設できない: it cannot.',
    DECIDED: '準備中: it is decided, and is getting ready.',
    OPEN: '開設中: it is open.',
    FULL: '満員: open, takes nobody more.',
    CLOSED: '閉鎖: it was closed.',
    WITHDRAWN: '依頼取消: the request was taken back.',
  },
})
enumeration('CannotOpenReason', {
  description: 'Why a facility cannot open. No reason is a bad one.',
  values: words.CANNOT_OPEN_REASON,
})
