import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const OF_MEETINGS: ReadonlySet<string> = new Set(['meetingRoom', 'meetings', 'noticePreview'])

/** What is worked out from meetings has no identity of its own: it is read again where it is shown. */
export function forgetRooms(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (OF_MEETINGS.has(fieldName)) cache.invalidate('Query', fieldKey)
}

const forget = (_result: unknown, _args: unknown, cache: Cache) => forgetRooms(cache)

/** What acting in a meeting changes beside what comes back. */
export const meetingUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  planMeeting: forget,
  editMeetingPlan: forget,
  editAgenda: forget,
  sendNotice: forget,
  cancelMeeting: forget,
  answerNotice: forget,
  openMeeting: forget,
  recordPresence: forget,
  checkIn: forget,
  takeUpItem: forget,
  openVote: forget,
  castBallot: forget,
  declareConflict: forget,
  settleConflict: forget,
  closeVote: forget,
  reportItem: forget,
  withdrawItem: forget,
  putOffItem: forget,
  closeMeeting: forget,
  objectToOmission: forget,
}
