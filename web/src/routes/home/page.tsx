import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { DraftList } from '../../features/drafts/DraftList.tsx'
import { LatestNews } from '../../features/notifications/LatestNews.tsx'
import { TodoGroups } from '../../features/todos/TodoGroups.tsx'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { signInPath } from '../../lib/sign-in.ts'
import { useToday } from '../../lib/today.ts'
import { useTodos, type Todo } from '../../lib/todos.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useHomeText } from '../../locales/home.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Columns, PageHead, Section } from '../../ui/Page/Page.tsx'

// Few keep searches: whoever keeps none need not wait for it.
const SavedSearchLinks = lazy(async () => ({
  default: (await import('../../features/registry/SavedSearchLinks.tsx')).SavedSearchLinks,
}))

// Nothing is on on most days.
const OngoingEvents = lazy(async () => ({
  default: (await import('../../features/disasters/OngoingEvents.tsx')).OngoingEvents,
}))

/** やること: what I must decide, confirm or attend. Who is not signed in is led to the log-in page. */
export function HomePage() {
  const { history } = useRouter()
  const viewer = useViewer()
  const isGuest = viewer?.signedIn === false
  useEffect(() => {
    if (isGuest) history.replace(signInPath())
  }, [isGuest, history])
  return viewer?.signedIn ? <ThingsToDo /> : null
}

function ThingsToDo() {
  const text = useHomeText()
  const language = useLanguage()
  const [result, readAgain] = useTodos({ signedIn: true })
  const todos = result.data?.todos
  const day = text.lead(formatDate(useToday(), language, { weekday: true }))

  return (
    <>
      <PageHead title={text.title} lead={<p>{todos ? <Lead day={day} todos={todos} /> : day}</p>} />
      <Suspense>
        <OngoingEvents />
      </Suspense>
      <Columns kind="aside">
        <div>
          <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
            {({ todos: found }) => (found.length > 0 ? <TodoGroups todos={found} /> : <NothingToDo />)}
          </Loaded>
        </div>
        <div>
          <LatestNews />
          <DraftList />
          <Suspense>
            <SavedSearchLinks />
          </Suspense>
        </div>
      </Columns>
    </>
  )
}

function Lead({ day, todos }: { day: string; todos: readonly Todo[] }) {
  const text = useHomeText()
  const late = todos.filter(({ overdue }) => overdue).length
  if (todos.length === 0) return day
  return (
    <>
      {day}
      <span className="prose-strong">{text.total(todos.length)}</span>
      {late > 0 ? text.totalLate(late) : text.full}
    </>
  )
}

function NothingToDo() {
  const text = useHomeText()
  return (
    <>
      <EmptyState title={text.nothing} rings>
        <p>{text.nothingBody}</p>
      </EmptyState>
      <Section title={text.whenFree}>
        <Lines>
          <li>
            <Link to="/help">{text.readTour}</Link>
          </li>
        </Lines>
      </Section>
    </>
  )
}
