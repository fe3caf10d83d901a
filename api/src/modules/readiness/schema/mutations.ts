import './enumerations.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { addMentoringTemplate } from '../commands/add-mentoring-template.ts'
import { answerReadinessItem } from '../commands/answer-readiness-item.ts'
import { beginMentorship } from '../commands/begin-mentorship.ts'
import { closeMentoringVisit } from '../commands/close-mentoring-visit.ts'
import { commentOnReadinessItem } from '../commands/comment-on-readiness-item.ts'
import { confirmReadinessItem } from '../commands/confirm-readiness-item.ts'
import { correctReadinessItem } from '../commands/correct-readiness-item.ts'
import { decideReadinessDraft } from '../commands/decide-readiness-draft.ts'
import { editWelfareShelter } from '../commands/edit-welfare-shelter.ts'
import { giveUpMentorship } from '../commands/give-up-mentorship.ts'
import { planMentoringVisit } from '../commands/plan-mentoring-visit.ts'
import { reachMentoringStage } from '../commands/reach-mentoring-stage.ts'
import { recordShelterFact } from '../commands/record-shelter-fact.ts'
import { scheduleMentoring } from '../commands/schedule-mentoring.ts'
import { limitMentoring } from '../commands/limit-mentoring.ts'
import { takeOverDesignations } from '../commands/take-over-designations.ts'
import { withdrawMentoringTemplate } from '../commands/withdraw-mentoring-template.ts'
import { withdrawShelterFact } from '../commands/withdraw-shelter-fact.ts'

const mentorship = { mentorship: 'Mentorship' } as const

mutation(recordShelterFact, { payload: { shelterFact: 'ShelterFact' } })
mutation(withdrawShelterFact, { payload: { shelterFact: 'ShelterFact' } })
mutation(editWelfareShelter, { payload: { welfareShelter: 'WelfareShelter' } })
mutation(takeOverDesignations, {
  payload: {
    designated: { type: 'Int', description: 'Facilities that are on record as designated from now on.' },
    ended: { type: 'Int', description: 'Facilities that no list names any more.' },
  },
})
mutation(answerReadinessItem, { payload: { readinessAnswer: 'ReadinessAnswer' } })
mutation(commentOnReadinessItem, { payload: { readinessComment: 'ReadinessComment' } })
mutation(decideReadinessDraft, { payload: { readinessDraft: 'ReadinessDraft' } })
mutation(correctReadinessItem, { payload: { readinessItem: 'ReadinessItem' } })
mutation(confirmReadinessItem, { payload: { readinessItem: 'ReadinessItem' } })
mutation(beginMentorship, { payload: mentorship })
mutation(reachMentoringStage, { payload: mentorship })
mutation(giveUpMentorship, { payload: mentorship })
mutation(scheduleMentoring, { payload: mentorship })
mutation(planMentoringVisit, { payload: mentorship })
mutation(closeMentoringVisit, { payload: mentorship })
mutation(limitMentoring, { payload: { mentoringLimit: 'MentoringLimit' } })
mutation(addMentoringTemplate, { payload: { mentoringTemplate: 'MentoringTemplate' } })
mutation(withdrawMentoringTemplate, { payload: { mentoringTemplate: 'MentoringTemplate' } })
