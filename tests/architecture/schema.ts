import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import type { Finding } from './sources.ts'

/** One described thing of a schema: a type, field, argument, input field or enum value. */
interface Place {
  readonly path: string
  readonly name: string
  readonly description: string
  readonly type: GraphQLType | null
}

type Rule = (schema: GraphQLSchema) => Finding[]

/** Everything in which a schema departs from the conventions; `path` is the place in the schema. */
export function findSchemaFaults(sdl: string): Finding[] {
  const schema = buildSchema(sdl)
  return [descriptions, spelling, ids, connections, recordLists, mutations].flatMap((rule) => rule(schema))
}

const rootTypes = new Set(['Query', 'Mutation', 'Subscription'])
const own = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => type.astNode != null)
const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []

function placesOf(type: GraphQLNamedType): Place[] {
  const place = (
    path: string,
    thing: { name: string; description?: string | null },
    of: GraphQLType | null,
  ) => ({
    path,
    name: thing.name,
    description: thing.description ?? '',
    type: of,
  })
  const at = (...names: string[]) => [type.name, ...names].join('.')
  return [
    ...(rootTypes.has(type.name) ? [] : [place(at(), type, null)]),
    ...fieldsOf(type).flatMap((field) => [
      place(at(field.name), field, field.type),
      ...field.args.map((argument) => place(at(field.name, argument.name), argument, argument.type)),
    ]),
    ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map((input) =>
      place(at(input.name), input, input.type),
    ),
    ...(isEnumType(type) ? type.getValues() : []).map((value) => place(at(value.name), value, null)),
  ]
}

const descriptions: Rule = (schema) =>
  own(schema)
    .flatMap(placesOf)
    .filter(({ description }) => description.trim().length < 10)
    .map(({ path }) => ({ path, message: 'has no description worth the name' }))

const spelling: Rule = (schema) =>
  own(schema).flatMap((type) =>
    placesOf(type)
      .filter(({ name, path }) => {
        if (path === type.name) return !/^[A-Z][A-Za-z0-9]*$/.test(name)
        return isEnumType(type) ? !/^[A-Z][A-Z0-9_]*$/.test(name) : !/^[a-z][A-Za-z0-9]*$/.test(name)
      })
      .map(({ path }) => ({ path, message: 'is not spelled as types, fields and values are' })),
  )

/** A key of a table never shows itself: what is called an id is a Relay id. */
const ids: Rule = (schema) =>
  own(schema)
    .flatMap(placesOf)
    .filter(
      ({ name, type }) =>
        type !== null && /(^id|^ids|Id|Ids)$/.test(name) && getNamedType(type).name !== 'ID',
    )
    .map(({ path }) => ({ path, message: 'is called an id and is not of type ID' }))

const paging = ['first', 'after', 'last', 'before']

const connections: Rule = (schema) =>
  own(schema).flatMap((type) =>
    fieldsOf(type)
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .flatMap((field) => {
        const path = `${type.name}.${field.name}`
        const missing = paging.filter((name) => !field.args.some((argument) => argument.name === name))
        return missing.map((name) => ({ path, message: `is a connection without ${name}` }))
      }),
  )

/** Lists of records that are not connections, and why a rule bounds each. */
const bounded: Readonly<Record<string, string>> = {
  'Query.nodes': 'as many as ids are asked for, at most 100',
}

const recordLists: Rule = (schema) => {
  const node = schema.getType('Node')
  return own(schema).flatMap((type) =>
    fieldsOf(type)
      .filter((field) => {
        const named = getNamedType(field.type)
        const isRecord =
          named === node || (isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'Node'))
        return isRecord && isListType(getNullableType(field.type)) && !type.name.endsWith('Connection')
      })
      .map((field) => `${type.name}.${field.name}`)
      .filter((path) => !(path in bounded))
      .map((path) => ({ path, message: 'lists records without being a connection' })),
  )
}

const problems = ['ConflictProblem', 'RuleProblem', 'ValidationProblem']

/** `doThis(input: DoThisInput!): DoThisResult!`, where the result is the payload or one of the three problems. */
const mutations: Rule = (schema) => {
  const root = schema.getMutationType()
  return (root ? fieldsOf(root) : []).flatMap((field) => {
    const path = `Mutation.${field.name}`
    const Name = field.name.charAt(0).toUpperCase() + field.name.slice(1)
    const result = getNamedType(field.type)
    const members = isUnionType(result) ? result.getTypes().map(({ name }) => name) : []
    const expected = [`${Name}Payload`, ...problems].toSorted()
    const answersWell =
      field.type.toString() === `${Name}Result!` && members.toSorted().join() === expected.join()
    const asksWell =
      field.args.map(({ name, type }) => `${name}: ${type.toString()}`).join() === `input: ${Name}Input!`
    return [
      ...(answersWell
        ? []
        : [{ path, message: `does not answer with ${Name}Result! = ${expected.join(' | ')}` }]),
      ...(asksWell ? [] : [{ path, message: `does not take exactly input: ${Name}Input!` }]),
    ]
  })
}
