import { useEffect, useId, useRef, type ReactNode } from 'react'

interface ChunkProps {
  title: string
  /** For links from the table of contents. */
  id?: string
  /** Stands under the heading: when and by whom it was last confirmed, and the buttons. */
  aside?: ReactNode
  children: ReactNode
}

/** One block of a page about a thing: heading and confirmation left, content right. */
export function Chunk({ title, id, aside, children }: ChunkProps) {
  const heading = useId()
  const section = useRef<HTMLElement>(null)
  // The address may name a block that was not there yet when the browser looked for it.
  useEffect(() => {
    if (id && window.location.hash === `#${id}`) section.current?.scrollIntoView()
  }, [id])
  return (
    <section className="yui-chunk" id={id} aria-labelledby={heading} ref={section}>
      <div className="yui-chunk__head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      <div>{children}</div>
    </section>
  )
}

interface ConfirmedProps {
  /** 「最終確認」 */
  label: string
  /** The day in words, or that nobody has confirmed it. */
  children: string
  /** Who, and as what. */
  by?: string
}

/** When a block was last confirmed. */
export function Confirmed({ label, children, by }: ConfirmedProps) {
  return (
    <p className="yui-chunk__confirmed">
      {label}
      <b>{children}</b>
      {by}
    </p>
  )
}
