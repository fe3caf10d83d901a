import type { AnnouncementTopic, DocumentKind } from '../../generated/graphql.ts'
import { DOCUMENT_KINDS, TOPICS } from './kinds.ts'

interface Place {
  /** The network; the first one the viewer sees if left out. */
  id?: string
  after?: string
  before?: string
}

/** Which documents of a network are listed, as it stands in the address. */
export interface DocumentSearch extends Place {
  kind?: DocumentKind
  /** What should be deleted, or was, instead of what stands on the shelf. */
  show?: 'due' | 'deleted'
}

/** Which announcements are listed. */
export interface AnnouncementSearch extends Place {
  topic?: AnnouncementTopic
  unread?: true
}

/** Which year of a calendar is shown. */
export interface CalendarSearch {
  id?: string
  /** The fiscal year; this one if left out. */
  year?: number
}

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readDocumentSearch(given: Record<string, unknown>): DocumentSearch {
  const kind = DOCUMENT_KINDS.find((one) => one === given.kind)
  const show = (['due', 'deleted'] as const).find((one) => one === given.show)
  return { ...placeOf(given), ...(kind && { kind }), ...(show && { show }) }
}

export function readAnnouncementSearch(given: Record<string, unknown>): AnnouncementSearch {
  const topic = TOPICS.find((one) => one === given.topic)
  return { ...placeOf(given), ...(topic && { topic }), ...(given.unread === true && { unread: true }) }
}

export function readCalendarSearch(given: Record<string, unknown>): CalendarSearch {
  const { id, year } = given
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2100
  return { ...(typeof id === 'string' && { id }), ...(isYear && { year }) }
}

const placeOf = ({ id, after, before }: Record<string, unknown>): Place => ({
  ...(typeof id === 'string' && { id }),
  ...(typeof after === 'string' && { after }),
  ...(typeof before === 'string' && { before }),
})
