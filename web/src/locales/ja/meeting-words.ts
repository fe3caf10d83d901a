/** What voters answer to a notice, as every page of the meetings calls it. */
export const ANSWERS = {
  ON_SITE: '会場で出席',
  ONLINE: 'オンラインで出席',
  PROXY: '委任状',
  WRITTEN: '書面で投票',
  ABSENT: '欠席',
} as const
/** How voters take part. */
export const STANDINGS = {
  ON_SITE: '会場',
  ONLINE: 'オンライン',
  PROXY: '委任状',
  WRITTEN: '書面',
  ABSENT: '欠席',
  LEFT: '退席',
} as const
