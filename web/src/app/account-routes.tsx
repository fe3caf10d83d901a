import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// Doors, the account and the people of a body, as in `routes.tsx`.

export const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  staticData: { door: true },
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: lazyPage(() => import('../routes/login/page.tsx'), 'LoginPage'),
})

export const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/forgot/page.tsx'), 'ForgotPage'),
})

export const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/reset/page.tsx'), 'ResetPage'),
})

export const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/invite/page.tsx'), 'InvitePage'),
})

export const chooseActing = createRoute({
  getParentRoute: () => root,
  path: '/choose-acting',
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: lazyPage(() => import('../routes/choose-acting/page.tsx'), 'ChooseActingPage'),
})

export const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyPage(() => import('../routes/account/page.tsx'), 'AccountPage'),
})

export const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  component: lazyPage(() => import('../routes/tokens/page.tsx'), 'TokensPage'),
})

export const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  staticData: { section: '/people' },
  validateSearch: ({ past, text, after }): { past?: true; text?: string; after?: string } => ({
    ...(past === true && { past }),
    ...(typeof text === 'string' && { text }),
    ...(typeof after === 'string' && { after }),
  }),
  component: lazyPage(() => import('../routes/people/page.tsx'), 'PeoplePage'),
})

export const invitePerson = createRoute({
  getParentRoute: () => root,
  path: '/people/invite',
  staticData: { section: '/people' },
  component: lazyPage(() => import('../routes/people-invite/page.tsx'), 'InvitePersonPage'),
})

export const handover = createRoute({
  getParentRoute: () => root,
  path: '/people/handover',
  staticData: { section: '/people' },
  validateSearch: ({ from }): { from?: string } => (typeof from === 'string' ? { from } : {}),
  component: lazyPage(() => import('../routes/handover/page.tsx'), 'HandoverPage'),
})

export const noticeSettings = createRoute({
  getParentRoute: () => root,
  path: '/account/notices',
  component: lazyPage(() => import('../routes/notice-settings/page.tsx'), 'NoticeSettingsPage'),
})
