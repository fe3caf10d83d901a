const DAY = 86_400_000

/** Days before the deadline on which those who have not answered are reminded. */
const DAYS_BEFORE = [3, 1]

/**
 * Whether it is time to remind: a day of reminding has come since the notice and since the last reminder. A portal that
 * stood still reminds once, not once for every day it missed.
 */
export function isReminderDue(
  {
    answerBy,
    remindedAt,
    noticeSentAt,
  }: { readonly answerBy: Date; readonly remindedAt: Date | null; readonly noticeSentAt: Date | null },
  now: Date,
): boolean {
  if (noticeSentAt === null || now >= answerBy) return false
  const told = Math.max(noticeSentAt.getTime(), remindedAt?.getTime() ?? 0)
  return DAYS_BEFORE.some((days) => {
    const moment = answerBy.getTime() - days * DAY
    return moment <= now.getTime() && told < moment
  })
}

/** Nobody is told of what has long been known, for example when a year of data is put in at once. */
const NEWS_DAYS = 7

/** Whether something is still to be told of. */
export const isNews = (at: Date, now: Date): boolean => at.getTime() >= now.getTime() - NEWS_DAYS * DAY
