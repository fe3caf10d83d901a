import { useCallback, useEffect, useState } from 'react'
import { findDraft, keepDraft, removeDraft } from '../../lib/drafts.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import type { MadeReport } from './send-report.ts'
import type { Answers } from './six.ts'

/** What the device keeps of a report that lies in no outbox yet: the taps so far, or all of it. */
export interface Kept {
  readonly answers: Answers
  /** A device of a facility has no outbox: its PIN is kept nowhere. */
  readonly report?: MadeReport
}

interface Place {
  /** Whose it is where nobody is signed in. */
  readonly owner?: string
  readonly key: string
  readonly title: string
  readonly path: string
}

/** Keeps every tap on this device until the report lies in the outbox. */
export function useKeptAnswers({ owner, key, title, path }: Place) {
  const signedIn = useStore(signedInUser)
  const userId = owner ?? signedIn
  const [kept, setKept] = useState<Kept | null>(null)
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    let wanted = true
    void (async () => {
      const draft = userId ? await findDraft(userId, key) : undefined
      if (!wanted) return
      setKept((draft?.values as Kept | undefined) ?? null)
      setLoaded(true)
    })()
    return () => {
      wanted = false
    }
  }, [userId, key])

  const keep = useCallback(
    (next: Kept) => {
      setKept(next)
      if (userId) void keepDraft({ userId, key, title, path, values: next, savedAt: new Date() })
    },
    [userId, key, title, path],
  )
  const forget = useCallback(() => {
    setKept(null)
    if (userId) void removeDraft(userId, key)
  }, [userId, key])
  return { kept, loaded, keep, forget }
}
