import { defineTexts } from '../lib/texts.ts'
import { outbox } from './ja/outbox.ts'

/** Words of the outbox. */
export const useOutboxText = defineTexts(outbox, async () => (await import('./en/outbox.ts')).outbox)
