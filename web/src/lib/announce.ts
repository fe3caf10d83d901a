import { createStore } from './store.ts'

/** What screen readers should say now; drawn by `ui/Announcer`. The number makes a repeated sentence new. */
export const announcement = createStore({ text: '', number: 0 })

/** Says a sentence to screen readers without moving the focus. */
export function announce(text: string): void {
  announcement.set({ text, number: announcement.get().number + 1 })
}
