import type { ReactNode } from 'react'

/** What every form for a part of a corporation is given. */
export interface PartFormProps {
  /** The asker is its administrator: saving then counts as confirming. */
  own: boolean
  /** It is saved; the words say what. */
  onDone: (words: string) => void
  /** Somebody else changed it first: read it again. */
  onConflict: () => void
  /** The way out without saving. */
  leave: ReactNode
}
