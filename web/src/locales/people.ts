import { defineTexts } from '../lib/texts.ts'
import { people } from './ja/people.ts'

export const usePeopleText = defineTexts(people, async () => (await import('./en/people.ts')).people)
