import type { Outbox } from './outbox.ts'

let loading: Promise<Outbox> | undefined

/** The outbox of this tab; its code is fetched when somebody needs it. */
export const theOutbox = (): Promise<Outbox> =>
  (loading ??= import('./outbox.ts')
    .then(({ createOutbox }) => createOutbox())
    .catch((cause: unknown) => {
      loading = undefined
      throw cause
    }))
