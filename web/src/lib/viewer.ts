import { useEffect, useMemo } from 'react'
import { graphql } from '../generated/gql.ts'
import type { ViewerQuery } from '../generated/graphql.ts'
import { connection } from './connection.ts'
import { useKeptQuery } from './kept.ts'
import { actingSeat, heardWho, signedInUser } from './session.ts'

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
  const [result, readAgain] = useKeptQuery({ query: ViewerDocument }, { anySeat: true })
  const { data, keptAt, keptSeat } = result
  const viewer = useMemo<Viewer | undefined>(() => data && { ...data.viewer, user: data.me }, [data])
  useEffect(() => {
    if (!viewer) return
    if (!keptAt) return heardWho(viewer.user?.id ?? null)
    // Nobody can be asked: as it was, so that what was kept for this person and body is found.
    connection.set({ lost: true, heardAt: keptAt })
    signedInUser.set(viewer.user?.id ?? null)
    if (keptSeat && actingSeat.get() === null) actingSeat.set(keptSeat)
  }, [viewer, keptAt, keptSeat])
  return { viewer, result, readAgain }
}

/** Who uses the portal and for whom this tab acts; undefined until the server has said so. */
export const useViewer = (): Viewer | undefined => useViewerQuery().viewer
