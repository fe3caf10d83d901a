import { builder } from '../../../kernel/graphql/builder.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  disasterBoard,
  type BoardFigure,
  type BoardRow,
  type BoardTotals,
  type DisasterBoard,
} from '../queries/board.ts'
import { deviceDesk, type DeviceDesk, type DeviceEvent } from '../queries/device-desk.ts'
import { RUNNING } from './event-fields.ts'
import { reportDesk, type FacilityDesk, type ReportDesk } from '../queries/own-desk.ts'

const SCOPE = 'disasters:read'
const Enum = (name: string) => name as never

const SilenceState = builder.enumType('SilenceState', {
  description: 'How a called facility stands towards its reports.',
  values: {
    NOT_DUE: { description: 'It has reported; the next report is not due yet.' },
    DUE: { description: 'It is asked for a report; the deadline has not passed.' },
    LATE: { description: '遅れ: the deadline has passed.' },
    PRESUMED_SERIOUS: { description: '被害の疑い: so late that serious damage is presumed.' },
    CONFIRMED: { description: 'It was silent, and somebody has found out how it is.' },
  },
})
const AskedNext = builder.enumType('AskedNext', {
  description: 'Who is asked next.',
  values: {
    FACILITY: { description: 'The facility itself.' },
    BUDDY: { description: '相互確認先: its neighbour.' },
    COUNCIL: { description: '事務局: the council.' },
    MUNICIPALITY: { description: '市町村: its municipality.' },
  },
})
const BoardAct = builder.enumType('BoardAct', {
  description: 'What the asker may do with a facility on the board.',
  values: {
    OWN: { description: 'It is the asker’s own.' },
    REPORT: { description: 'Report for it, or type in what it said.' },
    ANSWER: { description: 'Answer whether it can open, and report figures.' },
    CONDUCT: { description: 'Ask it to open, decide, close.' },
    FIND_OUT: { description: 'Say what was found out about its silence.' },
  },
})

const Figure = value<BoardFigure>('BoardFigure', {
  description: 'A figure with its age.',
  fields: {
    count: { type: 'Int', nullable: true, description: 'Persons; null = not counted.' },
    places: { type: 'Int', nullable: true, description: 'Persons it can take; null = not given.' },
    trend: { type: 'Int', nullable: true, description: 'Difference to the count before; null without one.' },
    at: { type: 'DateTime', nullable: true, description: 'When it was counted; null = never.' },
  },
})

const Row = value<BoardRow>('BoardRow', {
  description: 'A facility on the board.',
  fields: {
    calledFacilityId: { type: 'ID', description: 'Relay id of the CalledFacility.' },
    version: { type: 'Int', description: 'Version of the CalledFacility.' },
    facilityId: { type: 'ID', description: 'Relay id of the Facility.' },
    name: { type: 'String', description: 'The facility.' },
    municipality: { type: 'String', description: 'Where it is.' },
    phone: {
      type: 'String',
      nullable: true,
      description: 'Its number for the night, or its number; null = none given.',
    },
    latitude: { type: 'Float', nullable: true, description: 'Degrees north; null if not known.' },
    longitude: { type: 'Float', nullable: true, description: 'Degrees east; null if not known.' },
    silence: { type: SilenceState, description: 'How it stands towards its reports.' },
    lateMinutes: { type: 'Int', description: 'Minutes of the event past the deadline; 0 if none.' },
    reportedAt: { type: 'DateTime', nullable: true, description: 'When it last answered; null = never.' },
    asked: { type: AskedNext, description: 'Who is asked next.' },
    askedName: { type: 'String', nullable: true, description: 'Its name; null for the facility itself.' },
    askedPhone: { type: 'String', nullable: true, description: 'Its number; null if none is known.' },
    askedUntil: { type: 'DateTime', description: 'Until when.' },
    confirmedBy: {
      type: 'String',
      nullable: true,
      description: 'Who has found out how it is; null if nobody had to.',
    },
    openingId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of its ShelterOpening; null if it was not asked.',
    },
    openingVersion: { type: 'Int', nullable: true, description: 'Version of the opening.' },
    state: {
      type: Enum('ShelterOpeningState'),
      nullable: true,
      description: 'How far the opening is; null = 待機.',
    },
    deFacto: { type: 'Boolean', description: '事実上の開設: without a decision.' },
    cannotReason: {
      type: Enum('CannotOpenReason'),
      nullable: true,
      description: 'Why it cannot open; null if it can.',
    },
    stateAt: { type: 'DateTime', nullable: true, description: 'Since when it is so; null = 待機.' },
    opensAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When it is to open; null if nobody has said.',
    },
    acceptance: {
      type: Enum('AcceptanceAnswer'),
      nullable: true,
      description: 'What it last answered on taking people in.',
    },
    day: { type: Figure, description: 'Evacuees by day.' },
    night: { type: Figure, description: 'Evacuees by night.' },
    free: {
      type: ['Int'],
      nullable: { list: false, items: true },
      description: 'How many more for the night, in the order of the board’s needs; null = not reported.',
    },
    freeAt: { type: 'DateTime', nullable: true, description: 'Age of the oldest of these; null = none.' },
    can: { type: [BoardAct], description: 'What the asker may do here.' },
  },
})

