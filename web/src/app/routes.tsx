import { createRoute } from '@tanstack/react-router'
import { readImportSearch } from '../features/registry/imports/import-search.ts'
import {
  readAsOfSearch,
  readCorporationSearch,
  readFacilitySearch,
} from '../features/registry/as-of-search.ts'
import { readSearch } from '../features/registry/search.ts'
import { readShelterSearch } from '../features/registry/shelter-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'
import {
  networkTie,
  networkTieContracts,
  networkTieNew,
  networkTies,
  networkTieStages,
} from './tie-routes.tsx'
import * as account from './account-routes.tsx'
import * as disasters from './disaster-routes.tsx'
import * as meetings from './meeting-routes.tsx'
import * as network from './network-routes.tsx'
import * as papers from './paper-routes.tsx'
import * as review from './review-routes.tsx'
import * as welfare from './shelter-routes.tsx'

// One entry per page. Its code is fetched when somebody goes there.

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { section: '/' },
  component: lazyPage(() => import('../routes/home/page.tsx'), 'HomePage'),
})

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  staticData: { section: '/notifications' },
  validateSearch: ({ after, unread }): { after?: string; unread?: boolean } => ({
    after: typeof after === 'string' ? after : undefined,
    unread: unread === true || undefined,
  }),
  component: lazyPage(() => import('../routes/notifications/page.tsx'), 'NotificationsPage'),
})

const registry = createRoute({
  getParentRoute: () => root,
  path: '/registry',
  staticData: { section: '/registry' },
  validateSearch: readSearch,
  component: lazyPage(() => import('../routes/registry/page.tsx'), 'RegistryPage'),
})

const registryPrint = createRoute({
  getParentRoute: () => root,
  path: '/registry/print',
  staticData: { section: '/registry' },
  validateSearch: readSearch,
  component: lazyPage(() => import('../routes/registry-print/page.tsx'), 'RegistryPrintPage'),
})

const savedSearches = createRoute({
  getParentRoute: () => root,
  path: '/registry/saved',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/saved-searches/page.tsx'), 'SavedSearchesPage'),
})

const corporation = createRoute({
  getParentRoute: () => root,
  path: '/corporations/$corporationId',
  staticData: { section: '/registry' },
  validateSearch: readCorporationSearch,
  component: lazyPage(() => import('../routes/corporation/page.tsx'), 'CorporationPage'),
})

const corporationNew = createRoute({
  getParentRoute: () => root,
  path: '/corporations/new',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/corporation-new/page.tsx'), 'CorporationNewPage'),
})

const corporationEdit = createRoute({
  getParentRoute: () => root,
  path: '/corporations/$corporationId/edit/$part',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/corporation-edit/page.tsx'), 'CorporationEditPage'),
})

const corporationEnding = createRoute({
  getParentRoute: () => root,
  path: '/corporations/$corporationId/ending',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/corporation-ending/page.tsx'), 'CorporationEndingPage'),
})

const corporationEntrust = createRoute({
  getParentRoute: () => root,
  path: '/corporations/$corporationId/entrust',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/corporation-entrust/page.tsx'), 'CorporationEntrustPage'),
})

const mandateEnd = createRoute({
  getParentRoute: () => root,
  path: '/mandates/$mandateId/end',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/mandate-end/page.tsx'), 'MandateEndPage'),
})

const entrusted = createRoute({
  getParentRoute: () => root,
  path: '/entrusted',
  staticData: { section: '/entrusted' },
  component: lazyPage(() => import('../routes/entrusted/page.tsx'), 'EntrustedPage'),
})

const facility = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId',
  staticData: { section: '/registry' },
  validateSearch: readFacilitySearch,
  component: lazyPage(() => import('../routes/facility/page.tsx'), 'FacilityPage'),
})

const registryAsOf = createRoute({
  getParentRoute: () => root,
  path: '/registry/as-of',
  staticData: { section: '/registry' },
  validateSearch: readAsOfSearch,
  component: lazyPage(() => import('../routes/registry-as-of/page.tsx'), 'RegistryAsOfPage'),
})

const corporationHistory = createRoute({
  getParentRoute: () => root,
  path: '/corporations/$corporationId/history',
  staticData: { section: '/registry' },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/corporation-history/page.tsx'), 'CorporationHistoryPage'),
})

const facilityRegister = createRoute({
  getParentRoute: () => root,
  path: '/facilities/new',
  staticData: { section: '/registry' },
  validateSearch: ({ corporation: id }): { corporation?: string } =>
    typeof id === 'string' ? { corporation: id } : {},
  component: lazyPage(() => import('../routes/facility-register/page.tsx'), 'FacilityRegisterPage'),
})

const facilityEdit = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/edit/$block',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-edit/page.tsx'), 'FacilityEditPage'),
})

const facilityClose = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/close',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-close/page.tsx'), 'FacilityClosePage'),
})

const facilityTransfer = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/transfer',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-transfer/page.tsx'), 'FacilityTransferPage'),
})

const facilityHistory = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/history',
  staticData: { section: '/registry' },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/facility-history/page.tsx'), 'FacilityHistoryPage'),
})

const areas = createRoute({
  getParentRoute: () => root,
  path: '/admin/areas',
  staticData: { section: '/admin/areas' },
  validateSearch: ({ unconfirmed }): { unconfirmed?: true } => (unconfirmed === true ? { unconfirmed } : {}),
  component: lazyPage(() => import('../routes/areas/page.tsx'), 'AreasPage'),
})

