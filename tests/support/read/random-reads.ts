import { modelFacts } from '../../../api/src/generated/read-models.ts'
import type { ColumnFacts, RelationFacts } from '../../../api/src/kernel/read/models.ts'
import type { Random } from '../../bench/generate/random.ts'

/** Prisma's arguments of one read, as far as the read path has something like them. */
export interface PrismaRead {
  select: Record<string, true | PrismaRead | { select: Record<string, true | { where: object }> }>
  where?: object
  orderBy?: object[]
  take?: number
  cursor?: object
  skip?: number
}

/** Values that occur in a column, to compare with; by model and column. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>

/** The models that reads are made up over: all kinds of columns, keys and relations. */
export const sampledModels = [
  'Municipality',
  'DataSource',
  'ServiceKind',
  'Corporation',
  'Facility',
  'ServiceOffice',
  'Shelter',
  'FacilityContact',
  'FacilityConfirmation',
  'User',
  'Platform',
  'PlatformMembership',
  'RoleAssignment',
  'Notification',
  'AuditEntry',
] as const

const sampled: ReadonlySet<string> = new Set(sampledModels)
const words = [
  'さくら',
  '見',
  '苑',
  'ひま',
  '1',
  '%',
  '_',
  'a',
  'HOME',
  'か\\',
  '%%',
  'い_',
  '会0',
  '東市',
  '',
]

const factsOf = (model: string) => {
  const facts = modelFacts[model]
  if (!facts) throw new Error(`no model ${model}`)
  return facts
}

const columnsOf = (model: string): [string, ColumnFacts][] =>
  Object.entries(factsOf(model).fields).flatMap(([name, field]) =>
    field.kind === 'relation' ? [] : [[name, field] as [string, ColumnFacts]],
  )

const canBeCompared = ({ type }: ColumnFacts): boolean => type !== 'Json' && type !== 'Bytes'

const relationsOf = (model: string): [string, RelationFacts][] =>
  Object.entries(factsOf(model).fields).flatMap(([name, field]) =>
    field.kind === 'relation' && sampled.has(field.model) ? [[name, field] as [string, RelationFacts]] : [],
  )