const Totals = value<BoardTotals>('BoardTotals', {
  description: 'Sums of the rows that are open or full.',
  fields: {
    open: { type: 'Int', description: '開設中: shelters that are open.' },
    full: { type: 'Int', description: '満員: shelters that are full.' },
    late: { type: 'Int', description: 'Facilities whose report is late.' },
    presumedSerious: { type: 'Int', description: 'Those of them with serious damage presumed.' },
    notDue: { type: 'Int', description: 'Facilities that are not late.' },
    day: { type: 'Int', description: 'Evacuees by day.' },
    dayPlaces: { type: 'Int', description: 'Places by day, as far as given.' },
    night: { type: 'Int', description: 'Evacuees by night.' },
    nightPlaces: { type: 'Int', description: 'Places by night, as far as given.' },
    free: { type: ['Int'], description: 'How many more for the night, in the order of the needs.' },
    nightFree: { type: 'Int', description: 'The sum of these.' },
  },
})

const Board = value<DisasterBoard>('DisasterBoard', {
  description: 'Where every called facility of an event stands at one moment.',
  fields: {
    ...RUNNING,
    hazard: { type: Enum('DisasterHazard'), description: 'What happened.' },
    version: { type: 'Int', description: 'Version of the event.' },
    readAt: { type: 'DateTime', description: 'The moment the board is of.' },
    needs: { type: [Enum('CareNeed')], description: 'Kinds of need in the order of the figures.' },
    totals: { type: Totals, description: 'The sums of the rows.' },
    rows: { type: [Row], description: 'Every called facility, by municipality and reading.' },
  },
})

query.custom('disasterBoard', {
  access: 'signedIn',
  scope: SCOPE,
  description: 'The board of an event; null if there is none or the asker is not of its network.',
  type: Board,
  nullable: true,
  complexity: 10,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'Relay id of the DisasterEvent.' }) }),
  resolve: ({ eventId }, { sql, viewer, now }) =>
    disasterBoard(sql, viewer, keyOf('DisasterEvent', eventId), now),
})

type DeskReport = NonNullable<FacilityDesk['report']>
const Report = value<DeskReport>('DeskReport', {
  description: 'The last answers of a facility.',
  fields: {
    id: { type: 'ID', description: 'Relay id of the StatusReport.' },
    users: { type: Enum('UsersCondition'), description: '利用者: how the own users are.' },
    building: { type: Enum('BuildingCondition'), description: '建物: whether it can be used.' },
    power: { type: Enum('PowerCondition'), description: '電気: whether there is any.' },
    water: { type: Enum('WaterCondition'), description: '水: whether there is any.' },
    staff: { type: Enum('StaffCondition'), description: '職員: whether there are enough.' },
    acceptance: { type: Enum('AcceptanceAnswer'), description: '受け入れ: whether people can come.' },
    note: { type: 'String', description: 'More in words; empty if nothing.' },
    channel: { type: Enum('ReportChannel'), description: 'How it reached the portal.' },
    reportedByName: { type: 'String', description: 'Who said it.' },
    reportedAt: { type: 'DateTime', description: 'When it was said.' },
  },
})

