import { enumFacts, modelFacts } from '../../generated/read-models.ts'
import type { ModelName } from '../ids.ts'
import { Unsupported } from './unsupported.ts'

/** A column as Prisma's schema declares it. */
export interface ColumnFacts {
  readonly kind: 'scalar' | 'enum'
  readonly column: string
  /** Prisma's type, the name of the enum, or `Date` for a calendar day. */
  readonly type: string
  readonly native: string | null
  readonly list: boolean
  readonly required: boolean
  readonly unique: boolean
  /** `grams(column)` has a GIN index. */
  readonly grams: boolean
}

/** A relation seen from one side. */
export interface RelationFacts {
  readonly kind: 'relation'
  readonly model: string
  readonly list: boolean
  readonly required: boolean
  readonly holdsKey: boolean
  /** Pairs of equal fields: one of this model, one of the other. */
  readonly join: readonly (readonly [own: string, other: string])[]
}

export interface ModelFacts {
  readonly table: string
  readonly primaryKey: readonly string[]
  /** Compound unique keys by the name Prisma gives them in `where`. */
  readonly uniques: Readonly<Record<string, readonly string[]>>
  readonly fields: Readonly<Record<string, ColumnFacts | RelationFacts>>
}

export interface EnumFacts {
  readonly type: string
  /** Names in Prisma and GraphQL, with what the database calls them. */
  readonly labels: Readonly<Record<string, string>>
}

export interface Model extends ModelFacts {
  readonly name: ModelName
}

const models = new Map(
  Object.entries(modelFacts).map(([name, facts]) => [
    name,
    { ...facts, name: name as ModelName } satisfies Model,
  ]),
)

/** What is known of a model's table. */
export function modelOf(name: string): Model {
  const model = models.get(name)
  if (!model) throw new Unsupported(`there is no model ${name}`)
  return model
}

/** The model of that name, or null; for names that come from outside. */
export const findModel = (name: string): Model | null => models.get(name) ?? null

/** A column by its name in Prisma. */
export function columnOf(model: Model, name: string): ColumnFacts {
  const field = model.fields[name]
  if (!field || field.kind === 'relation') throw new Unsupported(`${model.name} has no column ${name}`)
  return field
}

/** A relation by its name in Prisma. */
export function relationOf(model: Model, name: string): RelationFacts {
  const field = model.fields[name]
  if (field?.kind !== 'relation') throw new Unsupported(`${model.name} has no relation ${name}`)
  return field
}

/** The enum behind a column. */
export function enumOf(name: string): EnumFacts {
  const facts = enumFacts[name]
  if (!facts) throw new Unsupported(`there is no enum ${name}`)
  return facts
}

/** The column that global ids are made of: `id` where there is one, else the primary key. */
export function keyColumn(model: Model): string {
  const id = model.fields.id
  if (id && id.kind !== 'relation' && id.unique) return 'id'
  const [key, ...more] = model.primaryKey
  if (!key || more.length > 0) throw new Unsupported(`${model.name} has no key of one column`)
  return key
}
