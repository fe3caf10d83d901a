import type { OutputForm } from '../../generated/graphql.ts'

/** The forms, in the order in which they are needed on the night and after it. */
export const FORMS: readonly OutputForm[] = [
  'MINISTRY_SYSTEM',
  'OPENING_NOTICE',
  'DAILY_REPORT',
  'INTAKE_LIST',
  'PUBLIC_PAGE',
  'HAVE',
  'CLOSING_NOTICE',
  'COST_CLAIM',
]

export const isForm = (text: string): text is OutputForm => (FORMS as readonly string[]).includes(text)
