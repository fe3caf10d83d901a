import { capitalized } from '../../../api/src/kernel/words.ts'
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** What made-up values stand for rows that are there. */
export interface Known {
  /** Global ids by type. */
  readonly ids: ReadonlyMap<string, string>
  /** Values for variables of a name. */
  readonly named: Readonly<Record<string, unknown>>
}

/** The four variables of a page: by these names, or with the name of the list before them where a screen has several. */
const pageOf = (first: string) =>
  ['First', 'Last', 'After', 'Before'].map((one) =>
    first === 'first' ? one.toLowerCase() : first.slice(0, -'First'.length) + one,
  )

/**
 * Ways to ask one operation: with what it must have, with each further variable by itself, with all of them, and from
 * the end of its list.
 */
export function waysToAsk(schema: GraphQLSchema, document: DocumentNode, known: Known): Variables[] {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  const variables = (operation as OperationDefinitionNode | undefined)?.variableDefinitions ?? []
  const fields = idFields(document)
  const values = variables.map(({ variable, type, defaultValue }) => {
    const name = variable.name.value
    const inputType = typeFromAST(schema, type as never) as GraphQLInputType
    return {
      name,
      required: isNonNullType(inputType) && !defaultValue,
      value: known.named[name] ?? madeUp(inputType, fields.get(name), schema, known),
    }
  })
  const pages = values
    .filter(({ name }) => /^first$|First$/.test(name))
    .map(({ name }) => ({ name, last: pageOf(name)[1] ?? '' }))
  const pageVariables = new Set(['first', ...pages.map(({ name }) => name)].flatMap(pageOf))
  const base = {
    ...Object.fromEntries(pages.map(({ name }) => [name, 20])),
    ...objectOf(values.filter(({ required }) => required)),
  }
  const further = values.filter(({ name, required }) => !required && !pageVariables.has(name))
  return [
    base,
    ...further.map((value) => ({ ...base, ...objectOf([value]) })),
    ...(further.length > 1 ? [{ ...base, ...objectOf(further) }] : []),
    ...pages
      .filter(({ last }) => values.some(({ name }) => name === last))
      .map(({ name, last }) => ({ ...base, [name]: null, [last]: 20 })),
  ]
}

const objectOf = (values: readonly { name: string; value: unknown }[]): Variables =>
  Object.fromEntries(values.map(({ name, value }) => [name, value]))

/** The fields that each variable identifies a record for. */
function idFields(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>()
  visit(document, {
    Field({ name, arguments: args = [] }) {
      for (const { name: argument, value } of args)
        if (value.kind === Kind.VARIABLE)
          fields.set(value.name.value, [
            ...(fields.get(value.name.value) ?? []),
            // What the argument is called says more than what the field answers: `platformId` of a list of decisions.
            argument.value,
            name.value,
          ])
    },
  })
  return fields
}

function madeUp(
  type: GraphQLInputType,
  fields: readonly string[] | undefined,
  schema: GraphQLSchema,
  known: Known,
): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType, fields, schema, known)
  if (isListType(type)) return [madeUp(type.ofType, fields, schema, known)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  switch (getNamedType(type).name) {
    case 'ID': {
      const roots = schema.getQueryType()?.getFields() ?? {}
      const found = (fields ?? []).flatMap((field) => {
        const root = roots[field]
        const called = field.endsWith('Id') ? capitalized(field.slice(0, -2)) : null
        const model = called ?? (root && getNamedType(root.type).name)
        return (model && known.ids.get(model)) ?? []
      })
      return found[0] ?? [...known.ids.values()][0]
    }
    case 'Int':
      return 20
    case 'BigInt':
      return '1'
    case 'Boolean':
      return true
    case 'Date':
      return '2026-04-01'
    case 'DateTime':
      return '2026-04-01T00:00:00Z'
    default:
      return '山形'
  }
}

/** Variables that read on from an answer, wherever in it the cursor stands. */
export function readingOn(answer: unknown, asked: Variables): Variables[] {
  const { startCursor, endCursor } = cursorsIn(answer)
  const size = { first: 20, last: null }
  return [
    ...(endCursor ? [{ ...asked, ...('first' in asked ? size : {}), after: endCursor, before: null }] : []),
    ...(startCursor && 'first' in asked
      ? [{ ...asked, first: null, last: 20, before: startCursor, after: null }]
      : []),
  ]
}

/** The first page information that an answer holds. */
function cursorsIn(answer: unknown): { startCursor?: string; endCursor?: string } {
  if (typeof answer !== 'object' || answer === null) return {}
  if ('endCursor' in answer) return answer as { endCursor: string }
  for (const part of Object.values(answer)) {
    const found = cursorsIn(part)
    if (found.endCursor) return found
  }
  return {}
}
