import type { Organ } from '../../rulebooks/public.ts'

const organs: Readonly<Record<Organ, string>> = {
  GENERAL_MEETING: '総会',
  // 理事会 or 役員会: both are made of 役員.
  BOARD: '役員',
  EVALUATION_COUNCIL: '評議会',
  COMMITTEE: '部会',
}

/** 「令和8年」 of the Japanese fiscal year that begins in a year; 2019 is written 令和元年, as its budget is. */
export function fiscalYearLabel(fiscalYear: number): string {
  const { era, first } = fiscalYear >= 2019 ? { era: '令和', first: 2019 } : { era: '平成', first: 1989 }
  const year = fiscalYear - first + 1
  return `${era}${year === 1 ? '元' : year}年`
}

/** The number of a decision as people quote it: 「令和8年-総会-07」. */
export const decisionLabel = ({
  fiscalYear,
  organ,
  number,
}: {
  readonly fiscalYear: number
  readonly organ: Organ
  readonly number: number
}): string => `${fiscalYearLabel(fiscalYear)}-${organs[organ]}-${String(number).padStart(2, '0')}`

/** The number of a meeting’s minutes: 「令和8年-総会-第2回」; without a number, its day. */
export const minutesLabel = ({
  fiscalYear,
  organ,
  number,
  day,
}: {
  readonly fiscalYear: number
  readonly organ: Organ
  readonly number: number | null
  /** `YYYY-MM-DD` in Japan. */
  readonly day: string
}): string =>
  `${fiscalYearLabel(fiscalYear)}-${organs[organ]}-${
    number === null ? `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日` : `第${number}回`
  }`
