import type { Tx } from '../../kernel/db.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { Absorption, Carrier, Cells, Move, Stay, StayCode } from './carriers.ts'

/** Rows that hang at a facility or corporation by one column and go over with it. */
export interface OwnedRows {
  readonly record: Absorption['record']
  readonly relation: string
  /** Column that names the owner. */
  readonly owner: string
  /** What must hold of a row `t` besides, for it to go over; `$1` is the absorbed record, `$2` the kept one. */
  readonly only?: string
  /** Columns by which the kept record may have the same row `k`, which then stands; left out = it cannot. */
  readonly once?: readonly string[]
  /** The same said at length, where equal columns do not say it. */
  readonly stays?: string
  /** What people are told of a row that stays: a code, and what the row is called as an expression of `t`. */
  readonly twice?: { readonly code: StayCode; readonly what: string }
  /** Sets the owner of a row. */
  readonly write: (tx: Tx, id: string, ownerId: string) => Promise<unknown>
}

/** A carrier of rows that only change their owner. The module writes its own tables; statements know no other names. */
export function carrierOf(all: readonly OwnedRows[]): Carrier {
  return {
    relations: [...new Set(all.map(({ relation }) => relation))],

    async plan(sql, absorption) {
      const moves: Move[] = []
      const stays: Stay[] = []
      for (const rows of all.filter(({ record }) => record === absorption.record)) {
        const { relation, owner } = rows
        for (const { id, stays: stay, what } of await find(sql, rows, absorption)) {
          if (!stay)
            moves.push({
              relation,
              id,
              before: { [owner]: absorption.absorbedId },
              after: { [owner]: absorption.keptId },
            })
          else if (rows.twice) stays.push({ code: rows.twice.code, what })
        }
      }
      return { moves, stays }
    },

    async apply(tx, moves) {
      for (const { relation, id, after } of moves)
        for (const { relation: own, owner, write } of all)
          if (own === relation && owner in after) await write(tx, id, textIn(after, owner))
    },
  }
}

const textIn = (cells: Cells, column: string): string => {
  const cell = cells[column]
  if (typeof cell !== 'string') throw new Error(`An owner in ${column} is named by its key.`)
  return cell
}

const find = (
  sql: Sql,
  { relation, owner, only, once, stays = 'false', twice }: OwnedRows,
  { keptId, absorbedId }: Absorption,
) =>
  sql<{ id: string; stays: boolean; what: string }>(
    `SELECT t.id::text, ${
      once
        ? `EXISTS (SELECT FROM ${relation} AS k WHERE ${[`k.${owner} = $2::uuid`, ...once.map((column) => `k.${column} = t.${column}`)].join(' AND ')})`
        : stays
    } AS stays, ${twice?.what ?? `''`} AS what
     FROM ${relation} AS t WHERE t.${owner} = $1::uuid AND $2::uuid IS NOT NULL${only ? ` AND ${only}` : ''} ORDER BY t.id`,
    [absorbedId, keptId],
  )
