import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

/** The case of an event is read again as a whole: an entry, a closure or a decision changes what the page says of the rest. */
export function forgetAssignments(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'assignmentCase' || fieldName === 'assignmentEvent') cache.invalidate('Query', fieldKey)
}

const forget = (_result: unknown, _args: unknown, cache: Cache) => forgetAssignments(cache)

export const assignmentUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  openAssignmentCase: forget,
  addAssignmentGroup: forget,
  withdrawAssignmentGroup: forget,
  lockAssignmentGroup: forget,
  reportRoadClosure: forget,
  liftRoadClosure: forget,
  requestAssignmentProposal: forget,
  decideAssignment: forget,
}
