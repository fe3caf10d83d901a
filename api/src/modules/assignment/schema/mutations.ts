import { mutation } from '../../../kernel/graphql/mutation.ts'
import { addAssignmentGroup } from '../commands/add-assignment-group.ts'
import { decideAssignment } from '../commands/decide-assignment.ts'
import { liftRoadClosure } from '../commands/lift-road-closure.ts'
import { lockAssignmentGroup } from '../commands/lock-assignment-group.ts'
import { openAssignmentCase } from '../commands/open-assignment-case.ts'
import { reportRoadClosure } from '../commands/report-road-closure.ts'
import { requestAssignmentProposal } from '../commands/request-assignment-proposal.ts'
import { withdrawAssignmentGroup } from '../commands/withdraw-assignment-group.ts'

const ofCase = { assignmentCase: 'AssignmentCase' } as const
const group = { assignmentGroup: 'AssignmentGroup', ...ofCase } as const
const closure = { roadClosure: 'RoadClosure', ...ofCase } as const

mutation(openAssignmentCase, { payload: ofCase })
mutation(addAssignmentGroup, { payload: group })
mutation(withdrawAssignmentGroup, { payload: group })
mutation(lockAssignmentGroup, { payload: group })
mutation(reportRoadClosure, { payload: closure })
mutation(liftRoadClosure, { payload: closure })
mutation(requestAssignmentProposal, { payload: { assignmentProposal: 'AssignmentProposal', ...ofCase } })
mutation(decideAssignment, {
  payload: { assignmentDecision: 'AssignmentDecision', assignmentLine: 'AssignmentLine', ...ofCase },
})
