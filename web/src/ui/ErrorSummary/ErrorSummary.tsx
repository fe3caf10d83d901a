import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'

export interface SummaryItem {
  /** What to do, without 「＊」. */
  text: string
  /** Id of the control, and how to put the cursor into it. */
  target?: { id: string; focus: () => void }
}

interface ErrorSummaryProps {
  title: string
  items: readonly SummaryItem[]
  /** Grows with every failed attempt: the summary takes the focus each time. */
  attempts: number
  children?: ReactNode
}

/** What has to be put right, above the form, each line a link to its place. */
export function ErrorSummary({ title, items, attempts, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const heading = useId()
  useEffect(() => {
    if (attempts === 0) return
    // Only a new attempt unfolds: what a person folds again while mending stays folded.
    for (const link of box.current?.querySelectorAll('a[href^="#"]') ?? [])
      unfoldAround(link.getAttribute('href')?.slice(1) ?? '')
    box.current?.focus()
  }, [attempts])

  return (
    <div className="yui-errors" role="alert" aria-labelledby={heading} tabIndex={-1} ref={box}>
      <h2 id={heading}>
        <Icon name="alert" />
        <span>{title}</span>
      </h2>
      {items.length > 0 && (
        <ul>
          {items.map(({ text, target }) => (
            <li key={target?.id ?? text}>
              {target ? (
                <a
                  href={`#${target.id}`}
                  onClick={(event) => {
                    event.preventDefault()
                    unfoldAround(target.id)
                    target.focus()
                  }}
                >
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}

/** Opens whatever is folded around a control: nobody can mend what cannot be seen. */
function unfoldAround(id: string): void {
  for (
    let around = document.getElementById(id)?.closest('details');
    around;
    around = around.parentElement?.closest('details')
  )
    around.open = true
}
