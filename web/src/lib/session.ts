import { createStore } from './store.ts'

const ACTING = 'yui.acting'

/** Key of the seat this tab acts for (`FACILITY:…`); null lets the server choose when there is only one. */
export const actingSeat = createStore<string | null>(sessionStorage.getItem(ACTING), (seat) => {
  if (seat === null) sessionStorage.removeItem(ACTING)
  else sessionStorage.setItem(ACTING, seat)
})

/** Who is signed in, as far as the portal has heard: drafts belong to a person. */
export const signedInUser = createStore<string | null>(null)

const LAST = 'yui.person'

/** Who was signed in here when the server was last heard; nobody once it has said so. */
export const lastUser = (): string | null => localStorage.getItem(LAST)

/** To be called when the server has said who is signed in. */
export function heardWho(userId: string | null): void {
  if (userId) localStorage.setItem(LAST, userId)
  else localStorage.removeItem(LAST)
  signedInUser.set(userId)
}

/** Counts sign-ins and sign-outs of this tab; whatever was read before one is forgotten. */
export const sessionNumber = createStore(0)

/** To be called after a sign-in or sign-out: data of the one before must not be shown to the next. */
export function sessionChanged(): void {
  signedInUser.set(null)
  sessionNumber.set(sessionNumber.get() + 1)
}

/** To be called when a person leaves: the seat goes too. Drafts are cleared by the caller, who knows what is unsent. */
export function sessionEnded(): void {
  actingSeat.set(null)
  localStorage.removeItem(LAST)
  sessionChanged()
}
