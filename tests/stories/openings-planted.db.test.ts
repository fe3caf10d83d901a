import { buildSchema, type GraphQLFieldResolver } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { GraphContext } from '../../api/src/kernel/graphql/context.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { openTrial, type Trial } from './openings/trial.ts'

// The trial of openings.db.test.ts on a graph with two holes: it must see both.

type Resolve = GraphQLFieldResolver<unknown, GraphContext, { input: { facilityId: string } }>

const schema = buildSchema(`
  interface Node { id: ID! }
  type Person implements Node { id: ID! name: String! }
  type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! people: [Person!]! }
  type ValidationProblem { issues: [Issue!]! }
  type Issue { path: [String!]! code: String! message: String! }
  type RuleProblem { code: String! }
  type RenameFacilityPayload { done: Boolean! }
  union RenameFacilityResult = RenameFacilityPayload | ValidationProblem | RuleProblem
  input RenameFacilityInput { facilityId: ID! }
  type Mutation { renameFacility(input: RenameFacilityInput!): RenameFacilityResult! }
`)

const people: Resolve = (_root, _args, { db }) => db.user.findMany()
const renameFacility: Resolve = async (_root, { input }, { db }) => {
  const [kind, id = ''] = Buffer.from(input.facilityId, 'base64url').toString().split(':')
  if (kind !== 'Facility') {
    return {
      __typename: 'ValidationProblem',
      issues: [{ path: ['facilityId'], code: 'WRONG_ID', message: '' }],
    }
  }
  await db.facility.update({ where: { id }, data: { name: '見本 改名' } })
  return { __typename: 'RenameFacilityPayload', done: true }
}

let trial: Trial
beforeAll(async () => {
  Object.assign(schema.getQueryType()?.getFields().people ?? {}, { resolve: people })
  Object.assign(schema.getMutationType()?.getFields().renameFacility ?? {}, { resolve: renameFacility })
  trial = await openTrial({ schema, publicTables: new Set(['facility']), inputs: {}, queryArguments: {} })
})
afterAll(() => trial?.close())

it('a query that shows people to everybody is seen', async () => {
  const sights = await trial.sightsOf(guest)
  const found = sights.filter(({ tables }) => tables.length > 0)
  expect(found.map(({ look, tables }) => [look.name, tables])).toEqual([
    ['Person by people', ['app_user', 'app_user again']],
  ])
})

it('a mutation that asks nobody is seen, with what it changed', async () => {
  const attempts = await trial.attemptsOf(await trial.somebody('own', 'FACILITY_STAFF'), 'renameFacility')
  expect(attempts.map(({ outcome, changed }) => [outcome.typename, changed])).toEqual([
    ['RenameFacilityPayload', ['change_act', 'facility', 'registry_revision']],
  ])
})
