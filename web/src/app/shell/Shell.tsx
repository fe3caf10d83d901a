import { Outlet, useMatches } from '@tanstack/react-router'
import { useShellText } from '../../locales/shell.ts'
import { useViewer } from '../../lib/viewer.ts'
import { Announcer } from '../../ui/Announcer/Announcer.tsx'
import { Foot } from './Foot.tsx'
import { BottomBar, SideNavigation } from './Navigation.tsx'
import { PrintLine } from './PrintLine.tsx'
import { TopBar } from './TopBar.tsx'
import { useArrival } from './use-arrival.ts'

/** The frame around every page. */
export function Shell() {
  const text = useShellText()
  const viewer = useViewer()
  const door = useMatches().some((match) => match.staticData.door)
  const main = useArrival()

  const content = (
    <main className="yui-main" id="main" tabIndex={-1} ref={main}>
      <PrintLine viewer={viewer} />
      <Outlet />
      <Foot />
    </main>
  )
  return (
    <>
      <a className="yui-skip" href="#main">
        {text.skip}
      </a>
      <TopBar viewer={viewer} door={door} />
      {door ? (
        <div className="yui-door">{content}</div>
      ) : (
        <div className="yui-shell">
          <SideNavigation viewer={viewer} />
          {content}
        </div>
      )}
      {!door && <BottomBar viewer={viewer} />}
      <Announcer />
    </>
  )
}
