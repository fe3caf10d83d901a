import { describe, expect, it } from 'vitest'
import { printSchema } from 'graphql'
import { z } from 'zod'
import { idOf } from '../ids.ts'
import { day, enumOf, idempotencyKey, instant, version } from '../inputs.ts'
import '../read/query.ts'
import { builder } from './builder.ts'
import { inputType, type InputType } from './input.ts'
import './problems.ts'
import './scalars.ts'

const Level = enumOf('Level', 'How loud.', { LOW: 'Hardly heard.', HIGH: 'Loud.' })

const declared = inputType(
  'EverythingInput',
  'All kinds of fields.',
  z.object({
    facilityId: idOf('Facility').describe('A record.'),
    name: z.string().trim().min(1).describe('A text.'),
    count: z.int().min(0).describe('A whole number.'),
    share: z.number().describe('A number.'),
    sure: z.boolean().default(false).describe('Yes or no.'),
    amount: z.bigint().describe('Yen.'),
    on: day().describe('A day.'),
    at: instant().optional().describe('An instant.'),
    level: Level.describe('A choice.'),
    otherLevel: Level.optional().describe('The same choice.'),
    phone: z.string().nullable().describe('Null takes it away.'),
    tags: z.array(z.string()).optional().describe('Some texts.'),
    ids: z.array(idOf('Facility')).describe('Some records.'),
    lines: z
      .array(
        z.object({
          text: z.string().describe('A text.'),
          note: z.string().optional().describe('A note.'),
          level: Level.nullable().describe('A choice or none.'),
        }),
      )
      .describe('Some parts.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
    plainKey: z.uuid().optional().describe('A key.'),
  }),
)

builder.queryField('inputs', (t) =>
  t.boolean({
    description: 'Takes the input of this test.',
    args: { input: t.arg({ type: 'EverythingInput' as never, description: 'What is asked for.' }) },
    resolve: () => true,
  }),
)
const schema = builder.toSchema()
const fieldsOf = (name: string): string[] =>
  printSchema(schema)
    .split(`input ${name} {`)[1]
    ?.split('}')[0]
    ?.split('\n')
    .filter((line) => /^ {2}\w+:/.test(line))
    .map((line) => line.trim()) ?? []

describe('the SDL of an input', () => {
  it('follows the zod object', () => {
    expect(fieldsOf('EverythingInput').toSorted()).toEqual(
      [
        'facilityId: ID!',
        'name: String!',
        'count: Int!',
        'share: Float!',
        'sure: Boolean',
        'amount: BigInt!',
        'on: Date!',
        'at: DateTime',
        'level: Level!',
        'otherLevel: Level',
        'phone: String',
        'tags: [String!]',
        'ids: [ID!]!',
        'lines: [EverythingLinesInput!]!',
        'version: Int!',
        'idempotencyKey: String',
        'plainKey: String',
      ].toSorted(),
    )
    expect(fieldsOf('EverythingLinesInput')).toEqual(['level: Level', 'note: String', 'text: String!'])
  })

  const refused =
    (shape: z.ZodRawShape): (() => InputType) =>
    () =>
      inputType('WrongInput', 'x', z.object(shape))

  it.each([
    ['a field without a description', { name: z.string() }, 'WrongInput.name has no description'],
    ['an enum without a name', { kind: z.enum(['A']).describe('x') }, 'declare an enum with enumOf'],
    [
      'lists of lists',
      { list: z.array(z.array(z.string())).describe('x') },
      'a list of lists is not offered',
    ],
    [
      'a kind that has no SDL',
      { any: z.unknown().describe('x') },
      'inputs of kind "unknown" are not offered',
    ],
    ['an empty object', {}, 'WrongInput has no fields'],
  ])('refuses %s', (_what, shape, message) => {
    expect(refused(shape)).toThrow(message)
  })
})

it('null counts as left out, except where it is a value', () => {
  const given = {
    at: null,
    sure: null,
    tags: null,
    phone: null,
    name: '見本',
    lines: [{ text: 'a', note: null, level: null }],
    on: new Date('2026-04-01'),
  }
  expect(declared.normalize(given)).toEqual({
    phone: null,
    name: '見本',
    lines: [{ text: 'a', level: null }],
    on: new Date('2026-04-01'),
  })
})
