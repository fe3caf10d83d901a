interface Times {
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly answerBy: Date
}

/** Why the times of a meeting cannot be; null = they can. */
export function refusalOfTimes(
  form: 'ASSEMBLY' | 'WRITTEN' | 'OMISSION',
  { startsAt, endsAt, answerBy }: Times,
): 'ENDS_BEFORE_IT_BEGINS' | 'ANSWERS_AFTER_THE_MEETING' | 'NO_TIME_TO_ANSWER' | null {
  if (endsAt !== null && endsAt <= startsAt) return 'ENDS_BEFORE_IT_BEGINS'
  // Proxies and votes in writing have to be there when the meeting begins.
  if (form === 'ASSEMBLY') return answerBy > startsAt ? 'ANSWERS_AFTER_THE_MEETING' : null
  return answerBy <= startsAt ? 'NO_TIME_TO_ANSWER' : null
}
