import { useEffect, useRef, type ReactNode } from 'react'

interface MenuProps {
  /** What is always seen; a press opens the rest. */
  summary: ReactNode
  children: ReactNode
}

/** A list of links and buttons that opens below its summary. Escape, a press outside or a choice closes it. */
export function Menu({ summary, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const box = details.current
    if (!box) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.contains(event.target)) box.open = false
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.open) return
      box.open = false
      box.querySelector('summary')?.focus()
    }
    const closeAfterChoice = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a, button')) box.open = false
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    box.addEventListener('keydown', closeOnEscape)
    box.addEventListener('click', closeAfterChoice)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      box.removeEventListener('keydown', closeOnEscape)
      box.removeEventListener('click', closeAfterChoice)
    }
  }, [])

  return (
    <details className="yui-menu" ref={details}>
      <summary>{summary}</summary>
      <div className="yui-menu__list">{children}</div>
    </details>
  )
}
