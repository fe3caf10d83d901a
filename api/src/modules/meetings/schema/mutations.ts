import { mutation } from '../../../kernel/graphql/mutation.ts'
import { addAgendaPaper } from '../commands/add-agenda-paper.ts'
import { answerItemQuestion } from '../commands/answer-item-question.ts'
import { answerNotice } from '../commands/answer-notice.ts'
import { askAboutItem } from '../commands/ask-about-item.ts'
import { arrangeAgendaPapers } from '../commands/arrange-agenda-papers.ts'
import { attachAgendaPaper } from '../commands/attach-agenda-paper.ts'
import { cancelMeeting } from '../commands/cancel-meeting.ts'
import { castBallot } from '../commands/cast-ballot.ts'
import { checkIn } from '../commands/check-in.ts'
import { closeMeeting } from '../commands/close-meeting.ts'
import { closeVote } from '../commands/close-vote.ts'
import { declareConflict } from '../commands/declare-conflict.ts'
import { detachAgendaPaper } from '../commands/detach-agenda-paper.ts'
import { editAgenda } from '../commands/edit-agenda.ts'
import { editMeetingSeries } from '../commands/edit-meeting-series.ts'
import { planMeetingSeries } from '../commands/plan-meeting-series.ts'
import { editMeetingPlan } from '../commands/edit-meeting-plan.ts'
import { objectToOmission } from '../commands/object-to-omission.ts'
import { openMeeting } from '../commands/open-meeting.ts'
import { openVote } from '../commands/open-vote.ts'
import { planMeeting } from '../commands/plan-meeting.ts'
import { planSeriesMeetings } from '../commands/plan-series-meetings.ts'
import { putOffItem } from '../commands/put-off-item.ts'
import { recordPresence } from '../commands/record-presence.ts'
import { reportItem } from '../commands/report-item.ts'
import { sendNotice } from '../commands/send-notice.ts'
import { settleConflict } from '../commands/settle-conflict.ts'
import { takeUpItem } from '../commands/take-up-item.ts'
import { withdrawItem } from '../commands/withdraw-item.ts'

const meeting = { meeting: 'Meeting' } as const
const item = { agendaItem: 'AgendaItem', meeting: 'Meeting' } as const

mutation(planMeeting, { payload: meeting })
mutation(editMeetingPlan, { payload: meeting })
mutation(editAgenda, { payload: meeting })
mutation(sendNotice, { payload: meeting })
mutation(cancelMeeting, { payload: meeting })
mutation(answerNotice, { payload: { meetingVoter: 'MeetingVoter', meeting: 'Meeting' } })
mutation(openMeeting, { payload: meeting })
mutation(recordPresence, { payload: meeting })
mutation(checkIn, { payload: { meetingVoter: 'MeetingVoter', meeting: 'Meeting' } })
mutation(takeUpItem, { payload: item })
mutation(openVote, { payload: item })
mutation(castBallot, { payload: { ...item, meetingVoter: 'MeetingVoter' } })
mutation(declareConflict, { payload: item })
mutation(settleConflict, { payload: item })
mutation(closeVote, { payload: item })
mutation(reportItem, { payload: item })
mutation(withdrawItem, { payload: item })
mutation(putOffItem, { payload: item })
mutation(closeMeeting, { payload: meeting })
mutation(objectToOmission, { payload: meeting })
mutation(askAboutItem, { payload: { agendaItem: 'AgendaItem', itemQuestion: 'ItemQuestion' } })
mutation(answerItemQuestion, { payload: { itemQuestion: 'ItemQuestion', agendaItem: 'AgendaItem' } })
const paper = { agendaPaper: 'AgendaPaper', agendaItem: 'AgendaItem' } as const
mutation(addAgendaPaper, { payload: { ...paper, document: 'Document' } })
mutation(attachAgendaPaper, { payload: paper })
mutation(arrangeAgendaPapers, { payload: { agendaItem: 'AgendaItem' } })
mutation(detachAgendaPaper, { payload: { agendaItem: 'AgendaItem' } })
mutation(planMeetingSeries, { payload: { meetingSeries: 'MeetingSeries', platform: 'Platform' } })
mutation(planSeriesMeetings, { payload: { meetingSeries: 'MeetingSeries' } })
mutation(editMeetingSeries, { payload: { meetingSeries: 'MeetingSeries' } })
