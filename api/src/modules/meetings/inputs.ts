import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { day, enumOf, instant } from '../../kernel/inputs.ts'

export const organKind = enumOf('OrganKind', 'Which organ of a network meets or decides.', {
  GENERAL_MEETING: '総会・社員総会: all members.',
  BOARD: '理事会・役員会: the holders of an office.',
  EVALUATION_COUNCIL: '評議会 of a 社会福祉連携推進法人.',
  COMMITTEE: '部会・委員会 of the network.',
})

export const meetingForm = enumOf('MeetingForm', 'How an organ decides.', {
  ASSEMBLY: 'People come together, in a room or online.',
  WRITTEN: 'In writing, by the ordinary majorities (書面議決).',
  OMISSION: 'Without a meeting, because everybody agrees (みなし決議; 一般社団・財団法人法58条, 96条).',
})

export const attendanceAnswer = enumOf('AttendanceAnswer', 'What a voter answers to the notice.', {
  ON_SITE: 'It comes to the place.',
  ONLINE: 'It takes part online.',
  PROXY: '委任状: somebody else votes for it.',
  WRITTEN: '書面表決: it votes in writing before the meeting.',
  ABSENT: 'It does not take part.',
})

export const guestAnswer = enumOf('GuestAnswer', 'What an invited body answers.', {
  ON_SITE: 'It comes to the place.',
  ONLINE: 'It takes part online.',
  ABSENT: 'It does not come.',
})

export const presence = enumOf('Presence', 'How a voter is there while the meeting runs.', {
  ON_SITE: 'In the room.',
  ONLINE: 'Taking part online.',
  LEFT: 'It has left (退席).',
})

export const answerChannel = enumOf(
  'AnswerChannel',
  'By which way an answer or a vote reached the meeting.',
  {
    PORTAL: 'In the portal, by the voter’s own people.',
    PHONE: 'By telephone; recorded by the secretariat.',
    FAX: 'By FAX; recorded by the secretariat.',
    PAPER: 'On paper; recorded by the secretariat.',
    ROOM: 'In the room, by a sign or a show of hands; recorded by the secretariat.',
    LINK: 'By the link of an invited body.',
  },
)

const agendaKind = enumOf('AgendaKind', 'What kind of item it is.', {
  RESOLUTION: '議案: something is decided.',
  REPORT: '報告: something is reported; nothing is decided.',
})

export const ballotChoice = enumOf('BallotChoice', 'What a voter wants to become of a motion.', {
  FOR: '賛成: in favour.',
  AGAINST: '反対: against.',
  ABSTAIN: '棄権: counted as present, in favour of nothing.',
})

export const castingVote = enumOf('CastingVote', 'How the chair settles a tie.', {
  FOR: '可決: the motion is carried.',
  AGAINST: '否決: the motion fails.',
})

/** One line of text. */
export const line = (longest: number) => z.string().trim().min(1).max(longest)
/** Text of several paragraphs, possibly none. */
export const paragraphs = (longest: number) => z.string().trim().max(longest)

/** What is asked when a meeting is planned or its plan is edited. */
export const meetingPlan = {
  title: line(100).describe('As it is called, e.g. 令和8年度 第2回 総会; 1 to 100 characters.'),
  startsAt: instant().describe('When it begins; in writing: from when ballots are taken.'),
  endsAt: instant().nullable().describe('When it is meant to end; null if nobody has said.'),
  place: paragraphs(200).describe('Where it is; empty if it is online or in writing only.'),
  onlineUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable()
    .describe('Address of the online meeting (https); null if there is none.'),
  answerBy: instant().describe('Until when proxies and votes in writing are taken.'),
  number: z.int().min(1).max(999).nullable().describe('第n回 of the fiscal year; null if it has none.'),
}

export const agendaItem = z.object({
  id: idOf('AgendaItem').nullable().describe('The item as it stands; null for a new one.'),
  kind: agendaKind.describe('A resolution or a report.'),
  title: line(200).describe('What it is about; 1 to 200 characters.'),
  text: paragraphs(10_000).describe(
    'The motion word for word, or what is reported; at most 10,000 characters.',
  ),
  presenter: paragraphs(100).describe('Who explains it; empty if nobody is named.'),
  resolutionKind: z
    .string()
    .regex(/^[A-Z][A-Z_]*$/)
    .max(40)
    .nullable()
    .describe('Code of the kind of resolution in the rulebook, e.g. ORDINARY; null for a report.'),
})

export const effectiveOn = () => day().describe('First day on which a decision has effect.')

/** The agenda a series of meetings usually has. */
export const usualAgenda = z
  .array(agendaItem.omit({ id: true, presenter: true }))
  .max(30)
  .describe('What its meetings usually have on the agenda, in order.')
