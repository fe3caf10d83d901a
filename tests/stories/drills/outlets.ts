import {
  isEnumType,
  isListType,
  isNonNullType,
  getNullableType,
  isObjectType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { idsByName, queryArguments } from '../openings/query-arguments.ts'
import { looksThrough } from '../openings/walk.ts'

/** Under this name an answer says of a record whether it is of a drill. */
export const MARK = 'ofDrill'

/**
 * Every query of the graph, about one event and about none in particular, each field read at least once, every value of the arguments that decide what is counted or
 * handed out. `idOf` answers a Relay id for a kind of record; `texts` replaces what arguments are given by name. Every
 * record says whether it is of a drill, as far as its type leads to one.
 */
export function everyQuery(
  schema: GraphQLSchema,
  idOf: (model: string) => string,
  texts: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const given: Record<string, string> = { ...queryArguments, ...texts }
  const looks = (over: Readonly<Record<string, string>>, wishes: 'true' | null, bare = false) =>
    looksThrough(schema, (path, { name, type }, leadsTo) => {
      const text = over[`${path}.${name}`] ?? given[`${path}.${name}`]
      if (text !== undefined) return text
      const named = idsByName[`${path}.${name}`] ?? idsByName[name]
      if (named) return bare && !isNonNullType(type) ? null : JSON.stringify(idOf(named))
      if (type.toString() === 'Date!') return name === 'since' ? '"2019-01-01"' : '"2098-12-31"'
      if (type.toString() === 'ID!') return JSON.stringify(idOf(leadsTo))
      if (isNonNullType(type)) throw new Error(`The test must be told what ${path} takes as ${name}`)
      return type.toString() === 'Boolean' ? wishes : null
    })
  const choices = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) =>
    args.flatMap((argument) => {
      const type = getNullableType(argument.type)
      return isNonNullType(argument.type) && isEnumType(type)
        ? type.getValues().map((value) => ({ [`Query.${name}.${argument.name}`]: value.name }))
        : []
    }),
  )
  const all = [
    ...looks({}, null),
    ...looks({}, 'true'),
    ...choices.flatMap((choice) => [...looks(choice, null), ...looks(choice, null, true)]),
  ]
  const marked = marker(schema)
  return new Map(all.map(({ name, document }) => [marked(document), name]))
}

type Way = readonly string[]

/** Adds to every record of a query the shortest way to where it is said whether it is of a drill. */
function marker(schema: GraphQLSchema): (document: string) => string {
  const ways = new Map<string, Way | null>()
  const wayFrom = (type: GraphQLObjectType): Way | null => {
    const known = ways.get(type.name)
    if (known !== undefined) return known
    let open: { type: GraphQLObjectType; way: Way }[] = [{ type, way: [] }]
    let found: Way | null = null
    for (let depth = 0; depth <= 4 && !found; depth += 1) {
      found = open.find(({ type: here }) => 'drill' in here.getFields())?.way ?? null
      open = open.flatMap(({ type: here, way }) =>
        Object.values(here.getFields()).flatMap((field) => {
          const nullable = getNullableType(field.type)
          return isObjectType(nullable) &&
            !isListType(nullable) &&
            field.args.every((each) => !isNonNullType(each.type))
            ? [{ type: nullable, way: [...way, field.name] }]
            : []
        }),
      )
    }
    ways.set(type.name, found)
    return found
  }
  return (document) => {
    const info = new TypeInfo(schema)
    const tree = visit(
      parse(document),
      visitWithTypeInfo(info, {
        SelectionSet: {
          leave(node) {
            const type = info.getParentType()
            if (!isObjectType(type) || type.name === 'Query') return undefined
            const way = wayFrom(type)
            if (!way) return undefined
            const inner = way.reduceRight((selection, name) => `${name} { ${selection} }`, 'drill')
            const { definitions } = parse(`{ ${MARK}: ${inner} }`)
            const added = definitions.flatMap((one) =>
              'selectionSet' in one ? (one.selectionSet?.selections ?? []) : [],
            )
            return { ...node, selections: [...node.selections, ...added] }
          },
        },
      }),
    )
    return print(tree)
  }
}
