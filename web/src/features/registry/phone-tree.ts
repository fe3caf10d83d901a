/** How many others one person calls. */
export const FAN_OUT = 4

/** Somebody who is called, and whom they call next. */
export interface Call<T> {
  readonly who: T
  /** Place in the order of calling, from 1. */
  readonly number: number
  readonly next: readonly Call<T>[]
}

/**
 * A phone tree from a list in calling order. The list is cut into four runs of neighbours of almost the same length; the
 * first of each run is called and looks after the rest of it in the same way. So nobody calls more than four others,
 * neighbours stay together, and the news is everywhere after as few rounds as there can be.
 */
export function phoneTree<T>(list: readonly T[], fanOut = FAN_OUT): Call<T>[] {
  const numbered = list.map((who, index) => ({ who, number: index + 1 }))
  return calls(numbered, fanOut)
}

function calls<T>(list: readonly { who: T; number: number }[], fanOut: number): Call<T>[] {
  return runs(list, fanOut).flatMap(([first, ...rest]) =>
    first ? [{ ...first, next: calls(rest, fanOut) }] : [],
  )
}

/** Cuts a list into at most so many runs, the longer ones first. */
function runs<T>(list: readonly T[], most: number): T[][] {
  const count = Math.min(most, list.length)
  let start = 0
  return Array.from({ length: count }, (_, n) => {
    const length = Math.floor(list.length / count) + (n < list.length % count ? 1 : 0)
    const run = list.slice(start, start + length)
    start += length
    return run
  })
}

/** Rounds of calls until everybody has heard, when all call at the same time, one after the other. */
export const depthOf = <T>(tree: readonly Call<T>[]): number =>
  tree.length === 0 ? 0 : 1 + Math.max(...tree.map(({ next }) => depthOf(next)))
