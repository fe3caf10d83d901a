import type { FeeUnit } from '../../generated/graphql.ts'
import type { useTiesText } from '../../locales/ties.ts'

interface Fee {
  feeYen?: number | null
  feePer?: FeeUnit | null
}

/** A fee and per what it is paid; `none` where there is no amount. */
export const feeInWords = (
  { feeYen, feePer }: Fee,
  none: string,
  { yen, values }: ReturnType<typeof useTiesText>,
): string =>
  feeYen === null || feeYen === undefined ? none : `${feePer ? `${values[feePer]} ` : ''}${yen(feeYen)}`
