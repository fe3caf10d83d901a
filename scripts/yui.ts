import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prismaEnvironment } from './commands.ts'
import { withDatabase } from './database.ts'
import { projectRoot } from './project.ts'
import { Refusal, runTask } from './refusal.ts'
import type { OperationsCommand } from './yui/command.ts'

const folder = path.join(projectRoot, 'scripts', 'yui')

const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'command.ts')
  .map((file) => path.basename(file, '.ts').replace('-', ':'))
  .toSorted()

async function readCommand(name: string): Promise<OperationsCommand> {
  const file = path.join(folder, `${name.replace(':', '-')}.ts`)
  return ((await import(pathToFileURL(file).href)) as { command: OperationsCommand }).command
}

async function listCommands(): Promise<void> {
  console.log('使い方: npm run yui -- <作業>\n')
  const commands = await Promise.all(names.map(readCommand))
  for (const [index, { summary }] of commands.entries())
    console.log(`  ${names[index]?.padEnd(16)} ${summary}`)
}

await runTask(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (!name) return listCommands()
  if (!names.includes(name)) {
    await listCommands()
    throw new Refusal(`${name} という作業はありません`, `unknown task ${name}`)
  }
  const command = await readCommand(name)
  Object.assign(process.env, prismaEnvironment)
  if (!command.needsDatabase) return command.run(args)
  return withDatabase(({ url }) => {
    process.env.DATABASE_URL = url
    return command.run(args)
  })
})
