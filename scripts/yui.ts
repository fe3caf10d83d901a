import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prismaEnvironment } from './commands.ts'
import { withDatabase } from './database.ts'
import { projectRoot } from './project.ts'
import { Refusal, runTask } from './refusal.ts'
import type { OperationsCommand } from './yui/command.ts'

const folder = path.join(projectRoot, 'scripts', 'yui')

async function readCommands(): Promise<Map<string, OperationsCommand>> {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'command.ts')
  const commands = files.toSorted().map(async (file) => {
    const module = (await import(pathToFileURL(path.join(folder, file)).href)) as {
      command: OperationsCommand
    }
    return [path.basename(file, '.ts').replace('-', ':'), module.command] as const
  })
  return new Map(await Promise.all(commands))
}

await runTask(async () => {
  const [name, ...args] = process.argv.slice(2)
  const commands = await readCommands()
  const command = commands.get(name ?? '')
  if (!command) {
    console.log('使い方: npm run yui -- <作業>\n')
    for (const [known, { summary }] of commands) console.log(`  ${known.padEnd(16)} ${summary}`)
    if (name) throw new Refusal(`${name} という作業はありません`, `unknown task ${name}`)
    return 0
  }
  Object.assign(process.env, prismaEnvironment)
  if (!command.needsDatabase) return command.run(args)
  return withDatabase(({ url }) => {
    process.env.DATABASE_URL = url
    return command.run(args)
  })
})
