import { useLocation } from '@tanstack/react-router'
import { digitsOnly } from '../../lib/digits.ts'
import { useNetwork } from '../../lib/networks.ts'
import { signInPath } from '../../lib/sign-in.ts'
import type { Viewer } from '../../lib/viewer.ts'
import { switchLanguage, useLanguage } from '../../lib/language.ts'
import { useShellText } from '../../locales/shell.ts'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { Mark } from '../../ui/Mark/Mark.tsx'
import { Menu } from '../../ui/Menu/Menu.tsx'
import { ActingBand } from './ActingBand.tsx'
import { SignOut } from './SignOut.tsx'
import { Entries } from './Navigation.tsx'
import { OutboxPlace } from './OutboxPlace.tsx'

interface TopBarProps {
  viewer: Viewer | undefined
  door: boolean
}

/** The fixed top: whose portal, for whom one acts, what is new, whom to call, one's own things. */
export function TopBar({ viewer, door }: TopBarProps) {
  const text = useShellText()
  const helpPhone = useNetwork(viewer)?.helpPhone
  const href = useLocation({ select: (location) => location.href })
  return (
    <header className="yui-top">
      <div className="yui-top__row">
        <Link className="yui-brand" to="/">
          <Mark />
          <span>
            <b>{text.name}</b>
            <small>{text.kana}</small>
            <span className="sr-only">{text.toFirstPage}</span>
          </span>
        </Link>
        <nav className="yui-util" aria-label={text.utilities}>
          <ul>
            {viewer?.signedIn && (
              <li className="yui-wide">
                <Link to="/notifications">
                  <Icon name="bell" />
                  {text.notifications}
                  {viewer.unreadNotifications > 0 && <b>{text.count(viewer.unreadNotifications)}</b>}
                </Link>
              </li>
            )}
            {viewer?.user && !door && (
              <li>
                <OutboxPlace />
              </li>
            )}
            {helpPhone && (
              <li>
                <HelpPhone number={helpPhone} />
              </li>
            )}
            {viewer?.user && (
              <li className="yui-wide">
                <AccountMenu viewer={viewer} />
              </li>
            )}
            {viewer?.signedIn === false && (
              <>
                <li>
                  <LanguageButton />
                </li>
                {!door && (
                  <li>
                    <PathLink path={signInPath(href)}>
                      <Icon name="user" />
                      {text.signIn}
                    </PathLink>
                  </li>
                )}
              </>
            )}
            {!door && (
              <li className="yui-narrow">
                <Menu
                  summary={
                    <>
                      <Icon name="menu" />
                      {text.menu}
                    </>
                  }
                >
                  {viewer?.user && <p className="yui-menu__name">{viewer.user.name}</p>}
                  <Entries viewer={viewer} />
                  <AccountEntries viewer={viewer} />
                </Menu>
              </li>
            )}
          </ul>
        </nav>
      </div>
      {!door && viewer && <ActingBand viewer={viewer} />}
    </header>
  )
}

/** 電話での相談, in the same place on every page. */
function HelpPhone({ number }: { number: string }) {
  const text = useShellText()
  return (
    <a href={`tel:${digitsOnly(number)}`}>
      <Icon name="tel" />
      <span className="yui-narrow">{text.helpPhoneShort}</span>
      <span className="yui-util__two yui-wide">
        <small>{text.helpPhone}</small>
        <b>{number}</b>
      </span>
    </a>
  )
}

function AccountMenu({ viewer }: { viewer: Viewer }) {
  const text = useShellText()
  const role = viewer.acting?.roles[0]
  const roles: Readonly<Record<string, string>> = text.roles
  return (
    <Menu
      summary={
        <>
          <Icon name="user" />
          <span className="yui-util__two">
            {role && <small>{roles[role]}</small>}
            <b>{viewer.user?.name}</b>
            <span className="sr-only">{text.accountMenu}</span>
          </span>
          <Icon name="down" size="small" />
        </>
      }
    >
      <AccountEntries viewer={viewer} />
    </Menu>
  )
}

function AccountEntries({ viewer }: { viewer: Viewer | undefined }) {
  const text = useShellText()
  const user = viewer?.user
  return (
    <ul>
      {user && (
        <li>
          <PathLink path="/account">
            <Icon name="user" />
            {text.account}
          </PathLink>
        </li>
      )}
      <li>
        <LanguageButton />
      </li>
      {user && (
        <li>
          <SignOut userId={user.id} />
        </li>
      )}
    </ul>
  )
}

function LanguageButton() {
  const text = useShellText()
  const language = useLanguage()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <button type="button" lang={other} onClick={() => void switchLanguage(other)}>
      <Icon name="globe" />
      {text.language}
    </button>
  )
}