const Desk = value<FacilityDesk>('FacilityDesk', {
  description: 'What a facility sees of itself in an event.',
  fields: {
    calledFacilityId: { type: 'ID', description: 'Relay id of the CalledFacility.' },
    facilityId: { type: 'ID', description: 'Relay id of the Facility.' },
    name: { type: 'String', description: 'The facility.' },
    own: {
      type: 'Boolean',
      description: 'Whether the asker speaks for it; otherwise types in what it said.',
    },
    silence: { type: SilenceState, description: 'How it stands towards its reports.' },
    deadline: { type: 'DateTime', description: 'By when the next report is due.' },
    buddyName: { type: 'String', nullable: true, description: '相互確認先; null if none.' },
    report: { type: Report, nullable: true, description: 'Its last answers; null = none yet.' },
    reportCount: { type: 'Int', description: 'How many versions there are.' },
    filedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When it last said that it filed with the state; null = never.',
    },
    openingId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of its ShelterOpening; null if it was not asked.',
    },
    openingVersion: { type: 'Int', nullable: true, description: 'Version of the opening.' },
    state: {
      type: Enum('ShelterOpeningState'),
      nullable: true,
      description: 'How far the opening is; null = 待機.',
    },
    cannotReason: {
      type: Enum('CannotOpenReason'),
      nullable: true,
      description: 'Why it cannot open; null if it can.',
    },
  },
})

const OwnDesk = value<ReportDesk>('ReportDesk', {
  description: 'The facilities for which the asker can report in an event.',
  fields: {
    ...RUNNING,
    readAt: { type: 'DateTime', description: 'The moment this is of.' },
    facilities: { type: [Desk], description: 'The facilities.' },
  },
})

query.custom('reportDesk', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'What the asker can report in an event; null if there is none or the asker is not of its network.',
  type: OwnDesk,
  nullable: true,
  complexity: 10,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'Relay id of the DisasterEvent.' }) }),
  resolve: ({ eventId }, { sql, viewer, now }) =>
    reportDesk(sql, viewer, keyOf('DisasterEvent', eventId), now),
})

const DeviceCall = value<DeviceEvent>('DeviceEvent', {
  description: 'An event that calls the facility of a device.',
  fields: {
    calledFacilityId: { type: 'ID', description: 'Relay id of the CalledFacility.' },
    name: { type: 'String', description: 'The event.' },
    drill: { type: 'Boolean', description: '訓練: whether it is a drill.' },
    startedAt: { type: 'DateTime', description: 'When it began.' },
    helpPhone: { type: 'String', nullable: true, description: 'Number of the secretariat; null if none.' },
  },
})
const DeviceView = value<DeviceDesk>('DeviceDesk', {
  description: 'What an enrolled device shows before anybody has said who they are.',
  fields: {
    facility: { type: 'String', description: 'The facility.' },
    device: { type: 'String', description: 'What the device is called.' },
    events: {
      type: [DeviceCall],
      description: 'Events that are on, real ones before drills, the latest first.',
    },
  },
})

query.custom('deviceDesk', {
  access: 'public',
  scope: SCOPE,
  description:
    'What calls the facility of an enrolled device, by the secret of the device; null if it is none.',
  type: DeviceView,
  nullable: true,
  args: (arg) => ({
    deviceSecret: arg.string({
      required: true,
      description: 'What the device was given when it was enrolled.',
    }),
  }),
  resolve: ({ deviceSecret }, { sql }) => deviceDesk(sql, deviceSecret),
})
