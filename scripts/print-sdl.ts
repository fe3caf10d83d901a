import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../api/src/schema.ts'

process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`)
process.exit(0) // modules of the API may hold timers
