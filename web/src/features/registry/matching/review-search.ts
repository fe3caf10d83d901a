/** What the review shows: what waits, what waits to be merged, what the portal linked, or what people decided. */
export const REVIEW_VIEWS = ['waiting', 'toMerge', 'linked', 'decided'] as const
export type ReviewView = (typeof REVIEW_VIEWS)[number]

export interface ReviewSearch {
  /** Left out for what waits. */
  show?: Exclude<ReviewView, 'waiting'>
  /** One pair, wherever it is. */
  pair?: string
  after?: string
}

const isShown = (show: unknown): show is NonNullable<ReviewSearch['show']> =>
  show === 'toMerge' || show === 'linked' || show === 'decided'

/** Reads the address of the review; what it does not know is left out. */
export const readReviewSearch = ({ show, pair, after }: Record<string, unknown>): ReviewSearch => ({
  ...(isShown(show) && { show }),
  ...(typeof pair === 'string' && { pair }),
  ...(typeof after === 'string' && { after }),
})
