import { defineTexts } from '../lib/texts.ts'
import { search } from './ja/search.ts'

export const useSearchText = defineTexts(search, async () => (await import('./en/search.ts')).search)
