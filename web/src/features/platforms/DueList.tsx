import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Todo } from '../../lib/todos.ts'
import { useMembersText } from '../../locales/members.ts'
import { useTodoText } from '../../locales/todos.ts'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

/** What is due in a network, the most pressing first; the secretariat does it, unless said otherwise. */
export function DueList({ due }: { due: readonly Todo[] }) {
  const { due: text, none } = useMembersText()
  const todoText = useTodoText()
  const language = useLanguage()
  const ordered = due.toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'))
  return (
    <Table caption={text.title} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.what}</Head>
          <Head>{text.columns.until}</Head>
          <Head>{text.columns.who}</Head>
        </tr>
      </thead>
      <tbody>
        {ordered.map((todo) => {
          const { title, detail } = todoText(todo.code, todo.params)
          return (
            <tr key={todo.id}>
              <th scope="row">
                <PathLink path={todo.link}>{title}</PathLink>
                <span className="yui-row-note">{detail}</span>
              </th>
              <Cell label={text.columns.until}>
                {todo.dueOn ? (
                  <time dateTime={todo.dueOn}>
                    {todo.overdue
                      ? text.overdue(formatDay(todo.dueOn, language))
                      : formatDay(todo.dueOn, language)}
                  </time>
                ) : (
                  none
                )}
              </Cell>
              <Cell label={text.columns.who}>{text.who}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
