import { createRoute } from '@tanstack/react-router'
import {
  readAnnouncementSearch,
  readCalendarSearch,
  readDocumentSearch,
} from '../features/bulletin/bulletin-search.ts'
import { readChangeSearch } from '../features/platforms/change-search.ts'
import { readDuesSearch } from '../features/platforms/dues-search.ts'
import { readMemberSearch } from '../features/platforms/member-search.ts'
import { readRegisterSearch } from '../features/meetings/decisions/register-search.ts'
import { readNetworkSearch, readRequestSearch } from '../features/platforms/network-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of a network, as in `routes.tsx`.

export const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network/page.tsx'), 'NetworkPage'),
})

export const phoneTree = createRoute({
  getParentRoute: () => root,
  path: '/network/phone-tree',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/phone-tree/page.tsx'), 'PhoneTreePage'),
})

export const networkFacilities = createRoute({
  getParentRoute: () => root,
  path: '/network/facilities',
  staticData: { section: '/network' },
  validateSearch: readNetworkSearch,
  component: lazyPage(() => import('../routes/network-facilities/page.tsx'), 'NetworkFacilitiesPage'),
})

export const networkWebhooks = createRoute({
  getParentRoute: () => root,
  path: '/network/webhooks',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-webhooks/page.tsx'), 'WebhooksPage'),
})

export const networkRequests = createRoute({
  getParentRoute: () => root,
  path: '/network/requests',
  staticData: { section: '/network' },
  validateSearch: readRequestSearch,
  component: lazyPage(() => import('../routes/network-requests/page.tsx'), 'NetworkRequestsPage'),
})

export const networkChanges = createRoute({
  getParentRoute: () => root,
  path: '/network/changes',
  staticData: { section: '/network' },
  validateSearch: readChangeSearch,
  component: lazyPage(() => import('../routes/network-changes/page.tsx'), 'NetworkChangesPage'),
})

export const networkRulebook = createRoute({
  getParentRoute: () => root,
  path: '/network/rulebook',
  staticData: { section: '/network' },
  validateSearch: ({ id, version }): { id?: string; version?: string } => ({
    ...(typeof id === 'string' && { id }),
    ...(typeof version === 'string' && { version }),
  }),
  component: lazyPage(() => import('../routes/network-rulebook/page.tsx'), 'NetworkRulebookPage'),
})

export const networkRulebookCompare = createRoute({
  getParentRoute: () => root,
  path: '/network/rulebook/compare',
  staticData: { section: '/network' },
  validateSearch: ({ id, older, newer }): { id?: string; older?: string; newer?: string } => ({
    ...(typeof id === 'string' && { id }),
    ...(typeof older === 'string' && { older }),
    ...(typeof newer === 'string' && { newer }),
  }),
  component: lazyPage(
    () => import('../routes/network-rulebook-compare/page.tsx'),
    'NetworkRulebookComparePage',
  ),
})

export const networkRulebookDraft = createRoute({
  getParentRoute: () => root,
  path: '/network/rulebook/draft',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-rulebook-draft/page.tsx'), 'NetworkRulebookDraftPage'),
})

export const networkDecisions = createRoute({
  getParentRoute: () => root,
  path: '/network/decisions',
  staticData: { section: '/network' },
  validateSearch: readRegisterSearch,
  component: lazyPage(() => import('../routes/decisions/page.tsx'), 'DecisionsPage'),
})

export const networkDecision = createRoute({
  getParentRoute: () => root,
  path: '/network/decisions/$decisionId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/decision/page.tsx'), 'DecisionPage'),
})

export const meetingMinutes = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId/minutes',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/minutes/page.tsx'), 'MinutesPage'),
})

export const networkMembers = createRoute({
  getParentRoute: () => root,
  path: '/network/members',
  staticData: { section: '/network' },
  validateSearch: readMemberSearch,
  component: lazyPage(() => import('../routes/network-members/page.tsx'), 'NetworkMembersPage'),
})

export const networkDues = createRoute({
  getParentRoute: () => root,
  path: '/network/dues',
  staticData: { section: '/network' },
  validateSearch: readDuesSearch,
  component: lazyPage(() => import('../routes/network-dues/page.tsx'), 'NetworkDuesPage'),
})

export const networkMember = createRoute({
  getParentRoute: () => root,
  path: '/network/members/$membershipId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-member/page.tsx'), 'NetworkMemberPage'),
})

export const networkInvite = createRoute({
  getParentRoute: () => root,
  path: '/network/invite',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-invite/page.tsx'), 'NetworkInvitePage'),
})

export const networkJoin = createRoute({
  getParentRoute: () => root,
  path: '/network/join',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-join/page.tsx'), 'NetworkJoinPage'),
})

export const networkApplication = createRoute({
  getParentRoute: () => root,
  path: '/network/applications/$applicationId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-application/page.tsx'), 'NetworkApplicationPage'),
})

export const networkCommittees = createRoute({
  getParentRoute: () => root,
  path: '/network/committees',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-committees/page.tsx'), 'NetworkCommitteesPage'),
})

export const networkProfile = createRoute({
  getParentRoute: () => root,
  path: '/network/profile',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-profile/page.tsx'), 'NetworkProfilePage'),
})

export const networkNew = createRoute({
  getParentRoute: () => root,
  path: '/network/new',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-new/page.tsx'), 'NetworkNewPage'),
})

export const networkDocuments = createRoute({
  getParentRoute: () => root,
  path: '/network/documents',
  staticData: { section: '/network' },
  validateSearch: readDocumentSearch,
  component: lazyPage(() => import('../routes/network-documents/page.tsx'), 'NetworkDocumentsPage'),
})

export const networkDocument = createRoute({
  getParentRoute: () => root,
  path: '/network/documents/$documentId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-document/page.tsx'), 'NetworkDocumentPage'),
})

export const networkAnnouncements = createRoute({
  getParentRoute: () => root,
  path: '/network/announcements',
  staticData: { section: '/network' },
  validateSearch: readAnnouncementSearch,
  component: lazyPage(() => import('../routes/network-announcements/page.tsx'), 'NetworkAnnouncementsPage'),
})

export const networkAnnouncement = createRoute({
  getParentRoute: () => root,
  path: '/network/announcements/$announcementId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-announcement/page.tsx'), 'NetworkAnnouncementPage'),
})

export const networkCalendar = createRoute({
  getParentRoute: () => root,
  path: '/network/calendar',
  staticData: { section: '/network' },
  validateSearch: readCalendarSearch,
  component: lazyPage(() => import('../routes/network-calendar/page.tsx'), 'NetworkCalendarPage'),
})

export const networkCalendarEntry = createRoute({
  getParentRoute: () => root,
  path: '/network/calendar/$entryId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/network-calendar-entry/page.tsx'), 'NetworkCalendarEntryPage'),
})

export const handoverPackage = createRoute({
  getParentRoute: () => root,
  path: '/network/handover-package',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/handover-package/page.tsx'), 'HandoverPackagePage'),
})
