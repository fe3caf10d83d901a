import { useQuery } from 'urql'
import { graphql } from '../generated/gql.ts'
import type { TodosQuery } from '../generated/graphql.ts'

/** What the viewer has to do; the frame counts it, the home page lists it. */
export const Todos = graphql(`
  query Todos {
    todos {
      id
      kind
      code
      params
      dueOn
      overdue
      link
    }
  }
`)

export type Todo = TodosQuery['todos'][number]

/** What the viewer has to do, overdue first. Nothing is asked while nobody is signed in. */
export function useTodos({ signedIn }: { signedIn: boolean }) {
  return useQuery({ query: Todos, pause: !signedIn })
}
