import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../generated/gql.ts'
import type { ViewerQuery } from '../generated/graphql.ts'
import { signedInUser } from './session.ts'

const Viewer = graphql(`
  query Viewer {
    viewer {
      signedIn
      secondFactor
      needsSecondFactor
      unreadNotifications
      user {
        id
        name
      }
      seats {
        key
        kind
        name
        roles
      }
      acting {
        key
        kind
        name
        roles
      }
    }
  }
`)

export type Viewer = ViewerQuery['viewer']

/** Who uses the portal and for whom this tab acts, with the state of asking. */
export function useViewerQuery() {
  const query = useQuery({ query: Viewer })
  const viewer = query[0].data?.viewer
  const userId = viewer?.user?.id
  useEffect(() => {
    if (viewer) signedInUser.set(userId ?? null)
  }, [viewer, userId])
  return query
}

/** Who uses the portal and for whom this tab acts; undefined until the server has said so. */
export const useViewer = (): Viewer | undefined => useViewerQuery()[0].data?.viewer
