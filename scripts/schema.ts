import fs from 'node:fs'
import path from 'node:path'
import { runOrRefuse } from './commands.ts'
import { generateWebTypes } from './generate.ts'
import { projectRoot } from './project.ts'
import type { Stage } from './testing/stages.ts'

const sdlFile = path.join(projectRoot, 'schema', 'schema.graphql')
const operationsFile = path.join(projectRoot, 'schema', 'operations.json')

/** The schema as the API's code says it now. */
async function printSdl(): Promise<string> {
  return runOrRefuse('スキーマの印刷', [process.execPath, 'scripts/print-sdl.ts'])
}

/** The portal's operations by the hash production accepts them under, in a stable order. */
function printOperations(): string {
  const generated = path.join(projectRoot, 'web', 'src', 'generated', 'persisted-documents.json')
  const operations = JSON.parse(fs.readFileSync(generated, 'utf8')) as Record<string, string>
  const sorted = Object.entries(operations).toSorted(([, one], [, other]) => (one < other ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}

/** Writes the schema and the portal's operations, which are committed, from the code. */
export async function writeSchema(): Promise<void> {
  fs.mkdirSync(path.dirname(sdlFile), { recursive: true })
  fs.writeFileSync(sdlFile, await printSdl())
  await generateWebTypes()
  fs.writeFileSync(operationsFile, printOperations())
}

/** Fails when what is committed in schema/ is not what the code says. */
export const printedSchemaStage: Stage = {
  name: 'schema',
  async run() {
    const sdl = await printSdl()
    const drifted = [
      { file: sdlFile, wanted: sdl },
      { file: operationsFile, wanted: printOperations() },
    ].filter(({ file, wanted }) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== wanted)
    const names = drifted.map(({ file }) => path.relative(projectRoot, file))
    return {
      passed: 2 - drifted.length,
      failed: drifted.length,
      output: `${names.join(' and ')} no longer say what the code says: run npm run yui -- schema:print`,
    }
  },
}
