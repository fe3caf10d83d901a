import type { z } from 'zod'
import type { EnumMeta } from '../inputs.ts'
import { capitalized } from '../words.ts'
import { builder } from './builder.ts'

type ZodType = z.core.$ZodType
type NullStripper = (value: unknown) => unknown

/** An SDL input type made from a zod object. */
export interface InputType {
  readonly name: string
  /**
   * In GraphQL a client may write null for any field it could leave out. Takes those nulls away, except where the zod
   * object says that null is a value of its own.
   */
  readonly normalize: (input: unknown) => unknown
}

interface FieldType {
  /** Name of the SDL type, in a list as often as it is nested. */
  readonly type: string | readonly [string]
  readonly normalize: NullStripper
}

const asIs: NullStripper = (value) => value

/** Fields that mean the same in every command. */
const commonDescriptions: Readonly<Record<string, string>> = {
  idempotencyKey: 'A UUID chosen by the client. Sent again within 30 days, the first answer is returned.',
}

/** Declares the SDL input type of a zod object. A field without a description or of an unknown kind is a mistake. */
export function inputType(name: string, description: string, schema: z.ZodObject): InputType {
  const fields = Object.entries(schema.shape).map(([key, field]) => {
    const { inner, required, nullable, description: text = commonDescriptions[key] } = unwrap(field)
    const place = `${name}.${key}`
    if (!text) throw new Error(`${place} has no description: add .describe('…').`)
    return { key, required, nullable, text, ...fieldType(inner, place) }
  })

  if (fields.length === 0) throw new Error(`${name} has no fields; GraphQL has no empty inputs.`)

  builder.inputType(name, {
    description,
    fields: (t) =>
      Object.fromEntries(
        fields.map(({ key, required, text, type }) => [
          key,
          // Named at run time, so that the compiler cannot know the type.
          t.field({ type: type as never, required: required as never, description: text }),
        ]),
      ),
  })

  const normalize = (input: unknown) => {
    const given = input as Record<string, unknown>
    return Object.fromEntries(
      fields
        .filter(({ key, nullable }) => given[key] !== undefined && (nullable || given[key] !== null))
        .map((field) => [field.key, given[field.key] === null ? null : field.normalize(given[field.key])]),
    )
  }
  return { name, normalize }
}

interface Unwrapped {
  readonly inner: ZodType
  readonly required: boolean
  readonly nullable: boolean
  readonly description: string | undefined
}

/** Takes `.optional()`, `.nullable()` and `.default()` off; the outermost description counts. */
function unwrap(schema: ZodType): Unwrapped {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const description = (schema as z.ZodType).description
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') {
    const inside = unwrap(def.innerType)
    return { ...inside, required: false, description: description ?? inside.description }
  }
  if (def.type === 'nullable') {
    const inside = unwrap(def.innerType)
    return { ...inside, required: false, nullable: true, description: description ?? inside.description }
  }
  return { inner: schema, required: true, nullable: false, description }
}

function fieldType(schema: ZodType, place: string): FieldType {
  const named = (schema as z.ZodType).meta()?.graphql as string | EnumMeta | undefined
  if (typeof named === 'string') return { type: named, normalize: asIs }
  if (named) return { type: enumType(named), normalize: asIs }

  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return { type: 'String', normalize: asIs }
    case 'boolean':
      return { type: 'Boolean', normalize: asIs }
    case 'number':
      return { type: (schema as z.ZodNumber).isInt ? 'Int' : 'Float', normalize: asIs }
    case 'bigint':
      return { type: 'BigInt', normalize: asIs }
    case 'pipe':
      return fieldType(def.in, place)
    case 'array': {
      const { type, normalize } = fieldType(unwrap(def.element).inner, place)
      if (typeof type !== 'string') throw new Error(`${place}: a list of lists is not offered.`)
      return { type: [type], normalize: (value) => (value as unknown[]).map(normalize) }
    }
    case 'object': {
      const words = place.replace(/Input\./, '.').split('.')
      const name = `${words.map(capitalized).join('')}Input`
      const nested = inputType(name, `Part of ${words[0]}Input.`, schema as z.ZodObject)
      return { type: name, normalize: nested.normalize }
    }
    case 'enum':
      throw new Error(`${place}: declare an enum with enumOf, so that it has a name and descriptions.`)
    default:
      throw new Error(`${place}: inputs of kind "${def.type}" are not offered.`)
  }
}

const enums = new Set<string>()

/** Declares an enum once, unless a model already brought it. */
function enumType({ enumName, description, values }: EnumMeta): string {
  if (!enums.has(enumName) && !builder.configStore.hasImplementation(enumName)) {
    enums.add(enumName)
    builder.enumType(enumName, {
      description,
      values: Object.fromEntries(
        Object.entries(values).map(([value, text]) => [value, { description: text }]),
      ),
    })
  }
  return enumName
}
