import { enumeration } from '../../../kernel/read/enumeration.ts'

export const OrganKind = enumeration('OrganKind', {
  description: 'Which organ of a network meets or decides.',
  values: {
    GENERAL_MEETING: '総会・社員総会: all members.',
    BOARD: '理事会・役員会: the holders of an office.',
    EVALUATION_COUNCIL: '評議会 of a 社会福祉連携推進法人.',
    COMMITTEE: '部会・委員会.',
  },
})

export const MeetingForm = enumeration('MeetingForm', {
  description: 'How an organ decides.',
  values: {
    ASSEMBLY: 'People come together, in a room or online.',
    WRITTEN: 'In writing, by the ordinary majorities (書面議決).',
    OMISSION: 'Without a meeting, because everybody agrees (みなし決議; 一般社団・財団法人法58条, 96条).',
  },
})

export const BallotChoice = enumeration('BallotChoice', {
  description: 'A vote.',
  values: { FOR: '賛成.', AGAINST: '反対.', ABSTAIN: '棄権.' },
})

export const AnswerChannel = enumeration('AnswerChannel', {
  description: 'By which way an answer or a vote reached the meeting.',
  values: {
    PORTAL: 'In the portal, by the voter’s own people.',
    PHONE: 'By telephone; recorded by the secretariat.',
    FAX: 'By FAX; recorded by the secretariat.',
    PAPER: 'On paper; recorded by the secretariat.',
    ROOM: 'In the room, by a sign or a show of hands; recorded by the secretariat.',
    LINK: 'By the link of an invited body.',
  },
})
