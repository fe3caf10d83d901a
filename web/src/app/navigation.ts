import type { LinkProps } from '@tanstack/react-router'
import type { Viewer } from '../lib/viewer.ts'
import type { IconName } from '../ui/Icon/Icon.tsx'

/** Words of the entries stand in `locales/ja/shell.ts` under `nav`. */
export interface Entry {
  to: NonNullable<LinkProps['to']>
  text: 'home' | 'search' | 'network' | 'notifications' | 'people' | 'help'
  /** Whether it says something to this person; what a role lacks is hidden, never greyed out. */
  shown: (viewer: Viewer) => boolean
  /** Place in the phone's bottom bar, which has room for four. */
  bar?: { icon: IconName; text: 'home' | 'searchShort' | 'network' | 'notifications' | 'help' }
}

const always = () => true
const signedIn = (viewer: Viewer) => viewer.signedIn

/** The navigation, most often used first; the second group is for what is needed now and then. */
export const navigation: Readonly<Record<'often' | 'seldom', readonly Entry[]>> = {
  often: [
    { to: '/', text: 'home', shown: signedIn, bar: { icon: 'list', text: 'home' } },
    {
      to: '/notifications',
      text: 'notifications',
      shown: signedIn,
      bar: { icon: 'bell', text: 'notifications' },
    },
  ],
  seldom: [{ to: '/help', text: 'help', shown: always, bar: { icon: 'help', text: 'help' } }],
}
