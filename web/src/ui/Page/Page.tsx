import { useEffect, useId, type ReactNode } from 'react'
import { useUiText } from '../../locales/ui.ts'
import { SampleBadge } from '../SampleBadge/SampleBadge.tsx'

interface PageHeadProps {
  /** The heading, and the title of the window. */
  title: string
  /** What kind of thing this is, above the heading: 「特別養護老人ホーム」. */
  kicker?: string
  /** The page shows something invented. */
  sample?: boolean
  /** One line about the page. */
  lead?: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
}

/** The head of a page: one h1, which takes the focus after a navigation, and what stands around it. */
export function PageHead({ title, kicker, sample, lead, actions }: PageHeadProps) {
  const { productName } = useUiText()
  useEffect(() => {
    document.title = `${title}｜${productName}`
  }, [title, productName])

  return (
    <div className="yui-page-head">
      <div>
        {kicker && <p className="prose-sub">{kicker}</p>}
        <h1 tabIndex={-1}>
          {title}
          {sample && <SampleBadge />}
        </h1>
        {lead && <div className="prose-sub">{lead}</div>}
      </div>
      {actions && <div className="yui-buttons">{actions}</div>}
    </div>
  )
}

interface SectionProps {
  title: string
  id?: string
  /** Links and small buttons at the right of the heading. */
  tools?: ReactNode
  children: ReactNode
}

/** A part of a page under an h2. */
export function Section({ title, id, tools, children }: SectionProps) {
  const heading = useId()
  return (
    <section className="yui-section" id={id} aria-labelledby={heading}>
      <div className="yui-section__head">
        <h2 id={heading}>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  )
}

interface ColumnsProps {
  /** `aside`: a narrow column right; `facets`: a narrow one left; `two`: equal halves. */
  kind: 'aside' | 'facets' | 'two'
  children: ReactNode
}

/** Columns on a wide screen; one below the other elsewhere. */
export function Columns({ kind, children }: ColumnsProps) {
  return (
    <div className="yui-columns" data-kind={kind}>
      {children}
    </div>
  )
}

interface AsideBoxProps {
  title: string
  /** The colour of 結: what comes from the network. */
  network?: boolean
  children: ReactNode
}

/** A short list in the narrow column. */
export function AsideBox({ title, network, children }: AsideBoxProps) {
  const heading = useId()
  return (
    <section className="yui-aside-box" data-network={network || undefined} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

/** Long text: help, statements. Headings and lists inside get room. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="yui-prose">{children}</div>
}
