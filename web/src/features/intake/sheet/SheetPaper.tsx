import { useEffect, useState } from 'react'
import { LINES } from '../../../../../api/src/modules/intake/rules/sheet.ts'
import { useIntakeText } from '../../../locales/intake.ts'
import { COLUMNS } from './sheet-values.ts'
import { sheetLink } from './sheet-secret.ts'

interface SheetPaperProps {
  number: string
  secret: string
  facility: string
  event: string
  drill: boolean
}

/** One sheet of paper, A4 across: a number, a code, ten lines to write on. */
export function SheetPaper({ number, secret, facility, event, drill }: SheetPaperProps) {
  const text = useIntakeText()
  return (
    <article className="break-after-page">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h2 className="prose-strong">
            {drill && text.drill}
            {text.sheetNumber(number)}
          </h2>
          <p>{text.of(facility, event)}</p>
          <p className="prose-sub">{text.sheetHow}</p>
        </div>
        <SheetCode text={sheetLink(secret)} label={text.sheetQr(number)} />
      </div>
      {/* On a screen the number and the code are enough. */}
      <div className="yui-print-only">
        <table className="w-full border-collapse">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} className="border border-line p-1 text-left align-top">
                  {text.keyFields[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: LINES }, (_, line) => (
              <tr key={line}>
                {COLUMNS.map((column) => (
                  <td key={column} className="h-11 border border-line">
                    {'\u00a0'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  )
}

/** A two-dimensional code, drawn here so that the secret goes nowhere. */
function SheetCode({ text, label }: { text: string; label: string }) {
  const [modules, setModules] = useState<{ size: number; path: string }>()
  useEffect(() => {
    let unmounted = false
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
      const dark = [...data].flatMap((bit, place) =>
        bit ? [`M${place % size} ${Math.floor(place / size)}h1v1h-1z`] : [],
      )
      if (!unmounted) setModules({ size, path: dark.join('') })
    })
    return () => {
      unmounted = true
    }
  }, [text])
  if (!modules) return null
  const { size, path } = modules
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      className="w-32 shrink-0 bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
