// @vitest-environment happy-dom
import { Client, fetchExchange } from 'urql'
import { expect, test } from 'vitest'
import { normalizedCache } from './cache.ts'

// As the portal's mutations are written: the payload beside `...Refusal`. A plain text, so that it is no stored operation.
const Edit = `
  mutation Edit($input: EditProcurementLimitsInput!) {
    __typename
    editProcurementLimits(input: $input) {
      __typename
      ...Refusal
    }
  }
  fragment Refusal on Problem {
    __typename
    code
    message
    ... on ConflictProblem {
      __typename
      currentVersion
    }
    ... on ValidationProblem {
      __typename
      issues {
        __typename
        code
        message
        path
      }
    }
  }
`

test.each([
  {
    __typename: 'ValidationProblem',
    code: 'VALIDATION',
    message: 'x',
    issues: [
      {
        __typename: 'ValidationIssue',
        code: 'LIMIT_NOT_RISING',
        message: 'x',
        path: ['limits', '1', 'upToYen'],
      },
    ],
  },
  { __typename: 'ConflictProblem', code: 'CONFLICT', message: 'x', currentVersion: 3 },
  { __typename: 'RuleProblem', code: 'SOMETHING', message: 'x' },
])('what the API objects to comes through the cache whole: $__typename', async (answer) => {
  const body = JSON.stringify({ data: { __typename: 'Mutation', editProcurementLimits: answer } })
  const client = new Client({
    url: 'http://localhost/graphql',
    exchanges: [normalizedCache(), fetchExchange],
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } })),
    preferGetMethod: false,
  })
  const { data } = await client.mutation<{ editProcurementLimits: object }>(Edit, { input: {} }).toPromise()
  expect(data?.editProcurementLimits).toEqual(answer)
})
