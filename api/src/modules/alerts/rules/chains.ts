import type { AlertInfoType, AlertStanding } from '../../../generated/prisma/enums.ts'

/** A message among those about the same thing. */
export interface Link {
  readonly id: string
  readonly infoType: AlertInfoType
  readonly serial: number | null
  readonly reportedAt: Date | null
  readonly receivedAt: Date
}

export interface Standing {
  readonly standing: AlertStanding
  readonly replacedById: string | null
}

/**
 * How the messages about one thing stand, whatever the order in which they came in: the latest by its own time counts, the
 * serial decides between two of one minute, and a 取消 takes back all that are not later than it.
 */
export function standings(links: readonly Link[]): Map<string, Standing> {
  const inOrder = links.toSorted(
    (one, other) =>
      (one.reportedAt?.getTime() ?? 0) - (other.reportedAt?.getTime() ?? 0) ||
      Number(one.infoType === 'CANCELLED') - Number(other.infoType === 'CANCELLED') ||
      (one.serial ?? 0) - (other.serial ?? 0) ||
      one.receivedAt.getTime() - other.receivedAt.getTime() ||
      one.id.localeCompare(other.id),
  )
  const found = new Map<string, Standing>()
  let last: Link | null = null
  let taken: Link | null = null
  for (const link of inOrder.toReversed()) {
    if (last === null) found.set(link.id, { standing: 'CURRENT', replacedById: null })
    else if (taken !== null && link.infoType !== 'CANCELLED')
      found.set(link.id, { standing: 'CANCELLED', replacedById: taken.id })
    else found.set(link.id, { standing: 'SUPERSEDED', replacedById: last.id })
    if (link.infoType === 'CANCELLED') taken ??= link
    last = link
  }
  return found
}
