import { dayInJapan } from '../clock.ts'
import { todosOf, type Todo, type TodoKind } from '../todos.ts'
import { query } from '../read/query.ts'
import { builder } from './builder.ts'
import './scalars.ts'

const kinds: Record<TodoKind, { description: string }> = {
  DECIDE: { description: 'Somebody waits for a decision.' },
  CONFIRM: { description: 'Facts are to be checked and confirmed.' },
  ATTEND: { description: 'A place and a time to be at.' },
}

const TodoKindEnum = builder.enumType('TodoKind', {
  description: 'What is asked of the viewer.',
  values: kinds,
})

export const TodoRef = builder.objectRef<Todo>('Todo').implement({
  description: 'One thing the viewer must decide, confirm or attend.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable; the same thing has the same id tomorrow. Not a node id.' }),
    kind: t.expose('kind', { type: TodoKindEnum, description: 'What is asked.' }),
    code: t.exposeString('code', { description: 'SCREAMING_SNAKE; the portal has a sentence for each.' }),
    params: t.field({
      type: 'JSON',
      description: 'The words to put into the sentence: an object of texts and numbers.',
      resolve: ({ params }) => params,
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day in Japan; null if there is none.',
      resolve: ({ dueOn }) => dueOn,
    }),
    overdue: t.boolean({
      description: 'Whether the last day has passed.',
      resolve: ({ dueOn }, _args, { clock }) => dueOn !== null && dueOn < dayInJapan(clock.now()),
    }),
    link: t.exposeString('link', { description: 'Path inside the portal where it is done.' }),
  }),
})

query.custom('todos', {
  description:
    'What the viewer has to do when acting as chosen: overdue and near days first, at most 100. Empty for guests.',
  access: 'public',
  scope: 'account:read',
  type: [TodoRef],
  complexity: 50,
  resolve: (_args, circumstances) => todosOf(circumstances),
})
