/** Something the server has announced; without a cursor to go on from, all may have changed. */
export interface Happening {
  readonly entities: readonly string[]
  readonly reset: boolean
}

const listeners = new Set<(happening: Happening) => void>()

export function tellHappening(happening: Happening): void {
  for (const listener of listeners) listener(happening)
}

/** For who keeps more than the cache does and has to read again by itself; answers how to stop listening. */
export function onHappening(listener: (happening: Happening) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
