import type { Prisma } from '../../../generated/prisma/client.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy.ts'
import { beginningOfNextDay } from '../rules/as-of.ts'

/** What a secretariat looks for first among the changes of a time, and everything else. */
export const CHANGE_KINDS = ['CREATED', 'ENDED', 'MOVED', 'MERGED', 'OTHER'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Days in Japan, both included, as Prisma keeps a `date`. */
export interface Period {
  readonly since: Date
  readonly until: Date
}

const DAY = 86_400_000

/** Changes of a period that the viewer may see. What stood when the history began is none. */
export function revisionsIn(viewer: Viewer, { since, until }: Period): Prisma.RegistryRevisionWhereInput {
  return {
    AND: [
      {
        validFrom: {
          gte: beginningOfNextDay(new Date(since.getTime() - DAY)),
          lt: beginningOfNextDay(until),
        },
      },
      { OR: [{ kind: { not: 'CREATED' } }, { act: { is: { command: { not: null } } } }] },
      policy.revisionsVisibleTo(viewer),
    ],
  }
}

type Revision = Prisma.RegistryRevisionWhereInput

/** Columns that say that a facility or corporation went elsewhere. */
const PLACE: Readonly<Record<'FACILITY' | 'CORPORATION', string[]>> = {
  FACILITY: ['address', 'municipality_code', 'corporation_id'],
  CORPORATION: ['seat_address', 'seat_municipality_code'],
}

/** What is told of a facility or corporation as such by a kind of change. */
function headline(record: 'FACILITY' | 'CORPORATION', kind: Exclude<ChangeKind, 'OTHER'>): Revision {
  switch (kind) {
    case 'CREATED':
      return { record, kind: 'CREATED' }
    case 'ENDED':
      return {
        record,
        OR: [{ kind: 'REMOVED' }, { kind: 'CHANGED', changed: { has: 'ended_on' } }],
      }
    case 'MOVED':
      return { record, kind: 'CHANGED', changed: { hasSome: PLACE[record] } }
    case 'MERGED':
      return { record, kind: 'CHANGED', changed: { has: 'successor_id' } }
  }
}

const HEADLINES = ['CREATED', 'ENDED', 'MOVED', 'MERGED'] as const

interface Wish {
  readonly viewer: Viewer
  readonly period: Period
  /** Null = all. */
  readonly kinds: readonly ChangeKind[] | null
}

/** Facilities or corporations with a change of these kinds; who is told of for a headline is not told of as OTHER. */
function changedWhere(
  record: 'FACILITY' | 'CORPORATION',
  own: Revision,
  { viewer, period, kinds }: Wish,
): { OR: object[] } {
  const within = (what: Revision): Revision => ({ AND: [revisionsIn(viewer, period), what] })
  const some = (what: Revision) => ({ revisions: { some: within(what) } })
  const headlines = HEADLINES.map((kind) => headline(record, kind))
  const wanted = (kinds ?? CHANGE_KINDS).map((kind) =>
    kind === 'OTHER'
      ? { AND: [some(own), { revisions: { none: within({ OR: headlines }) } }] }
      : some(headline(record, kind)),
  )
  return { OR: wanted.length > 0 ? wanted : [{ id: { in: [] } }] }
}

export const facilitiesChanged = (wish: Wish): Prisma.FacilityWhereInput => changedWhere('FACILITY', {}, wish)

/** Records of a corporation that belong to no facility. */
export const CORPORATIONS_OWN = {
  record: { in: ['CORPORATION', 'CORPORATION_CONTACT', 'PROCUREMENT_LIMIT'] },
} satisfies Revision

export const corporationsChanged = (wish: Wish): Prisma.CorporationWhereInput =>
  changedWhere('CORPORATION', CORPORATIONS_OWN, wish)
