import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'

/** Prints the page on A4. */
export function PrintButton({ kind }: { kind?: 'plain' | 'text' }) {
  const text = useUiText()
  return (
    <Button kind={kind ?? 'plain'} icon="print" onClick={() => window.print()}>
      {text.printA4}
    </Button>
  )
}