/** Makes up reads that Prisma accepts. */
export function randomReads(random: Random, values: Values) {
  const seen = (model: string, column: string): unknown[] =>
    (values.get(model)?.get(column) ?? []).filter((value) => value !== null)

  function columnFilter(model: string, name: string, column: ColumnFacts): unknown {
    const known = seen(model, name)
    if (column.list) {
      const one = () => random.pick(['洪水', '地震', 'public', 'none'])
      return random.pick([{ has: one() }, { hasSome: [one(), one()] }, { hasEvery: [one(), one()] }])
    }
    if (known.length === 0) return column.required ? { in: [] } : null
    const value = () => random.pick(known)
    const maybeNull = () => (!column.required && random.chance(0.4) ? null : value())
    const isText = column.type === 'String' && column.native !== 'Uuid'
    const kinds = ['plain', 'equals', 'not', 'in', 'notIn']
    if (isText) kinds.push('like', 'like', 'like')
    if (column.type === 'Boolean') kinds.splice(3)
    else if (column.kind !== 'enum' && column.native !== 'Uuid') kinds.push('range', 'range')
    switch (random.pick(kinds)) {
      case 'plain':
        return maybeNull()
      case 'equals':
        return { equals: maybeNull() }
      case 'not':
        return { not: random.chance(0.3) ? { equals: value() } : maybeNull() }
      case 'in':
        return { in: random.chance(0.1) ? [] : [value(), value()] }
      case 'notIn':
        return { notIn: random.chance(0.1) ? [] : [value(), value()] }
      case 'like': {
        const operator = random.pick(['contains', 'startsWith', 'endsWith'])
        // PostgreSQL refuses a pattern that ends with the sign of escape, from whomever it comes.
        const word = random.pick(
          operator === 'endsWith' ? words.filter((text) => !text.endsWith('\\')) : words,
        )
        return { [operator]: word, ...(random.chance(0.3) ? { mode: 'insensitive' } : {}) }
      }
      default: {
        const operator = random.pick(['lt', 'lte', 'gt', 'gte'])
        return { [operator]: value(), ...(random.chance(0.2) ? { not: value() } : {}) }
      }
    }
  }

  function relationFilter(relation: RelationFacts, depth: number): unknown {
    const inner = () => filter(relation.model, depth - 1)
    if (relation.list) return { [random.pick(['some', 'none', 'every'])]: random.chance(0.15) ? {} : inner() }
    if (!relation.required && random.chance(0.2))
      return random.chance(0.3) ? null : random.pick([{ is: null }, { isNot: null }])
    return random.pick([inner(), { is: inner() }, { isNot: inner() }])
  }

  function filter(model: string, depth: number): object {
    const made: Record<string, unknown> = {}
    for (let left = random.between(1, 2); left > 0; left--) {
      const kind = depth <= 0 ? 'column' : random.pick(['column', 'column', 'relation', 'AND', 'OR', 'NOT'])
      const relations = relationsOf(model)
      if (kind === 'relation' && relations.length > 0) {
        const [name, relation] = random.pick(relations)
        made[name] = relationFilter(relation, depth)
      } else if (kind === 'AND' || kind === 'NOT') {
        made[kind] = random.chance(0.5)
          ? filter(model, depth - 1)
          : [filter(model, depth - 1), filter(model, depth - 1)]
      } else if (kind === 'OR') {
        made.OR = [filter(model, depth - 1), filter(model, depth - 1)]
      } else {
        const [name, column] = random.pick(columnsOf(model).filter(([, column]) => canBeCompared(column)))
        made[name] = columnFilter(model, name, column)
      }
    }
    return made
  }

  /** Sort keys that end in the primary key, so that there is one right order. */
  function ordering(model: string): object[] {
    const direction = () => random.pick(['asc', 'desc'])
    const wish = (required: boolean) =>
      !required && random.chance(0.6)
        ? { sort: direction(), nulls: random.pick(['first', 'last']) }
        : direction()
    const sortable = columnsOf(model).filter(
      ([, column]) => !column.list && canBeCompared(column) && !column.unique,
    )
    const keys: object[] = []
    for (let left = sortable.length > 0 ? random.between(0, 2) : 0; left > 0; left--) {
      const [name, column] = random.pick(sortable)
      if (!keys.some((key) => name in key)) keys.push({ [name]: wish(column.required) })
    }
    if (random.chance(0.15)) {
      const relations = relationsOf(model)
      const [name, relation] = relations.length > 0 ? random.pick(relations) : []
      if (relation?.list) keys.push({ [name as string]: { _count: direction() } })
      else if (relation && factsOf(relation.model).fields.name)
        keys.push({ [name as string]: { name: direction() } })
    }
    return [...keys, { [factsOf(model).primaryKey[0] as string]: direction() }]
  }

  function read(model: string, depth: number): PrismaRead {
    const select: PrismaRead['select'] = {}
    for (const [name] of columnsOf(model)) if (random.chance(0.4)) select[name] = true
    for (const [name, relation] of relationsOf(model)) {
      if (depth <= 0 || !random.chance(0.3)) continue
      const inner = read(relation.model, depth - 1)
      select[name] = relation.list ? inner : { select: inner.select }
    }
    const counted = relationsOf(model).filter(([, relation]) => relation.list && random.chance(0.2))
    if (counted.length > 0)
      select._count = {
        select: Object.fromEntries(
          counted.map(([name, relation]) => [
            name,
            random.chance(0.5) ? true : { where: filter(relation.model, 1) },
          ]),
        ),
      }
    const [first] = columnsOf(model)
    if (Object.keys(select).length === 0 && first) select[first[0]] = true
    return {
      select,
      orderBy: ordering(model),
      ...(random.chance(0.6) ? { where: filter(model, 2) } : {}),
      ...(random.chance(0.7) ? { take: random.pick([1, 2, 5, 9, -1, -3, -8]) } : {}),
    }
  }

  return { filter, ordering, read }
}
