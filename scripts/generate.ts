import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { installed, runOrRefuse } from './commands.ts'
import { withLock } from './process.ts'
import { projectRoot } from './project.ts'

interface Step {
  name: string
  /** Shown while it runs. */
  title: string
  /** Files and folders it reads, relative to the checkout. */
  inputs: string[]
  /** What it writes; missing means it must run. */
  output: string
  command: string[]
}

const prismaClient: Step = {
  name: 'prisma-client',
  title: 'データベースの型を生成',
  inputs: [
    'prisma/schema.prisma',
    'prisma/models',
    'prisma/generator-read-models.mjs',
    'prisma.config.ts',
    'package.json',
  ],
  output: 'api/src/generated/prisma/client.ts',
  command: [installed('prisma'), 'generate'],
}

const webTypes: Step = {
  name: 'web-types',
  title: '画面の型を生成',
  inputs: ['schema/schema.graphql', 'web/src', 'codegen.ts', 'package.json'],
  output: 'web/src/generated/graphql.ts',
  command: [installed('graphql-codegen'), '--config', 'codegen.ts'],
}

const webBuild: Step = {
  name: 'web-build',
  title: '画面を組み立て',
  inputs: ['web', 'schema', 'pnpm-lock.yaml'],
  output: 'web/dist/index.html',
  command: [installed('vite', 'web'), 'build', '--logLevel', 'warn', 'web'],
}

/** Generates Prisma's client when the models have changed. */
export const generatePrismaClient = () => whenChanged(prismaClient)

/** Generates the types of the portal's operations when they or the schema have changed. */
export const generateWebTypes = () => whenChanged(webTypes)

/** Builds the portal when anything it is made of has changed. */
export const buildWeb = () => whenChanged(webBuild)

/** Runs a step unless it ran on exactly these inputs before; true when it ran. */
async function whenChanged(step: Step): Promise<boolean> {
  const stamps = path.join(projectRoot, 'node_modules', '.cache', 'yui')
  const stamp = path.join(stamps, `${step.name}.sha256`)
  return withLock(path.join(stamps, `${step.name}.lock`), 300, async () => {
    const wanted = fingerprint(step.inputs)
    const done = fs.existsSync(path.join(projectRoot, step.output)) && readIfThere(stamp) === wanted
    if (done) return false
    fs.rmSync(stamp, { force: true })
    await runOrRefuse(step.title, step.command)
    fs.writeFileSync(stamp, wanted)
    return true
  })
}

/** One number for the names and contents of files and folders; what is itself generated does not count. */
export function fingerprint(inputs: string[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesOf(path.resolve(projectRoot, input))) {
      hash
        .update(`${path.relative(projectRoot, file)}\0`)
        .update(fs.readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesOf(entry: string): string[] {
  if (!fs.existsSync(entry)) return []
  if (!fs.statSync(entry).isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .filter((name) => !['generated', 'node_modules', 'dist'].includes(name))
    .toSorted()
    .flatMap((name) => filesOf(path.join(entry, name)))
}

function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}
