import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Viewer } from '../../lib/viewer.ts'
import { useShellText } from '../../locales/shell.ts'

/** On paper only: where it was printed from, when and by whom. */
export function PrintLine({ viewer }: { viewer: Viewer | undefined }) {
  const text = useShellText()
  const language = useLanguage()
  const [at, setAt] = useState(() => new Date())
  useEffect(() => {
    const stamp = () => flushSync(() => setAt(new Date()))
    window.addEventListener('beforeprint', stamp)
    return () => window.removeEventListener('beforeprint', stamp)
  }, [])

  const who = [viewer?.user?.name, viewer?.acting?.name].filter(Boolean).join('／')
  return (
    <p className="yui-print-only yui-print-line">
      {text.printed(window.location.href, formatMoment(at.toISOString(), language), who)}
    </p>
  )
}
