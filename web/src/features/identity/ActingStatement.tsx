import { useViewer } from '../../lib/viewer.ts'
import { useShellText } from '../../locales/shell.ts'

interface ActingStatementProps {
  /** What happens then, as a sentence that goes on after the name: 「として保存します。」 */
  children: string
}

/** Says right above a deciding button as whom it is pressed. */
export function ActingStatement({ children }: ActingStatementProps) {
  const viewer = useViewer()
  const text = useShellText()
  return (
    <p>
      <b className="prose-strong">{viewer?.acting?.name ?? text.actingNone}</b>
      {children}
    </p>
  )
}
