import { defineTexts, type Translated } from '../lib/texts.ts'
import { ui } from './ja/ui.ts'

/** Words of the parts in `ui/`. */
export const useUiText = defineTexts(ui, async () => (await import('./en/ui.ts')).ui)
export type UiText = Translated<typeof ui>
