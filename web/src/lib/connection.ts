import { createStore } from './store.ts'

/** Whether the server can be heard. `since` is when it was last heard; what stands on the screen is from then. */
export type Connection = { lost: false } | { lost: true; since: Date }

export const connection = createStore<Connection>({ lost: false })
