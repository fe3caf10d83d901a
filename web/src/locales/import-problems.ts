import { defineTexts } from '../lib/texts.ts'
import { importProblems } from './ja/import-problems.ts'

/** Codes of `files` that end with a colon are followed by the problem's detail. */
export const useImportProblemText = defineTexts(
  importProblems,
  async () => (await import('./en/import-problems.ts')).importProblems,
)
