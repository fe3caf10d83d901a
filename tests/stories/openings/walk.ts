import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** A query that reads every field of one type, found by one way through the graph. */
export interface Look {
  /** What it looks at: `Facility by facilities.nodes`. */
  readonly name: string
  readonly document: string
  /** Every `Type.field` it reads. */
  readonly reads: readonly string[]
}

/** What to write for an argument of a field that leads to a type; null = leave it out. */
export type ArgumentText = (path: string, argument: GraphQLArgument, leadsTo: string) => string | null

type Field = GraphQLField<unknown, unknown>

/** Roots that find any record by its id; they are tried with every id there is. */
const byId = new Set(['node', 'nodes'])

interface Way {
  readonly type: GraphQLCompositeType
  /** Fields from the root, with their arguments, and fragments on the way. */
  readonly steps: readonly string[]
}

/**
 * For every root field and every type that can be reached from the roots, a query that reads all fields of the type
 * by the shortest way. So every field of the graph is read at least once, with real parents.
 */
export function looksThrough(schema: GraphQLSchema, argumentText: ArgumentText): Look[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !byId.has(name))
  const seen = new Set<string>()
  const looks: Look[] = []
  let ways = roots.map((root) => wayBy(root, 'Query', [], argumentText))
  while (ways.length > 0) {
    const next: Way[] = []
    for (const way of ways) {
      const isRoot = way.steps.length === 1
      for (const type of objectTypes(schema, way.type)) {
        const steps = type === way.type ? way.steps : [...way.steps, `... on ${type.name}`]
        const isNew = !seen.has(type.name)
        seen.add(type.name)
        if (!isNew && !isRoot) continue
        looks.push(look(type, steps, argumentText))
        if (!isNew) continue
        const fields = Object.values(type.getFields()).filter((field) =>
          isCompositeType(getNamedType(field.type)),
        )
        next.push(...fields.map((field) => wayBy(field, type.name, steps, argumentText)))
      }
    }
    ways = next
  }
  // A root that answers with a plain value has no type to look at.
  const plain = roots.filter((root) => !isCompositeType(getNamedType(root.type)))
  return [
    ...looks,
    ...plain.map((root) => ({
      name: `Query.${root.name}`,
      document: `{ ${called(root, 'Query', argumentText)} }`,
      reads: [`Query.${root.name}`],
    })),
  ]
}

const wayBy = (field: Field, parent: string, steps: readonly string[], argumentText: ArgumentText): Way => ({
  type: getNamedType(field.type) as GraphQLCompositeType,
  steps: [...steps, called(field, parent, argumentText)],
})

const objectTypes = (schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type]
  return isCompositeType(type) ? schema.getPossibleTypes(type) : []
}

function look(type: GraphQLObjectType, steps: readonly string[], argumentText: ArgumentText): Look {
  const fields = Object.values(type.getFields())
  const selection = fields.map((field) => {
    const target = getNamedType(field.type)
    const call = called(field, type.name, argumentText)
    return isCompositeType(target) ? `${call} { ${surface(target)} }` : call
  })
  const root = steps[0] ?? ''
  return {
    name: `${type.name} by ${steps.join('.')}`,
    document: `{ ${steps.join(' { ')} { __typename ${selection.join(' ')} } ${'} '.repeat(steps.length)}`,
    reads: [`Query.${/^\w+/.exec(root)?.[0] ?? ''}`, ...fields.map((field) => `${type.name}.${field.name}`)],
  }
}

/** Enough of what a field leads to for seeing whether something is there. */
function surface(type: GraphQLCompositeType): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename'
  const fields = type.getFields()
  if (fields.nodes && fields.totalCount)
    return `totalCount nodes { ${surface(getNamedType(fields.nodes.type) as GraphQLCompositeType)} }`
  return fields.id ? '__typename id' : '__typename'
}

/** A field with its arguments; a connection gives its first hundred. */
function called({ name, args, type }: Field, parent: string, argumentText: ArgumentText): string {
  const texts = args.flatMap((argument) => {
    const path = `${parent}.${name}`
    const text = argument.name === 'first' ? '100' : argumentText(path, argument, getNamedType(type).name)
    return text === null ? [] : [`${argument.name}: ${text}`]
  })
  return texts.length > 0 ? `${name}(${texts.join(', ')})` : name
}
