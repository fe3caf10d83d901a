import { useMatches } from '@tanstack/react-router'
import { useNetwork } from '../../lib/networks.ts'
import { useTodos } from '../../lib/todos.ts'
import type { Viewer } from '../../lib/viewer.ts'
import { useShellText } from '../../locales/shell.ts'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { navigation, type Entry } from '../navigation.ts'

interface NavigationProps {
  viewer: Viewer | undefined
}

/** The navigation in words at the left, where there is room. */
export function SideNavigation({ viewer }: NavigationProps) {
  const text = useShellText()
  const network = useNetwork(viewer)
  return (
    <nav className="yui-nav" aria-label={text.mainNavigation}>
      <div>
        {network && <p className="yui-nav__network">{network.name}</p>}
        <Entries viewer={viewer} />
      </div>
    </nav>
  )
}

/** The entries this person has, in their groups. */
export function Entries({ viewer }: NavigationProps) {
  const text = useShellText()
  const section = useSection()
  const counts = useCounts(viewer)
  if (!viewer) return null
  return Object.entries(navigation).map(([group, entries]) => (
    <ul key={group}>
      {entries
        .filter((entry) => entry.shown(viewer))
        .map((entry) => (
          <li key={entry.text}>
            <Link
              to={entry.to}
              activeOptions={{ exact: true }}
              aria-current={section === entry.to ? 'page' : undefined}
            >
              {text.nav[entry.text]}
              {counts[entry.text] ? (
                <span className="yui-nav__count">
                  {counts[entry.text]}
                  <span className="sr-only">{text.countUnit}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
    </ul>
  ))
}

/** The four most used entries at the bottom of a phone. */
export function BottomBar({ viewer }: NavigationProps) {
  const text = useShellText()
  const section = useSection()
  if (!viewer) return null
  const entries = Object.values(navigation)
    .flat()
    .filter((entry) => entry.bar && entry.shown(viewer))
  return (
    <nav className="yui-bar" aria-label={text.barNavigation}>
      <ul>
        {entries.slice(0, 4).map(({ to, bar }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true }} aria-current={section === to ? 'page' : undefined}>
              {bar && <Icon name={bar.icon} />}
              {bar && text.nav[bar.text]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many wait behind an entry. */
function useCounts(viewer: Viewer | undefined): Partial<Record<Entry['text'], number>> {
  const [{ data }] = useTodos({ signedIn: viewer?.signedIn ?? false })
  const pairs = data?.todos.find(({ code }) => code === 'PAIRS_TO_DECIDE')?.params as
    | { count?: number }
    | undefined
  return { home: data?.todos.length, notifications: viewer?.unreadNotifications, review: pairs?.count }
}

function useSection(): string | undefined {
  return useMatches().findLast((match) => match.staticData.section)?.staticData.section
}
