import { toDigits } from './digits.ts'

/** A time as it was typed, in half width and with a colon: 「１４：００」 and 「14時」 become 14:00, 「14時30分」 14:30. */
export const tidyTime = (typed: string): string =>
  toDigits(typed)
    .replaceAll('：', ':')
    .replace(/時(\d{1,2})分?$/, ':$1')
    .replace(/時$/, ':00')
