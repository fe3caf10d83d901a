import { useNavigate } from '@tanstack/react-router'
import { actingSeat } from '../../lib/session.ts'
import type { Viewer } from '../../lib/viewer.ts'
import { useShellText } from '../../locales/shell.ts'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { Menu } from '../../ui/Menu/Menu.tsx'

/** For whom this tab acts, always in sight; with several bodies, the way to another one. */
export function ActingBand({ viewer }: { viewer: Viewer }) {
  const text = useShellText()
  const navigate = useNavigate()
  const roles: Readonly<Record<string, string>> = text.roles
  if (viewer.seats.length === 0) return null

  const { acting, seats } = viewer
  const actFor = (key: string) => {
    actingSeat.set(key)
    // The page may belong to the body one leaves.
    void navigate({ to: '/' })
  }
  return (
    <div className="yui-acting">
      <p className="yui-acting__who">
        {acting ? (
          <>
            {text.acting.before}
            <b>{acting.name}</b>
            {text.acting.after}
            <small className="yui-narrow">{acting.roles.map((role) => roles[role]).join('・')}</small>
          </>
        ) : (
          <b>{viewer.needsSecondFactor ? text.secondFactorFirst : text.actingNone}</b>
        )}
      </p>
      {viewer.needsSecondFactor && (
        <PathLink path="/account" look="text">
          {text.secondFactorSetUp}
        </PathLink>
      )}
      {(seats.length > 1 || (!acting && !viewer.needsSecondFactor)) && (
        <Menu summary={<span className="yui-text-button">{acting ? text.switchSeat : text.chooseSeat}</span>}>
          <ul>
            {seats.map((seat) => (
              <li key={seat.key}>
                <button
                  type="button"
                  aria-current={seat.key === acting?.key || undefined}
                  onClick={() => actFor(seat.key)}
                >
                  <b>{seat.name}</b>
                  <small>{seat.roles.map((role) => roles[role]).join('・')}</small>
                </button>
              </li>
            ))}
          </ul>
        </Menu>
      )}
    </div>
  )
}
