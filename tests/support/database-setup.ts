import type { TestProject } from 'vitest/node'
import { dropRun, ensureTemplate, newRunName, testServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { serverUrl: string; template: string; runName: string }
  }
}

/** Runs once before all database tests: one migrated template, from which every worker clones its own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = await testServer()
  const runName = newRunName()
  await dropRun(serverUrl, runName)
  project.provide('database', { serverUrl, template: await ensureTemplate(serverUrl), runName })
  return () => dropRun(serverUrl, runName)
}
