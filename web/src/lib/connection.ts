import { createStore } from './store.ts'

/** Whether the server can be heard, and when it was heard last: what stands on the screen is from then. */
export interface Connection {
  lost: boolean
  heardAt: Date
}

export const connection = createStore<Connection>({ lost: false, heardAt: new Date() })
