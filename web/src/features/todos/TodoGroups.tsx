import { endOfWeek, formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import type { Todo } from '../../lib/todos.ts'
import { useHomeText } from '../../locales/home.ts'
import { useTodoText } from '../../locales/todos.ts'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { TodoItem, TodoList } from '../../ui/TodoItem/TodoItem.tsx'
import { groupByTime, type TodoGroup } from './group-by-time.ts'

/** What has to be done, in stretches of time. The first of all has the filled button. */
export function TodoGroups({ todos }: { todos: readonly Todo[] }) {
  const text = useHomeText()
  const todoText = useTodoText()
  const language = useLanguage()
  const now = useToday()
  const sunday = formatDay(endOfWeek(now), language)
  const note = ({ name, items }: TodoGroup<Todo>) =>
    name === 'thisWeek' ? text.untilSunday(sunday, items.length) : text.count(items.length)

  return groupByTime(todos, now).map((group) => (
    <TodoList
      key={group.name}
      title={text.groups[group.name]}
      note={note(group)}
      late={group.name === 'late'}
    >
      {group.items.map((todo) => {
        const { title, detail, action } = todoText(todo.code, todo.params)
        return (
          <TodoItem key={todo.id} title={title} detail={detail} dueOn={todo.dueOn} today={now}>
            <PathLink path={todo.link} look={todo === todos[0] ? 'main' : 'plain'}>
              {action}
            </PathLink>
          </TodoItem>
        )
      })}
    </TodoList>
  ))
}
