import { afterAll } from 'vitest'
import { closeTestDatabase, testDatabase } from './database.ts'

// Runs before each database test file, so that code which reads DATABASE_URL works on the worker's own database.
const { url } = await testDatabase()
process.env.DATABASE_URL = url

afterAll(closeTestDatabase)
