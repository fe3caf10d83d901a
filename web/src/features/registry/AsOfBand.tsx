import type { ReactNode } from 'react'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useHistoryText } from '../../locales/history.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'

interface AsOfBandProps {
  asOf: string
  /** The way back to what stands now. */
  children: ReactNode
}

/** Says above everything else that this is not what stands now. */
export function AsOfBand({ asOf, children }: AsOfBandProps) {
  const text = useHistoryText().asOf
  const language = useLanguage()
  return (
    <Notice>
      <p className="prose-strong">{text.band(formatDate(asOf, language))}</p>
      <p>{text.bandNote}</p>
      <p className="yui-no-print">{children}</p>
    </Notice>
  )
}
