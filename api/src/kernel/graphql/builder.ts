import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import { ConflictProblem, RuleProblem, ValidationProblem } from '../problems.ts'
import { capitalized } from '../words.ts'
import type { GraphContext } from './context.ts'

/** TypeScript types behind the schema's own scalars and defaults. */
export interface SchemaTypes {
  Context: GraphContext
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: false
  Scalars: {
    ID: { Input: string; Output: string }
    /** An instant, ISO 8601 with offset. */
    DateTime: { Input: Date; Output: Date | string }
    /** A calendar day in Japan, `YYYY-MM-DD`. */
    Date: { Input: Date; Output: Date | string }
    /** A whole number beyond 32 bits, as text. */
    BigInt: { Input: bigint; Output: bigint | string | number }
    /** A JSON value whose shape the field's description names. */
    JSON: { Input: unknown; Output: unknown }
  }
}

/**
 * The one schema builder. First plugin = outermost. Modules do not use it directly: they declare types with
 * kernel/read and mutations with kernel/graphql/mutation.ts, which put authorization where it cannot be forgotten.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ComplexityPlugin, ErrorsPlugin],
  defaultFieldNullability: false,
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10 },
  errors: {
    // Never `Error` itself: it would publish every internal message.
    defaultTypes: [ValidationProblem, ConflictProblem, RuleProblem],
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalized(fieldName)}Result`,
    },
  },
})

builder.mutationType({
  description: 'Acts. Each is one audited command; expected refusals are part of its result.',
})
