import { spawn } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from './project.ts'
import { fullDisk, Refusal, saysFullDisk } from './refusal.ts'
import { stopRequest } from './stop-request.ts'

/** The program of an installed package. */
export function installed(program: string, workspace = '.'): string {
  return path.join(projectRoot, workspace, 'node_modules', '.bin', program)
}

/** Where Prisma's command line finds its engine: ours, so that none is ever downloaded. */
export const prismaEnvironment = {
  PRISMA_SCHEMA_ENGINE_BINARY: path.join(projectRoot, 'scripts', 'schema-engine.mjs'),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
}

/** Colours in what a program says only where somebody sees them. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }

export interface Outcome {
  code: number
  /** Standard output and error as they came. */
  output: string
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Called with every piece of standard output as it comes; complaints are only collected. */
  onOutput?: (text: string) => void
}

/** Runs a program to its end and collects what it says; a request to stop ends it. */
export function run(
  command: string[],
  { env = {}, cwd = projectRoot, onOutput }: RunOptions = {},
): Promise<Outcome> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...prismaEnvironment, ...colours, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      signal: stopRequest,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (stream === child.stdout) onOutput?.(text)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a program that has to succeed; what it said is shown only when it does not. */
export async function runOrRefuse(what: string, command: string[], options?: RunOptions): Promise<string> {
  const { code, output } = await run(command, options)
  if (code === 0) return output
  if (saysFullDisk(output)) throw fullDisk(what)
  console.error(endOf(output))
  throw new Refusal(`${what}に失敗しました（終了コード ${code}）`, `${command.join(' ')} failed`)
}

/** The last lines of what a program said, without the kilobytes of minified code that stack traces quote. */
export function endOf(output: string): string {
  const lines = output.trim().split('\n').slice(-25)
  return lines.map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line)).join('\n')
}
