import { useId, type ReactNode } from 'react'
import { daysBetween, formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useUiText } from '../../locales/ui.ts'
import { Icon } from '../Icon/Icon.tsx'

interface TodoListProps {
  /** 「今週中」 */
  title: string
  /** How many, and until when: 「11月29日（日）まで・3件」. */
  note: string
  /** The deadline of these has passed. */
  late?: boolean
  children: ReactNode
}

/** What is due in one stretch of time. */
export function TodoList({ title, note, late, children }: TodoListProps) {
  const heading = useId()
  return (
    <section className="yui-todo" data-late={late || undefined} aria-labelledby={heading}>
      <div className="yui-todo__head">
        <h2 id={heading}>
          {late && <Icon name="alert" />}
          {title}
        </h2>
        <span>{note}</span>
      </div>
      <ul>{children}</ul>
    </section>
  )
}

interface TodoItemProps {
  title: string
  /** One or two lines: what is asked, by whom, and that one may decline. */
  detail: string
  /** Day it is due, ISO; null for what has no deadline. */
  dueOn: string | null
  /** Today, ISO. */
  today: string
  /** The verb, as one LinkButton or Button. */
  children: ReactNode
}

/** One thing to decide, confirm or attend. */
export function TodoItem({ title, detail, dueOn, today, children }: TodoItemProps) {
  return (
    <li className="yui-todo__item">
      <Due on={dueOn} today={today} />
      <div>
        <h3>{title}</h3>
        <p className="yui-todo__detail">{detail}</p>
      </div>
      {children}
    </li>
  )
}

function Due({ on, today }: { on: string | null; today: string }) {
  const text = useUiText()
  const language = useLanguage()
  if (!on) return <p className="yui-due">{text.due.none}</p>
  const left = daysBetween(today, on)
  const { before, unit, after } = left < 0 ? text.due.past : text.due.left
  return (
    <p className="yui-due">
      <span className="yui-due__left" data-late={left < 0 || undefined}>
        {left === 0 ? (
          text.due.today
        ) : (
          <>
            <span>
              {before}
              <b>{Math.abs(left)}</b>
              {unit}
            </span>
            {after && <span>{after}</span>}
          </>
        )}
      </span>
      <time dateTime={on}>{formatDay(on, language)}</time>
    </p>
  )
}
