import { z } from 'zod'
import { ValidationProblem, type Issue } from './problems.ts'

/** How a zod type appears in the SDL when its own kind does not say it. */
export interface EnumMeta {
  readonly enumName: string
  readonly description: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * An enum of an input. `name` is its SDL name, shared by every input that uses it; each value has a description.
 * For an enum that a model also carries, give the model's enum name.
 */
export const enumOf = <const Values extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: Values,
) =>
  z
    .enum(Object.keys(values) as [keyof Values & string, ...(keyof Values & string)[]])
    .meta({ graphql: { enumName: name, description, values } satisfies EnumMeta })

/** A calendar day in Japan; arrives as the `Date` that Prisma keeps in a `date` column. */
export const day = () => z.date().meta({ graphql: 'Date' })

/** An instant. */
export const instant = () => z.date().meta({ graphql: 'DateTime' })

/** What a client may send along so that a repeated sending has one effect. */
export const idempotencyKey = () =>
  z
    .uuid()
    .optional()
    .describe(
      'Chosen by the client, a UUID. Sent again with the same input within 30 days, the first answer is returned and ' +
        'nothing happens twice.',
    )

/** The version a client has read, for `save`. */
export const version = () =>
  z.int().describe('Version of the record as it was read. If it has changed since: ConflictProblem.')

/** Checks the shape of an input; what is wrong goes back as issues with a path and a code, never with the values. */
export function parseInput<Input extends z.ZodObject>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.safeParse(raw, { reportInput: true })
  const issues = parsed.success ? unstorableText(parsed.data, []) : parsed.error.issues.map(issueOf)
  if (issues.length > 0 || !parsed.success) throw new ValidationProblem(issues)
  return parsed.data
}

const issueOf = (issue: z.core.$ZodIssue): Issue => ({
  path: issue.path.map(String),
  code: codeOf(issue),
  message: issue.message,
})

const words: Partial<Record<string, string>> = {
  invalid_format: 'WRONG_FORMAT',
  invalid_value: 'WRONG_VALUE',
  not_multiple_of: 'WRONG_STEP',
  unrecognized_keys: 'UNKNOWN_FIELD',
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'INVALID'
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'REQUIRED' : 'WRONG_TYPE'
    case 'too_small':
      if (isNumeric(issue.origin)) return 'TOO_SMALL'
      return issue.minimum === 1 ? 'REQUIRED' : 'TOO_SHORT'
    case 'too_big':
      return isNumeric(issue.origin) ? 'TOO_BIG' : 'TOO_LONG'
    default:
      return words[issue.code] ?? 'INVALID'
  }
}

const isNumeric = (origin: string) => origin !== 'string' && origin !== 'array' && origin !== 'set'

/** Text that PostgreSQL cannot keep: the NUL character and halves of surrogate pairs. */
function unstorableText(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value === 'string') {
    const storable = !value.includes('\0') && value.isWellFormed()
    return storable ? [] : [{ path, code: 'WRONG_CHARACTER', message: 'holds a character that is none' }]
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return []
  return Object.entries(value).flatMap(([key, item]) => unstorableText(item, [...path, key]))
}
