import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../scripts/project.ts'

/** One file of the project, as the checks in this folder see it. */
export interface Source {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** One thing a check objects to. */
export interface Finding {
  readonly path: string
  readonly message: string
}

/** What is brought by tools, generated, or shipped byte for byte as others issued it. */
const notOurs = new Set([
  'node_modules',
  '.git',
  '.data',
  '.tools',
  'generated',
  'dist',
  'test-results',
  'playwright-report',
])
const notText = /\.(png|jpg|webp|ico|pdf|gz|zip|xlsx|woff2)$/

/** Every text file of the project below the given folders (default: all). */
export function readSources(...folders: string[]): Source[] {
  const starts = folders.length > 0 ? folders : ['.']
  return starts.flatMap((folder) => filesBelow(folder)).map((file) => ({ path: file, text: read(file) }))
}

/** The text of one file of the project. */
export const read = (file: string): string => fs.readFileSync(path.join(projectRoot, file), 'utf8')

function filesBelow(folder: string): string[] {
  const absolute = path.join(projectRoot, folder)
  if (!fs.existsSync(absolute)) return []
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return []
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(file)
    return entry.isFile() && !notText.test(entry.name) ? [file] : []
  })
}

export const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file)
export const isFixture = (file: string): boolean => /\/fixtures(\/|\.ts$)/.test(file)
export const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file)

/** The module a file of the API belongs to: its folder under modules/, or the kernel. */
export function moduleOf(file: string): string | null {
  const [, name] = /^api\/src\/(?:modules\/([^/]+)|kernel)\//.exec(file) ?? []
  if (name) return name
  return file.startsWith('api/src/kernel/') ? 'kernel' : null
}

/** The text without comments, line by line the same length in lines. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, (comment) => ' '.repeat(comment.length))
}

/** Line number of a position in a text, from 1. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Findings for the matches of a pattern in the code of the given files, comments left out; null = no objection. */
export function findInCode(
  sources: readonly Source[],
  pattern: RegExp,
  objection: (match: RegExpExecArray) => string | null,
): Finding[] {
  return sources.flatMap(({ path: file, text }) => {
    const code = withoutComments(text)
    return [...code.matchAll(pattern)].flatMap((match) => {
      const message = objection(match)
      return message === null ? [] : [{ path: `${file}:${lineAt(code, match.index)}`, message }]
    })
  })
}
