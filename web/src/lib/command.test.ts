// @vitest-environment happy-dom
import { CombinedError } from '@urql/core'
import { expect, test } from 'vitest'
import { outcomeOf } from './command.ts'

test('a payload is done', () => {
  const payload = { __typename: 'ConfirmFacilityUnchangedPayload' }
  expect(outcomeOf({ data: { __typename: 'Mutation', confirmFacilityUnchanged: payload } })).toEqual({
    kind: 'done',
    payload,
  })
})

test.each(['ValidationProblem', 'ConflictProblem', 'RuleProblem'])('a %s is a refusal', (__typename) => {
  const problem = { __typename, code: 'X', message: '' }
  expect(outcomeOf({ data: { __typename: 'Mutation', act: problem } })).toEqual({ kind: 'refused', problem })
})

test('an error is a failure, whatever came with it', () => {
  const error = new CombinedError({
    graphQLErrors: [{ message: '', extensions: { code: 'FORBIDDEN', reason: 'CHOOSE_ACTING' } }],
  })
  expect(outcomeOf({ data: { __typename: 'Mutation' }, error })).toEqual({
    kind: 'failed',
    failure: { kind: 'FORBIDDEN', reason: 'CHOOSE_ACTING' },
  })
})

test('no answer at all is a fault', () => {
  expect(outcomeOf({ data: { __typename: 'Mutation' } })).toEqual({
    kind: 'failed',
    failure: { kind: 'FAULT', incidentId: undefined },
  })
})
