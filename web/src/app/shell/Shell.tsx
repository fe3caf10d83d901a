import { Outlet, useMatches } from '@tanstack/react-router'
import { useShellText } from '../../locales/shell.ts'
import { useViewerQuery } from '../../lib/viewer.ts'
import { Announcer } from '../../ui/Announcer/Announcer.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { Foot } from './Foot.tsx'
import { BottomBar, SideNavigation } from './Navigation.tsx'
import { PrintLine } from './PrintLine.tsx'
import { TopBar } from './TopBar.tsx'
import { useArrival } from './use-arrival.ts'

/** The frame around every page. */
export function Shell() {
  const text = useShellText()
  const { viewer, result, readAgain } = useViewerQuery()
  const matches = useMatches()
  const door = matches.some(({ staticData }) => staticData.door)
  const plain = matches.some(({ staticData }) => staticData.plain)
  const ownMenu = matches.some(({ staticData }) => staticData.ownMenu)
  const main = useArrival()

  const content = (
    <main className="yui-main" id="main" tabIndex={-1} ref={main}>
      <PrintLine viewer={viewer} />
      <ConnectionNotice />
      {plain || door ? (
        <Outlet />
      ) : (
        // Of what was kept here the notice above says how old it is.
        <Loaded
          result={result.keptAt ? { data: result.data, fetching: false } : result}
          retry={() => readAgain({ requestPolicy: 'network-only' })}
        >
          {() => <Outlet />}
        </Loaded>
      )}
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
        <div className="yui-shell" data-own-menu={ownMenu || undefined}>
          {!ownMenu && <SideNavigation viewer={viewer} />}
          {content}
        </div>
      )}
      {!door && <BottomBar viewer={viewer} />}
      <Announcer />
    </>
  )
}
