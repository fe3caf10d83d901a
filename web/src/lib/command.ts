import { useCallback } from 'react'
import { useMutation, type AnyVariables, type OperationResult, type TypedDocumentNode } from 'urql'
import { graphql } from '../generated/gql.ts'
import { failureOf, type Outcome, type Problem, type ProblemName } from './problems.ts'

// Every mutation selects this beside its payload: `... on XPayload { … } ...Refusal`.
graphql(`
  fragment Refusal on Problem {
    code
    message
    ... on ValidationProblem {
      issues {
        path
        code
        message
      }
    }
    ... on ConflictProblem {
      currentVersion
    }
  }
`)

type Answers = Record<string, { __typename: string } | string>

/** The payload of a mutation's result: what its union holds beside the three problems. */
type PayloadOf<Data> = Exclude<Exclude<Data[keyof Data], string>, { __typename: ProblemName }>

const PROBLEMS: ReadonlySet<string> = new Set<ProblemName>([
  'ValidationProblem',
  'ConflictProblem',
  'RuleProblem',
])

/** The one way to write: sends a mutation and says what became of it. It never throws. */
export function useCommand<Data extends Answers, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): (variables: Variables) => Promise<Outcome<PayloadOf<Data>>> {
  const [, execute] = useMutation<Data, Variables>(mutation)
  return useCallback(async (variables) => outcomeOf(await execute(variables)), [execute])
}

/** Sorts the result of a mutation into done, refused and failed. */
export function outcomeOf<Data extends Answers>(
  result: Pick<OperationResult<Data>, 'data' | 'error'>,
): Outcome<PayloadOf<Data>> {
  if (result.error) return { kind: 'failed', failure: failureOf(result.error) }
  const answer = Object.entries(result.data ?? {}).find(([field]) => field !== '__typename')?.[1]
  if (!answer || typeof answer === 'string')
    return { kind: 'failed', failure: { kind: 'FAULT', incidentId: undefined } }
  return PROBLEMS.has(answer.__typename)
    ? { kind: 'refused', problem: answer as Problem }
    : { kind: 'done', payload: answer as PayloadOf<Data> }
}
