/** Which reports are listed, as it stands in the address. */
export interface MistakeSearch {
  /** Those that wait, if left out. */
  state?: 'OPEN' | 'SETTLED'
  after?: string
  before?: string
}

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readMistakeSearch({ state, after, before }: Record<string, unknown>): MistakeSearch {
  return {
    ...(state === 'SETTLED' ? { state } : {}),
    ...(typeof after === 'string' ? { after } : {}),
    ...(typeof before === 'string' ? { before } : {}),
  }
}
