import type pg from 'pg'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { ModelName } from '../ids.ts'
import { guest } from '../viewer.ts'
import { compile } from './compile.ts'
import { runStatement } from './execute.ts'
import { keyOrdering } from './key.ts'
import { isPublic, visibilityFor } from './registry.ts'
import { noNeeds, noPageNeeds, type Filter, type Ordering, type RowNeeds } from './tree.ts'
import type { Columns, OrderBy, ReadableColumn, Target, ToMany, ToOne, Where } from './types.ts'
import { Unsupported } from './unsupported.ts'
import { windowOf } from './window.ts'

// Public facts for pages beside the graph: the same compiler and the same visibility, asked by a guest, always.

/** What is read of each row of a model, and (in the type alone) what the row will look like. */
export interface Facts<M extends ModelName, Row> {
  readonly model: M
  readonly needs: RowNeeds
  /** Every model that is touched. */
  readonly models: ReadonlySet<ModelName>
  readonly row?: Row
}

export type RowOf<F> = F extends Facts<ModelName, infer Row> ? Row : never

/** Related or asked for, up to a number. */
export interface FactsList<Row> {
  readonly nodes: readonly Row[]
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** Days and moments come as the database's JSON writes them. */
type AsJson<T> = T extends Date | bigint ? string : T

type Objects<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['objects']
type AnyFacts<M extends ModelName> = Facts<M, object>

type Ones<M extends ModelName> = { readonly [R in ToOne<M>]?: AnyFacts<Target<M, R>> }
type Manys<M extends ModelName> = {
  readonly [R in ToMany<M>]?: {
    readonly of: AnyFacts<Target<M, R>>
    readonly where?: Where<Target<M, R>>
    readonly orderBy: OrderBy<Target<M, R>>
    readonly first: number
  }
}

type FactsRow<M extends ModelName, C extends ReadableColumn<M>, O, L> = {
  readonly [Name in C]: AsJson<Columns<M>[Name]>
} & {
  readonly [R in keyof O]: RowOf<O[R]> | (R extends keyof Objects<M> ? Extract<Objects<M>[R], null> : null)
} & {
  readonly [R in keyof L]: L[R] extends { readonly of: infer F } ? FactsList<RowOf<F>> : never
}

/** Says which columns and relations of a model a page needs. */
export function facts<
  const M extends ModelName,
  const C extends ReadableColumn<M>,
  O extends Ones<M> = {},
  L extends Manys<M> = {},
>(
  model: M,
  { columns, one, many }: { readonly columns: readonly C[]; readonly one?: O; readonly many?: L },
): Facts<M, FactsRow<M, C, O, L>> {
  const needs = noNeeds()
  const models = new Set<ModelName>([model])
  const take = (inner: Facts<ModelName, unknown>) => inner.models.forEach((name) => models.add(name))
  for (const column of columns) needs.columns.add(column)
  for (const [relation, inner] of Object.entries(one ?? {}) as [string, AnyFacts<ModelName>][]) {
    take(inner)
    needs.ones.set(relation, inner.needs)
  }
  for (const [relation, list] of Object.entries(many ?? {}) as [string, Ask<AnyFacts<ModelName>>][]) {
    take(list.of)
    needs.pages.set(relation, { ...pageNeeds(list), relation })
  }
  return { model, needs, models }
}

/** A list that is asked for. Give `after` to read on, `before` to read back. */
export interface Ask<F extends Facts<ModelName, object>> {
  readonly of: F
  readonly where?: Filter
  readonly orderBy?: Ordering
  readonly first: number
  readonly after?: string | null
  readonly before?: string | null
  readonly total?: boolean
}

/** A list, with `where` and `orderBy` as Prisma types them. */
export const listOf = <M extends ModelName, Row extends object>(
  of: Facts<M, Row>,
  ask: {
    readonly where?: Where<M>
    readonly orderBy?: OrderBy<M>
    readonly first: number
    readonly after?: string | null
    readonly before?: string | null
    /** Counts everything that matches. */
    readonly total?: boolean
  },
): Ask<Facts<M, Row>> => ({ ...ask, of })

type Answers<A> = {
  readonly [Name in keyof A]: A[Name] extends Ask<infer F> ? FactsList<RowOf<F>> : never
}

/** Reads lists of public facts, all in one statement. A model that not everybody sees in whole is refused. */
export async function readFacts<A extends Readonly<Record<string, Ask<AnyFacts<ModelName>>>>>(
  pool: pg.Pool,
  asks: A,
): Promise<Answers<A>> {
  for (const { of } of Object.values(asks))
    for (const model of of.models)
      if (!isPublic(model)) throw new Unsupported(`${model} outside the graph: it is not for everybody`)
  const reads = Object.values(asks).map((ask) => ({ model: ask.of.model, page: pageNeeds(ask) }))
  const statement = compile(reads, visibilityFor(guest))
  const { rows } = await runStatement(pool, statement.text, statement.values)
  const pages = statement.read(rows[0] ?? [])
  return Object.fromEntries(
    Object.keys(asks).map((name, index) => [name, pages[index]]),
  ) as unknown as Answers<A>
}

function pageNeeds({ of, where = {}, orderBy, first, after, before, total }: Ask<AnyFacts<ModelName>>) {
  const ordering = orderBy ?? keyOrdering(of.model)
  const pages = after !== undefined || before !== undefined
  // A whole list in one piece may be longer than a page of the graph; a list that is paged may not.
  const window = pages
    ? windowOf('list', of.model, ordering, before ? { last: first, before } : { first, after })
    : { size: first, backward: false, after: null, before: null }
  return {
    ...noPageNeeds(where, ordering, window),
    rows: of.needs,
    nodes: true,
    cursors: pages,
    hasNext: pages,
    hasPrevious: pages,
    total: total ?? false,
  }
}
