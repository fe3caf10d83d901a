import type {
  AnnouncementTopic,
  CalendarKind,
  CalendarRepeat,
  DocumentKind,
} from '../../generated/graphql.ts'

// In the order in which they are offered.

export const DOCUMENT_KINDS = [
  'RULES',
  'MINUTES',
  'REPORT',
  'CONTRACT',
  'FORM',
  'OTHER',
] as const satisfies readonly DocumentKind[]

export const TOPICS = [
  'GENERAL',
  'MEETING',
  'TRAINING',
  'DISASTER',
  'PROCUREMENT',
  'FILING',
] as const satisfies readonly AnnouncementTopic[]

export const CALENDAR_KINDS = [
  'MEETING',
  'TRAINING',
  'EVENT',
  'DRILL',
  'DEADLINE',
  'OTHER',
] as const satisfies readonly CalendarKind[]

export const REPEATS = [
  'NONE',
  'WEEKLY',
  'MONTHLY',
  'MONTHLY_WEEKDAY',
  'YEARLY',
] as const satisfies readonly CalendarRepeat[]
