import { badInput } from './bad-input.ts'
import { decodeCursor } from './cursor.ts'
import { modelOf } from './models.ts'
import type { Ordering, Window } from './tree.ts'

/** Largest page of any connection. */
export const MAX_PAGE = 100

/** The part of a list that a connection's arguments ask for; one of `first` and `last` is compulsory. */
export function windowOf(
  field: string,
  model: string,
  ordering: Ordering,
  args: Readonly<Record<string, unknown>>,
): Window {
  const { first, last, after, before } = args as {
    first?: number | null
    last?: number | null
    after?: string | null
    before?: string | null
  }
  const size = first ?? last
  if (size == null || (first != null && last != null))
    throw badInput(`${field}: give either first or last, a number from 1 to ${MAX_PAGE}.`)
  if (size < 1 || size > MAX_PAGE)
    throw badInput(
      `${field}: ${first == null ? 'last' : 'first'} must be from 1 to ${MAX_PAGE}; it was ${size}.`,
    )
  const place = (cursor: string | null | undefined) =>
    cursor == null ? null : decodeCursor(modelOf(model), ordering, cursor)
  return { size, backward: last != null, after: place(after), before: place(before) }
}
