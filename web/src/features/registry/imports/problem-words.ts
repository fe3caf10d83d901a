import { useImportProblemText } from '../../../locales/import-problems.ts'
import { useImportsText } from '../../../locales/imports.ts'

/** Puts what is wrong with a file or a row in words of the screen's language. */
export function useProblemWords() {
  const text = useImportProblemText()
  const found: Readonly<Record<string, string>> = { ...text.rows, ...useImportsText().problems }
  const files: Readonly<Record<string, string>> = text.files
  return {
    /** A sentence that ends with a colon goes on with the detail. */
    file: (code: string, detail: string | null) => {
      const sentence = files[code] ?? text.files.OTHER
      return /[:：]\s*$/.test(sentence) ? `${sentence}${detail ?? ''}` : sentence
    },
    row: (code: string) => found[code] ?? text.rows.OTHER,
  }
}
