import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'

const refuse = (what: string): never => {
  throw new GraphQLError(`Expected ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } })
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** `YYYY-MM-DD` as midnight UTC, which is how Prisma keeps a `date`; null for a day that does not exist. */
function parseDay(text: unknown): Date | null {
  if (typeof text !== 'string' || !calendarDay.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? at : null
}

builder.scalarType('Date', {
  description: 'A calendar day in Japan, `YYYY-MM-DD`.',
  // The read path hands on what the database wrote; only computed values are Date objects.
  serialize: (value: Date | string) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)),
  parseValue: (value) => parseDay(value) ?? refuse('a calendar day, YYYY-MM-DD'),
})

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

function parseInstant(text: unknown): Date | null {
  if (typeof text !== 'string' || !withOffset.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 with offset.',
  serialize: (value: Date | string) => (typeof value === 'string' ? value : value.toISOString()),
  parseValue: (value) => parseInstant(value) ?? refuse('an instant, ISO 8601 with offset'),
})

builder.scalarType('BigInt', {
  description: 'A whole number that may exceed 32 bits, as text.',
  serialize: (value: bigint | string | number) => String(value),
  parseValue: (value) =>
    typeof value === 'string' && /^-?\d{1,19}$/.test(value)
      ? BigInt(value)
      : refuse('a whole number as text'),
})

builder.scalarType('JSON', {
  description: 'A JSON value; the field that uses it says which shape it has.',
  serialize: (value) => value,
  parseValue: (value) => value,
})
