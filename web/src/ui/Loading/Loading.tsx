import { useUiText } from '../../locales/ui.ts'

interface LoadingProps {
  /** About how many lines will come, so that nothing jumps when they do. */
  lines?: number
}

/** Holds the place of what is being read. Nothing moves. */
export function Loading({ lines = 6 }: LoadingProps) {
  const text = useUiText()
  return (
    <div className="yui-loading">
      <output className="sr-only">{text.loading}</output>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="yui-loading__line" />
      ))}
    </div>
  )
}
