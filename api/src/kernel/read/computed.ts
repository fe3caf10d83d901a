import type { ModelName } from '../ids.ts'
import { columnOf, type Model } from './models.ts'
import type { OrderBy, Where } from './types.ts'
import { Unsupported } from './unsupported.ts'
import { at, type Writer } from './writer.ts'

/** What the text of a computed key is made of. */
export interface Terms {
  /** A column of the row, by its name in Prisma. */
  readonly column: (name: string) => string
  /** Something that was asked for, as a parameter of the statement. */
  readonly asked: (value: unknown, type: 'text' | 'float8') => string
}

/**
 * Something the database works out from a row and from what was asked: how well it matches, how far away it is. Never
 * null. It orders a list like a column; `asked` goes into the cursors, so that a place in the answer to one question is
 * not taken for a place in the answer to another.
 */
export class Computed {
  readonly type: 'Int' | 'Float'
  readonly asked: readonly unknown[]
  readonly write: (terms: Terms) => string

  constructor(type: Computed['type'], asked: Computed['asked'], write: Computed['write']) {
    this.type = type
    this.asked = asked
    this.write = write
  }

  /** How it stands in the tag of a cursor. */
  toJSON(): unknown {
    return [this.type, this.asked]
  }
}

/** Rows whose key is not above a number. */
export class AtMost {
  readonly key: Computed
  readonly limit: number

  constructor(key: Computed, limit: number) {
    if (!Number.isFinite(limit)) throw new Unsupported('a limit that is no number')
    this.key = key
    this.limit = limit
  }
}

// Prisma's types know nothing of computed keys; the compiler takes them wherever it takes a filter or an order.

/** Orders by a computed key, smallest first; stands among the other entries of `orderBy`. */
export const byComputed = <M extends ModelName>(name: string, key: Computed): OrderBy<M>[number] =>
  ({ [name]: key }) as never

/** Narrows a list to rows whose key is at most a number; stands inside an `AND`. */
export const atMost = <M extends ModelName>(key: Computed, limit: number): Where<M> => new AtMost(key, limit)

/** A computed key on the rows of an alias. */
export const computedExpression = (writer: Writer, model: Model, alias: string, key: Computed): string =>
  `(${key.write({
    column: (name) => at(alias, columnOf(model, name)),
    asked: (value, type) => `${writer.param(value)}::${type}`,
  })})`
