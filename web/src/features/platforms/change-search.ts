import type { ChangeKind } from '../../generated/graphql.ts'

/** What changed, as it stands in the address. */
export interface ChangeSearch {
  /** The network; the first one the viewer sees if left out. */
  id?: string
  /** Only of this corporation. */
  member?: string
  /** First and last day, ISO; since the same day last month until today if left out. */
  since?: string
  until?: string
  /** Only changes of this kind. */
  kind?: ChangeKind
  after?: string
}

export const CHANGE_KINDS = [
  'CREATED',
  'ENDED',
  'MOVED',
  'MERGED',
  'OTHER',
] as const satisfies readonly ChangeKind[]
/** What a secretariat looks for first. */
export const HEADLINES = ['CREATED', 'ENDED', 'MOVED', 'MERGED'] as const satisfies readonly ChangeKind[]

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readChangeSearch(given: Record<string, unknown>): ChangeSearch {
  const kind = CHANGE_KINDS.find((one) => one === given.kind)
  return {
    ...text('id', given.id),
    ...text('member', given.member),
    ...day('since', given.since),
    ...day('until', given.until),
    ...(kind && { kind }),
    ...text('after', given.after),
  }
}

const text = <Key extends string>(key: Key, value: unknown): { [K in Key]?: string } =>
  (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { [K in Key]?: string }

const day = <Key extends string>(key: Key, value: unknown): { [K in Key]?: string } =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value) ? text(key, value) : {}

const isDay = (iso: string) => {
  const read = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === iso
}

/** The same day some months before; the last day of a shorter month. */
export function monthsBefore(iso: string, months: number): string {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastDay))).toISOString().slice(0, 10)
}

/** The days a search covers. */
export const periodOf = ({ since, until }: Pick<ChangeSearch, 'since' | 'until'>, today: string) => ({
  since: since ?? monthsBefore(until ?? today, 1),
  until: until ?? today,
})
