import { defineTexts } from '../lib/texts.ts'
import { review } from './ja/review.ts'

export const useReviewText = defineTexts(review, async () => (await import('./en/review.ts')).review)
