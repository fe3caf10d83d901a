import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { createLru, type Lru } from '../lru.ts'

/** What one operation asks for: fields, each times the rows it may come with; levels; fields in the document. */
export interface Cost {
  readonly requested: number
  readonly depth: number
  readonly breadth: number
}

export const limits = { cost: 50_000, depth: 16, breadth: 500 } as const

/** What the client is told, with every answer. */
export interface CostReport extends Cost {
  readonly limit: number
  readonly depthLimit: number
  readonly breadthLimit: number
}

export const reportOf = (cost: Cost): CostReport => ({
  ...cost,
  limit: limits.cost,
  depthLimit: limits.depth,
  breadthLimit: limits.breadth,
})

/** Throws QUERY_TOO_COMPLEX, with the figures, when an operation is over a limit. */
export function refuseTooComplex(cost: Cost): void {
  const { requested, depth, breadth } = cost
  if (requested <= limits.cost && depth <= limits.depth && breadth <= limits.breadth) return
  throw new GraphQLError(
    `Too much in one operation: cost ${requested} of ${limits.cost}, depth ${depth} of ${limits.depth}, ` +
      `breadth ${breadth} of ${limits.breadth}. Ask for smaller pages or fewer levels.`,
    { extensions: { code: 'QUERY_TOO_COMPLEX', cost: reportOf(cost) } },
  )
}

type Variables = Readonly<Record<string, unknown>>

/** One operation of a document, with the document's fragments. */
export interface Operation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

/**
 * Computes costs. They depend on the operation and on the variables that size a page, and on nothing else, so what is
 * asked for again and again costs one look into a map.
 */
export function costCalculator(schema: GraphQLSchema) {
  const known = new WeakMap<
    OperationDefinitionNode,
    { sizing: readonly string[]; costs: Lru<string, Cost> }
  >()
  return ({ document, operation }: Operation, variables: Variables, context: object): Cost => {
    let entry = known.get(operation)
    if (!entry) known.set(operation, (entry = { sizing: sizingVariables(document), costs: createLru(50) }))
    const key = entry.sizing.map((name) => sizeOf(variables[name])).join()
    const before = entry.costs.get(key)
    if (before) return before
    const { complexity, depth, breadth } = complexityFromQuery(only(operation, document), {
      schema,
      variables: { ...variables },
      ctx: context,
    })
    const cost = { requested: complexity, depth, breadth }
    entry.costs.set(key, cost)
    return cost
  }
}

/** The plugin looks at the first operation of a document, so it gets the one that will run. */
const only = (operation: OperationDefinitionNode, document: DocumentNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
})

const sizeOf = (value: unknown): string => (Array.isArray(value) ? `[${value.length}]` : String(value))

const sizing = new Set(['first', 'last', 'ids'])

/** Variables that stand where a page is sized. */
function sizingVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Argument({ name, value }) {
      if (sizing.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
