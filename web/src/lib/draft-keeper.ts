import { findDraft, keepDraft, removeDraft, type Draft } from './drafts.ts'

const PAUSE = 400

export interface DraftKeeper {
  /** Keeps the values after a short pause in typing. */
  keepSoon(): void
  /** Keeps what waits for the pause now. */
  flush(): void
  find(): Promise<Draft | undefined>
  /** Forgets the draft; `forGood` also refuses whatever would be kept after it, until it is opened again. */
  forget(options: { forGood: boolean }): void
  open(): void
}

type Slot = Pick<Draft, 'userId' | 'key' | 'title' | 'path'>

/** Keeps one form's values while they are typed. */
export function draftKeeper(
  slot: Slot,
  values: () => unknown,
  onKept: (savedAt: Date | undefined) => void,
): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const keep = () => {
    cancel()
    const draft = { ...slot, values: values(), savedAt: new Date() }
    void keepDraft(draft).then(() => onKept(draft.savedAt))
  }
  return {
    keepSoon() {
      if (closed) return
      cancel()
      timer = setTimeout(keep, PAUSE)
    },
    flush() {
      if (timer !== undefined) keep()
    },
    find: () => findDraft(slot.userId, slot.key),
    forget({ forGood }) {
      cancel()
      closed = forGood
      void removeDraft(slot.userId, slot.key).then(() => onKept(undefined))
    },
    open: () => void (closed = false),
  }
}
