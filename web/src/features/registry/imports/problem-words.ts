import { useImportsText } from '../../../locales/imports.ts'

/** Puts what is wrong with a file or a cell in words of the screen's language. */
export function useProblemWords() {
  const text = useImportsText()
  const known: Readonly<Record<string, string>> = text.problems
  return {
    file: (code: string) => known[code] ?? text.problemOther(code),
    row: (code: string) => known[code] ?? text.problemOther(code),
  }
}
