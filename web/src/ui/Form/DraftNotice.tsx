import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'
import { Notice } from '../Notice/Notice.tsx'
import type { DraftState } from './use-form.ts'

/** Says that the form goes on where the person stopped, and how to begin anew. */
export function DraftNotice({ draft }: { draft: DraftState }) {
  const text = useUiText()
  const language = useLanguage()
  if (!draft.restored || !draft.savedAt) return null
  return (
    <Notice>
      <p>{text.draftRestored(formatMoment(draft.savedAt.toISOString(), language))}</p>
      <Button kind="text" onClick={draft.discard}>
        {text.draftDiscard}
      </Button>
    </Notice>
  )
}
