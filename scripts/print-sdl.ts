import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../api/src/schema.ts'

// Modules of the API may hold timers, so it has to be ended; not before a pipe has taken all of it.
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`, () => process.exit(0))
