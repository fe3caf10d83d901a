import type { LinkProps } from '@tanstack/react-router'
import type { Viewer } from '../lib/viewer.ts'
import type { IconName } from '../ui/Icon/Icon.tsx'

/** Words of the entries stand in `locales/ja/shell.ts` under `nav`. */
export interface Entry {
  to: NonNullable<LinkProps['to']>
  text:
    | 'home'
    | 'search'
    | 'shelters'
    | 'welfareShelters'
    | 'network'
    | 'notifications'
    | 'disasters'
    | 'people'
    | 'review'
    | 'entrusted'
    | 'services'
    | 'imports'
    | 'areas'
    | 'audit'
    | 'help'
  /** Whether it says something to this person; what a role lacks is hidden, never greyed out. */
  shown: (viewer: Viewer) => boolean
  /** Place in the phone's bottom bar, which has room for four. */
  bar?: {
    icon: IconName
    text: 'home' | 'searchShort' | 'sheltersShort' | 'network' | 'notifications' | 'help'
  }
}

/** Those whom the API lets into the audit (modules/audit/policy.ts). */
const AUDIT_READERS: ReadonlySet<string> = new Set([
  'SYSTEM_OPERATOR',
  'CORPORATION_ADMIN',
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'PLATFORM_AUDITOR',
])
const always = () => true
const signedIn = (viewer: Viewer) => viewer.signedIn
const hasNetwork = ({ acting }: Viewer) => acting !== null
const readsAudit = ({ acting }: Viewer) => acting?.roles.some((role) => AUDIT_READERS.has(role)) ?? false
const caretakers = new Set([
  'SYSTEM_OPERATOR',
  'PLATFORM_SECRETARIAT',
  'CORPORATION_ADMIN',
  'FACILITY_DIRECTOR',
])
const looksAfterPeople = ({ acting }: Viewer) => acting?.roles.some((role) => caretakers.has(role)) ?? false
const DECIDERS = new Set([
  'SYSTEM_OPERATOR',
  'PLATFORM_SECRETARIAT',
  'MUNICIPAL_LIAISON',
  'CORPORATION_ADMIN',
])
const decidesPairs = ({ acting }: Viewer) => acting?.roles.some((role) => DECIDERS.has(role)) ?? false
/** Those whom the API lets bring files in (modules/registry/policy/import.ts). */
const IMPORTING: ReadonlySet<string> = new Set([
  'SYSTEM_OPERATOR',
  'PLATFORM_SECRETARIAT',
  'CORPORATION_ADMIN',
  'CORPORATION_REPORTER',
])
const imports = ({ acting }: Viewer) => acting?.roles.some((role) => IMPORTING.has(role)) ?? false
const entrusted = (viewer: Viewer) => viewer.entrusted
const operates = ({ acting }: Viewer) => acting?.roles.includes('SYSTEM_OPERATOR') ?? false

/** The navigation, most often used first; the second group is for what is needed now and then. */
export const navigation: Readonly<Record<'often' | 'seldom', readonly Entry[]>> = {
  often: [
    { to: '/', text: 'home', shown: signedIn, bar: { icon: 'list', text: 'home' } },
    { to: '/registry', text: 'search', shown: always, bar: { icon: 'find', text: 'searchShort' } },
    { to: '/shelters', text: 'shelters', shown: always, bar: { icon: 'shelter', text: 'sheltersShort' } },
    {
      to: '/notifications',
      text: 'notifications',
      shown: signedIn,
      bar: { icon: 'bell', text: 'notifications' },
    },
  ],
  seldom: [
    { to: '/disasters', text: 'disasters', shown: hasNetwork },
    { to: '/shelters/welfare', text: 'welfareShelters', shown: always },
    { to: '/network', text: 'network', shown: hasNetwork },
    { to: '/people', text: 'people', shown: looksAfterPeople },
    { to: '/review', text: 'review', shown: decidesPairs },
    { to: '/entrusted', text: 'entrusted', shown: entrusted },
    { to: '/admin/services', text: 'services', shown: operates },
    { to: '/imports', text: 'imports', shown: imports },
    { to: '/admin/areas', text: 'areas', shown: operates },
    { to: '/audit', text: 'audit', shown: readsAudit },
    { to: '/help', text: 'help', shown: always, bar: { icon: 'help', text: 'help' } },
  ],
}
