import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
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
import { Loading } from '../../ui/Loading/Loading.tsx'
import { Columns, PageHead, Section } from '../../ui/Page/Page.tsx'

// Few keep searches: whoever keeps none need not wait for it.
const SavedSearchLinks = lazy(async () => ({
  default: (await import('../../features/registry/SavedSearchLinks.tsx')).SavedSearchLinks,
}))

// Nothing is on on most days. Where its code does not come, what is to be done stands there all the same.
const OngoingEvents = lazy(() =>
  import('../../features/disasters/OngoingEvents.tsx').then(
    (module) => ({ default: module.OngoingEvents }),
    () => ({ default: () => null }),
  ),
)
/** So long, in milliseconds, what is to be done waits for what may come in above it. */
const PATIENCE = 4_000

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
  const [isKnown, setKnown] = useState(false)
  const nowKnown = useCallback(() => setKnown(true), [])
  useEffect(() => {
    const timer = setTimeout(nowKnown, PATIENCE)
    return () => clearTimeout(timer)
  }, [nowKnown])
  const day = text.lead(formatDate(useToday(), language, { weekday: true }))

  return (
    <>
      <PageHead title={text.title} lead={<p>{todos ? <Lead day={day} todos={todos} /> : day}</p>} />
      <Suspense>
        <OngoingEvents onKnown={nowKnown} />
      </Suspense>
      {!isKnown && <Loading lines={12} />}
      {/* Asks its own questions meanwhile; shown when nothing comes in above it any more. */}
      <div hidden={!isKnown}>
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
      </div>
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
