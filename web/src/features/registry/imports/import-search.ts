/** What of an import is shown, as it stands in the address. */
export const SHOWN = ['CREATE', 'CHANGE', 'KEEP', 'SAME', 'CLOSE', 'REFUSED', 'NOTED'] as const
export type Shown = (typeof SHOWN)[number]

export interface ImportSearch {
  /** Everything that changes and every error, if left out. */
  show?: Shown
  after?: string
  before?: string
}

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readImportSearch({ show, after, before }: Record<string, unknown>): ImportSearch {
  const known = SHOWN.find((one) => one === show)
  return {
    ...(known && { show: known }),
    ...(typeof after === 'string' && { after }),
    ...(typeof before === 'string' && { before }),
  }
}

/** Those of the choices that are rows of a file, not records of the registry. */
export const isRows = (show: Shown | undefined): show is 'REFUSED' | 'NOTED' =>
  show === 'REFUSED' || show === 'NOTED'
