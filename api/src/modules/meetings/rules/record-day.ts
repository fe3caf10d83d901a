import type { OrganRule } from '../../rulebooks/public.ts'

/** The day that decides who has a vote. */
export const recordDayOf = (heldOn: Date, { recordDate }: Pick<OrganRule, 'recordDate'>): Date =>
  new Date(heldOn.getTime() - recordDate.daysBefore * 86_400_000)