const shelters = createRoute({
  getParentRoute: () => root,
  path: '/shelters',
  staticData: { section: '/shelters' },
  validateSearch: readShelterSearch,
  component: lazyPage(() => import('../routes/shelters/page.tsx'), 'SheltersPage'),
})

const services = createRoute({
  getParentRoute: () => root,
  path: '/admin/services',
  staticData: { section: '/admin/services' },
  validateSearch: ({ unconfirmed }): { unconfirmed?: true } => (unconfirmed === true ? { unconfirmed } : {}),
  component: lazyPage(() => import('../routes/services/page.tsx'), 'ServicesPage'),
})

const facts = createRoute({
  getParentRoute: () => root,
  path: '/admin/facts',
  staticData: { section: '/admin/services' },
  component: lazyPage(() => import('../routes/facts/page.tsx'), 'FactsPage'),
})

const retention = createRoute({
  getParentRoute: () => root,
  path: '/admin/retention',
  staticData: { section: '/admin/services' },
  component: lazyPage(() => import('../routes/retention/page.tsx'), 'RetentionPage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  staticData: { section: '/imports' },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/imports/page.tsx'), 'ImportsPage'),
})

const importRun = createRoute({
  getParentRoute: () => root,
  path: '/imports/$runId',
  staticData: { section: '/imports' },
  validateSearch: readImportSearch,
  component: lazyPage(() => import('../routes/import/page.tsx'), 'ImportPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  staticData: { section: '/audit' },
  validateSearch: ({ after, command, portal }): { after?: string; command?: string; portal?: true } => ({
    after: typeof after === 'string' ? after : undefined,
    command: typeof command === 'string' ? command : undefined,
    portal: portal === true || undefined,
  }),
  component: lazyPage(() => import('../routes/audit/page.tsx'), 'AuditPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  staticData: { section: '/help', plain: true },
  component: lazyPage(() => import('../routes/help/page.tsx'), 'HelpPage'),
})

const tour = createRoute({
  getParentRoute: () => root,
  path: '/help/tour/$reader',
  staticData: { section: '/help', plain: true },
  component: lazyPage(() => import('../routes/tour/page.tsx'), 'TourPage'),
})

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  staticData: { plain: true },
  component: lazyPage(() => import('../routes/accessibility/page.tsx'), 'AccessibilityPage'),
})

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyPage(() => import('../routes/credits/page.tsx'), 'CreditsPage'),
})

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/dev/mailbox',
  component: lazyPage(() => import('../routes/mailbox/page.tsx'), 'MailboxPage'),
})

/** Every page of the portal. */
export const routes = root.addChildren([
  home,
  notifications,
  registry,
  registryPrint,
  savedSearches,
  corporation,
  corporationNew,
  corporationEdit,
  corporationEntrust,
  mandateEnd,
  entrusted,
  corporationEnding,
  facility,
  registryAsOf,
  corporationHistory,
  facilityRegister,
  facilityEdit,
  facilityClose,
  facilityTransfer,
  facilityHistory,
  areas,
  shelters,
  welfare.welfareShelters,
  welfare.shelterRecord,
  welfare.readiness,
  welfare.networkMentoring,
  welfare.readinessItems,
  network.network,
  network.phoneTree,
  review.pairs,
  review.merge,
  review.merges,
  networkTies,
  networkTieStages,
  networkTieNew,
  networkTieContracts,
  networkTie,
  network.networkFacilities,
  network.networkRequests,
  network.networkWebhooks,
  network.networkChanges,
  network.networkRulebook,
  network.networkRulebookCompare,
  network.networkRulebookDraft,
  network.networkMembers,
  network.networkDues,
  network.networkMember,
  network.networkInvite,
  network.networkJoin,
  network.networkApplication,
  network.networkCommittees,
  network.networkProfile,
  network.networkNew,
  network.networkDecisions,
  network.networkDecision,
  network.meetingMinutes,
  network.networkDocuments,
  network.networkDocument,
  network.networkAnnouncements,
  network.networkAnnouncement,
  network.networkCalendar,
  network.networkCalendarEntry,
  network.handoverPackage,
  account.noticeSettings,
  disasters.list,
  disasters.begin,
  disasters.devices,
  disasters.reportPaper,
  disasters.board,
  disasters.report,
  disasters.shelter,
  disasters.review,
  disasters.facilityDevice,
  disasters.aid,
  disasters.log,
  disasters.facilityStock,
  disasters.facilityInspections,
  disasters.facilitySkills,
  disasters.agreements,
  meetings.list,
  meetings.plan,
  meetings.newSeries,
  meetings.series,
  meetings.notice,
  meetings.edit,
  meetings.papers,
  disasters.assignment,
  meetings.room,
  meetings.vote,
  meetings.guest,
  disasters.intake,
  disasters.intakePerson,
  disasters.intakeSheets,
  disasters.intakeSearch,
  disasters.intakeSheet,
  papers.register,
  papers.readiness,
  papers.aid,
  papers.log,
  papers.assignment,
  papers.stock,
  papers.inspections,
  papers.skills,
  welfare.alerts,
  welfare.alert,
  welfare.outputs,
  welfare.output,
  review.mistakes,
  services,
  facts,
  retention,
  imports,
  importRun,
  audit,
  disasters.outbox,
  account.login,
  account.forgot,
  account.reset,
  account.invite,
  account.chooseActing,
  account.account,
  account.tokens,
  account.people,
  account.invitePerson,
  account.handover,
  mailbox,
  help,
  tour,
  accessibility,
  credits,
])
