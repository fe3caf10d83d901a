import { defineTexts } from '../lib/texts.ts'
import { imports } from './ja/imports.ts'

export const useImportsText = defineTexts(imports, async () => (await import('./en/imports.ts')).imports)
