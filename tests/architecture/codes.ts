import { findInCode, isFixture, isTest, type Finding, type Source } from './sources.ts'

/** Where codes come from whose words a person must be able to read. */
const raisedBy = {
  /** Why a policy or the runner refuses. */
  reasons: /\b(?:deny|forbidden)\(\s*'([A-Z][A-Z0-9_]*)'/g,
  /** Which rule of the domain says no; to an entry of intake by itself, while the others of its sending are taken. */
  rules: /(?<=\bnew RuleProblem\(\s*'|\b(?:return|reason:) '(?=ENTRY_))([A-Z][A-Z0-9_]*)'/g,
  /** What there is to do. */
  todos: /'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g,
  /** What a notification tells. */
  happenings: /\bkind: '([a-z]+\.[a-zA-Z]+)'/g,
  /** What the audit says was done. */
  acts: /\b(?:command\(\{|reaction\([A-Za-z]+, \{)\s*name: '([A-Za-z.]+)'/g,
} as const

export type CodeKind = keyof typeof raisedBy

/** A code alone could be anything; it is a todo's in the files that find todos. */
const todoFile = /^api\/src\/modules\/[^/]+\/(?:schema\/)?todos\.ts$/

/** Every code of a kind that the API can answer with, and where it first is raised. */
export function raisedCodes(sources: readonly Source[], kind: CodeKind): Map<string, string> {
  const codes = new Map<string, string>()
  const inApi = sources.filter(({ path }) => path.startsWith('api/src/') && !isTest(path) && !isFixture(path))
  const there = kind === 'todos' ? inApi.filter(({ path }) => todoFile.test(path)) : inApi
  findInCode(there, raisedBy[kind], ([, code = '']) => code).forEach(({ path, message: code }) => {
    if (!codes.has(code)) codes.set(code, path)
  })
  return codes
}

/** The text for what has none of its own. */
const FALLBACK = 'OTHER'

/** Codes without a text, and texts for codes that nothing raises any more. */
export function findCodesWithoutText(
  codes: ReadonlyMap<string, string>,
  texts: object,
  where: string,
): Finding[] {
  const told = new Set(Object.keys(texts))
  return [
    ...[...codes]
      .filter(([code]) => !told.has(code))
      .map(([code, path]) => ({ path, message: `${code} has no text in ${where}` })),
    ...[...told]
      .filter((code) => code !== FALLBACK && !codes.has(code))
      .map((code) => ({ path: where, message: `${code} is raised nowhere` })),
  ]
}
