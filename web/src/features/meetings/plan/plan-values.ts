import type { MeetingForm, OrganKind } from '../../../generated/graphql.ts'
import { emptyDate, fiscalYear, isoOf, type DateEntry } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { entryOf, momentOf } from '../times.ts'

/** What is typed about a meeting. */
export interface PlanValues {
  form: MeetingForm
  organ: OrganKind | ''
  committeeId: string
  title: string
  number: string
  day: DateEntry
  starts: string
  ends: string
  place: string
  onlineUrl: string
  answerDay: DateEntry
  answerTime: string
}

/** A plan as it stands. */
export interface Planned {
  form: MeetingForm
  organ: OrganKind
  title: string
  number: number | null
  place: string
  onlineUrl: string | null
  startsAt: string
  endsAt: string | null
  answerBy: string
}

export const emptyPlan: PlanValues = {
  form: 'ASSEMBLY',
  organ: '',
  committeeId: '',
  title: '',
  number: '',
  day: emptyDate,
  starts: '14:00',
  ends: '16:00',
  place: '',
  onlineUrl: '',
  answerDay: emptyDate,
  answerTime: '17:00',
}

/** A plan taken apart into the fields of its form. */
export function valuesOf(plan: Planned): PlanValues {
  const starts = entryOf(plan.startsAt)
  const answer = entryOf(plan.answerBy)
  return {
    form: plan.form,
    organ: plan.organ,
    committeeId: '',
    title: plan.title,
    number: plan.number === null ? '' : String(plan.number),
    day: starts.day,
    starts: starts.time,
    ends: plan.endsAt ? entryOf(plan.endsAt).time : '',
    place: plan.place,
    onlineUrl: plan.onlineUrl ?? '',
    answerDay: answer.day,
    answerTime: answer.time,
  }
}

/** The fields put together again, as the API takes them; for values that the form has judged. */
export function planInput(values: PlanValues) {
  const meets = values.form === 'ASSEMBLY'
  return {
    title: values.title,
    number: values.number === '' ? null : Number(toDigits(values.number)),
    startsAt: momentOf(values.day, values.starts) ?? '',
    endsAt: meets ? momentOf(values.day, values.ends) : null,
    place: meets ? values.place : '',
    onlineUrl: meets && values.onlineUrl !== '' ? values.onlineUrl : null,
    answerBy: momentOf(values.answerDay, values.answerTime) ?? '',
  }
}

/** The fiscal year of the day that was typed; null while there is none. */
export function yearOf(day: DateEntry): number | null {
  const iso = isoOf(day)
  return iso === null ? null : fiscalYear(iso)
}
