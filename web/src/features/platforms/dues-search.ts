/** Which dues are shown, as it stands in the address. */
export interface DuesSearch {
  id?: string
  /** Fiscal year by its first calendar year; today's, if left out. */
  year?: number
  /** Only what is neither paid nor waived. */
  open?: true
  after?: string
}

/** Reads the address; whatever somebody typed into it, the page opens. */
export const readDuesSearch = ({ id, year, open, after }: Record<string, unknown>): DuesSearch => ({
  ...(typeof id === 'string' && { id }),
  ...(typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2100 && { year }),
  ...(open === true && { open }),
  ...(typeof after === 'string' && { after }),
})

/** The years that can be chosen, latest first: those with dues, today's, and for who charges the next one. */
export const yearsToChoose = (known: readonly number[], now: number, charges: boolean): number[] =>
  [...new Set([...known, now, ...(charges ? [now + 1] : [])])].toSorted((one, other) => other - one)
