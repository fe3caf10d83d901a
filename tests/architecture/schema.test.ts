import { describe, expect, it } from 'vitest'
import { findSchemaFaults } from './schema.ts'
import { read } from './sources.ts'

const printed = 'schema/schema.graphql'

it('the printed schema keeps the conventions', () => {
  expect(findSchemaFaults(read(printed))).toEqual([])
})

it('and is the whole schema', () => {
  expect(read(printed).split('\n').length).toBeGreaterThan(500)
})

const model = `
"Something that has an identity."
interface Node { "Relay id of the record." id: ID! }
"A place that a corporation runs."
type Facility implements Node {
  "Relay id of the facility."
  id: ID!
  "What it is called, from the published file."
  name: String!
}
"A page of facilities the asker may see."
type FacilityConnection { "The items of this page." nodes: [Facility!]! }
type Query {
  "All facilities, by their reading."
  facilities("At most so many from the start." first: Int "Place to read on after." after: String "At most so many from the end." last: Int "Place to read back from." before: String): FacilityConnection!
}
"The input has the wrong shape."
type ValidationProblem { "Names the problem for programs." code: String! }
"Somebody else changed it first."
type ConflictProblem { "Names the problem for programs." code: String! }
"A rule of the domain says no."
type RuleProblem { "Names the problem for programs." code: String! }
"What of a facility is confirmed."
enum Block { "Name, address and telephone." BASIC }
"Input of confirmFacility."
input ConfirmFacilityInput { "The facility that was checked." facilityId: ID! }
"What confirmFacility changed."
type ConfirmFacilityPayload { "The facility as it stands now." facility: Facility }
"What confirmFacility answers."
union ConfirmFacilityResult = ConfirmFacilityPayload | ValidationProblem | ConflictProblem | RuleProblem
type Mutation {
  "A member says that nothing has changed."
  confirmFacility("What is asked for." input: ConfirmFacilityInput!): ConfirmFacilityResult!
}
`

describe('the schema conventions', () => {
  it('let a schema pass that keeps them', () => {
    expect(findSchemaFaults(model)).toEqual([])
  })

  const noDescription = 'has no description worth the name'
  const noConnection = 'lists records without being a connection'
  it.each([
    [
      'a field without a description',
      '"What it is called, from the published file."',
      '',
      'Facility.name',
      noDescription,
    ],
    ['a type without', '"A place that a corporation runs."', '', 'Facility', noDescription],
    ['an enum value without', '"Name, address and telephone."', '', 'Block.BASIC', noDescription],
    [
      'an input field with a poor one',
      'The facility that was checked.',
      'Facility',
      'ConfirmFacilityInput.facilityId',
      noDescription,
    ],
    ['an argument without', '"Place to read on after."', '', 'Query.facilities.after', noDescription],
    [
      'a value in small letters',
      ' BASIC',
      ' basic',
      'Block.basic',
      'is not spelled as types, fields and values are',
    ],
    [
      'a key of the table',
      'facilityId: ID!',
      'facilityId: String!',
      'ConfirmFacilityInput.facilityId',
      'is called an id and is not of type ID',
    ],
    [
      'half a connection',
      '"At most so many from the end." last: Int',
      '',
      'Query.facilities',
      'is a connection without last',
    ],
    [
      'a bare list of records',
      'facility: Facility }',
      'facility: [Facility!]! }',
      'ConfirmFacilityPayload.facility',
      noConnection,
    ],
    [
      'a mutation that may answer null',
      'ConfirmFacilityResult!',
      'ConfirmFacilityResult',
      'Mutation.confirmFacility',
      'does not answer with ConfirmFacilityResult! = ConfirmFacilityPayload | ConflictProblem | RuleProblem | ValidationProblem',
    ],
    [
      'a mutation that hides conflicts',
      ' | ConflictProblem',
      '',
      'Mutation.confirmFacility',
      'does not answer with ConfirmFacilityResult! = ConfirmFacilityPayload | ConflictProblem | RuleProblem | ValidationProblem',
    ],
    [
      'a mutation with loose arguments',
      'input: ConfirmFacilityInput!):',
      'facilityId: ID!):',
      'Mutation.confirmFacility',
      'does not take exactly input: ConfirmFacilityInput!',
    ],
  ])('find %s', (_, kept, broken, path, message) => {
    expect(model).toContain(kept)
    expect(findSchemaFaults(model.replace(kept, broken))).toEqual([{ path, message }])
  })
})
