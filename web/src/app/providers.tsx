import { useEffect, useMemo, type ReactNode } from 'react'
import { Provider } from 'urql'
import { actingSeat, sessionChanged, sessionNumber } from '../lib/session.ts'
import { useStore } from '../lib/store.ts'
import { createGraph } from './graph.ts'
import { followEvents } from './live.ts'

interface ProvidersProps {
  onSignedOut: () => void
  children: ReactNode
}

/** Gives every screen its door to the API; a new one for a new person or seat. */
export function Providers({ onSignedOut, children }: ProvidersProps) {
  const seat = useStore(actingSeat)
  const session = useStore(sessionNumber)
  const graph = useMemo(
    () => createGraph({ seat, onSignedOut }),
    // eslint-disable-next-line react/exhaustive-deps -- a new session needs a new cache, though nothing else changes
    [seat, session, onSignedOut],
  )
  useEffect(() => followEvents(graph, sessionChanged), [graph])
  return <Provider value={graph}>{children}</Provider>
}
