import { useEffect, useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../generated/gql.ts'
import type { ViewerQuery } from '../generated/graphql.ts'
import { signedInUser } from './session.ts'

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      signedIn
      secondFactor
      needsSecondFactor
      unreadNotifications
      entrusted
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
    me {
      id
      name
    }
  }
`)

/** Who uses the portal: the person, and the bodies they may act for. */
export type Viewer = ViewerQuery['viewer'] & { user: ViewerQuery['me'] }

/** Who uses the portal and for whom this tab acts, with the state of asking. */
export function useViewerQuery() {
  const [result, readAgain] = useQuery({ query: ViewerDocument })
  const { data } = result
  const viewer = useMemo<Viewer | undefined>(() => data && { ...data.viewer, user: data.me }, [data])
  useEffect(() => {
    if (viewer) signedInUser.set(viewer.user?.id ?? null)
  }, [viewer])
  return { viewer, result, readAgain }
}

/** Who uses the portal and for whom this tab acts; undefined until the server has said so. */
export const useViewer = (): Viewer | undefined => useViewerQuery().viewer
