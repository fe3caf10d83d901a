import { afterAll } from 'vitest'
import { closeTestDatabase, testDatabase } from './database.ts'
import { TEST_SECRET } from './secret.ts'

// Runs before each database test file, so that code which reads DATABASE_URL works on the worker's own database.
const { url } = await testDatabase()
process.env.DATABASE_URL = url
// Personal data is sealed with a key that comes from it.
process.env.YUI_SECRET ??= TEST_SECRET

afterAll(closeTestDatabase)
