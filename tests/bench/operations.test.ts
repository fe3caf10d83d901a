import fs from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { generateWorld, sizes } from './generate.ts'
import { askerIn, documentOf, operations } from './operations.ts'

const world = generateWorld(sizes.demo)

it.each(operations(world))('asks $name in words of the schema', (operation) => {
  const schema = buildSchema(fs.readFileSync('schema/schema.graphql', 'utf8'))
  expect(validate(schema, parse(documentOf('operations', operation)))).toEqual([])
  expect(operation.inputs.length).toBeGreaterThan(0)
})

it('asks as a director whose corporation belongs to the network asked for', () => {
  const { platformIds, sessionToken, userId } = askerIn(world)
  expect(platformIds).toEqual([world.platform[0]?.id])
  expect(world.session.find(({ token }) => token === sessionToken)?.userId).toBe(userId)
  expect(world.roleAssignment.filter((role) => role.userId === userId)).toMatchObject([
    { role: 'FACILITY_DIRECTOR' },
  ])
})
