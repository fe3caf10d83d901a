import { defineTexts } from '../lib/texts.ts'
import { shell } from './ja/shell.ts'

/** Words of the frame around every page. */
export const useShellText = defineTexts(shell, async () => (await import('./en/shell.ts')).shell)
