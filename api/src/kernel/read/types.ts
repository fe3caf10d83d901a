import type { Prisma } from '../../generated/prisma/client.ts'
import type { ModelName } from '../ids.ts'

type Maps = Prisma.TypeMap['model']
type Payload<M extends ModelName> = Maps[M]['payload']
type FindMany<M extends ModelName> = Maps[M]['operations']['findMany']['args']
type FindUnique<M extends ModelName> = Maps[M]['operations']['findUnique']['args']

/** A model's columns and their types, as Prisma generates them. */
export type Columns<M extends ModelName> = Payload<M>['scalars']
export type ColumnName<M extends ModelName> = keyof Columns<M> & string

type Relations<M extends ModelName> = Payload<M>['objects']

/** Names of relations to one row. */
export type ToOne<M extends ModelName> = {
  [R in keyof Relations<M>]: Relations<M>[R] extends readonly unknown[] ? never : R
}[keyof Relations<M>] &
  string

/** Names of relations to many rows. */
export type ToMany<M extends ModelName> = {
  [R in keyof Relations<M>]: Relations<M>[R] extends readonly unknown[] ? R : never
}[keyof Relations<M>] &
  string

/** The model at the other end of a relation. */
export type Target<M extends ModelName, R extends keyof Relations<M>> = Relations<M>[R] extends readonly {
  name: infer N extends ModelName
}[]
  ? N
  : NonNullable<Relations<M>[R]> extends { name: infer N extends ModelName }
    ? N
    : never

export type Where<M extends ModelName> = NonNullable<FindMany<M>['where']>
export type WhereUnique<M extends ModelName> = FindUnique<M>['where']
type OneOrMany<T> = T extends readonly (infer Item)[] ? Item : T
export type OrderBy<M extends ModelName> = OneOrMany<NonNullable<FindMany<M>['orderBy']>>[]

/** Columns that may become a field as they stand; bytes are never shown. */
export type ReadableColumn<M extends ModelName> = {
  [C in ColumnName<M>]: NonNullable<Columns<M>[C]> extends Uint8Array ? never : C
}[ColumnName<M>]
