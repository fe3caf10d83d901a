import { RuleProblem } from '../../../kernel/problems.ts'

/** What a program may be allowed, and what each scope opens. The graph names them with `.` for `:`. */
export const scopes = {
  'registry:read':
    'Read corporations, facilities, offices, shelters and what the body may see of their contacts.',
  'registry:write': 'Confirm and edit the facts of facilities, as the body may.',
  'meetings:read': 'Read meetings, votes and decisions of the body’s networks.',
  'meetings:write': 'Prepare and run meetings, answer notices and vote, as the body may.',
  'platforms:read': 'Read the networks of the body and their members.',
  'collaboration:read': 'Read who works with whom, as far as the body may see it.',
  'collaboration:write': 'Propose, answer, change and end ties of the body, as its administrator may.',
  'disasters:read': 'Read disasters and drills of the body’s networks, and what was reported in them.',
  'disasters:write': 'Open, report, answer and decide in disasters and drills, as the body may.',
  'alerts:read':
    'Read the warnings of the 気象庁 that were kept, and what the body is asked because of them.',
  'alerts:write': 'Hand in messages of 気象庁防災情報XML, and answer suggestions, as the body may.',
  'outputs:read': 'Read and fetch the forms of a disaster, as the body may.',
  'bulletin:read': 'Read the documents, announcements and calendars of the body’s networks.',
  'identity:read': 'Read the people and roles of the body, as its administrator may.',
  'account:read': 'Read who the token is and what there is to do.',
  'notifications:read': 'Read the notifications of the person the token belongs to.',
} as const

/** Days a token lives at most. */
const TOKEN_DAYS = 365

/** Refuses a token that has expired already or lives longer than a year. */
export function checkTokenLife(lastDay: Date, today: Date): void {
  if (lastDay < today) throw new RuleProblem('TOKEN_ENDS_IN_THE_PAST', 'The last day has passed.')
  if (lastDay.getTime() - today.getTime() > TOKEN_DAYS * 86_400_000) {
    throw new RuleProblem('TOKEN_LIVES_TOO_LONG', 'A token lives for at most a year.')
  }
}

/** The first instant at which a token no longer opens: midnight in Japan after its last day. */
export const endOfDayInJapan = (lastDay: Date): Date => new Date(lastDay.getTime() + 15 * 3_600_000)
