import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../scripts/project.ts'
import {
  busContract,
  contract,
  corporation,
  drill,
  drillMessage,
  drillWithAid,
  facility,
  fair,
  firstApplication,
  heldMandate,
  intake,
  latestEvent,
  meeting,
  membershipOfAoba,
  minutes,
  newestImport,
  nightCalls,
  preparing,
  rulebookVersion,
  samplePair,
  series,
  writtenItem,
} from './support/addresses.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'
import { paperVisits, type Visit } from './support/visits.ts'

// What must hold of every page: no barrier, nothing sticking out from a phone to a wall, fit for A4, also in English,
// and nothing on the browser's console (support/browser.ts fails the test otherwise: CSP, errors, missing files).

const visits: readonly Visit[] = [
  { route: '/disasters', person: 'secretariat' },
  { route: '/disasters/new', person: 'secretariat' },
  { route: '/disasters/devices', person: 'director' },
  { route: '/disasters/paper', person: 'director' },
  { route: '/facility-device', person: null },
  {
    route: '/disasters/$eventId',
    person: 'secretariat',
    address: async () => `/disasters/${(await drill()).event}`,
  },
  {
    route: '/disasters/$eventId/report',
    person: 'director',
    address: async () => `/disasters/${(await drill()).event}/report`,
  },
  {
    route: '/disasters/$eventId/shelters/$calledId',
    person: 'liaison',
    address: async () => {
      const { event, called } = await drill()
      return `/disasters/${event}/shelters/${called}`
    },
  },
  {
    route: '/disasters/$eventId/review',
    person: 'secretariat',
    address: async () => `/disasters/${(await drill(true)).event}/review`,
  },
  {
    route: '/disasters/$eventId/assignment',
    person: 'secretariat',
    address: async () => `/disasters/${(await drill()).event}/assignment`,
  },
  { route: '/', person: 'director' },
  { route: '/notifications', person: 'director' },
  { route: '/outbox', person: 'director' },
  { route: '/registry', person: null },
  { route: '/registry/print', person: null, address: async () => '/registry/print?only=sample' },
  { route: '/registry/saved', person: 'director' },
  {
    route: '/corporations/$corporationId',
    person: null,
    address: async () => `/corporations/${await corporation()}`,
  },
  {
    route: '/corporations/$corporationId/edit/$part',
    person: 'administrator',
    address: async () => `/corporations/${await corporation()}/edit/contacts`,
  },
  {
    route: '/corporations/$corporationId/ending',
    person: 'secretariat',
    address: async () => `/corporations/${await corporation()}/ending`,
  },
  {
    route: '/corporations/$corporationId/entrust',
    person: 'administrator',
    address: async () => `/corporations/${await corporation()}/entrust`,
  },
  {
    route: '/mandates/$mandateId/end',
    person: 'administrator',
    address: async () => `/mandates/${await heldMandate()}/end`,
  },
  { route: '/entrusted', person: 'administrator' },
  { route: '/corporations/new', person: 'secretariat' },
  {
    route: '/facilities/$facilityId',
    person: 'director',
    address: async () => `/facilities/${await facility()}`,
  },
  { route: '/registry/as-of', person: null },
  {
    route: '/corporations/$corporationId/history',
    person: 'administrator',
    address: async () => `/corporations/${await corporation()}/history`,
  },
  {
    route: '/facilities/new',
    person: 'secretariat',
    address: async () => `/facilities/new?corporation=${await corporation()}`,
  },
  {
    route: '/facilities/$facilityId/edit/$block',
    person: 'director',
    address: async () => `/facilities/${await facility()}/edit/basic`,
  },
  {
    route: '/facilities/$facilityId/close',
    person: 'secretariat',
    address: async () => `/facilities/${await facility()}/close`,
  },
  {
    route: '/facilities/$facilityId/transfer',
    person: 'secretariat',
    address: async () => `/facilities/${await facility()}/transfer`,
  },
  {
    route: '/facilities/$facilityId/history',
    person: 'director',
    address: async () => `/facilities/${await facility()}/history`,
  },
  { route: '/admin/areas', person: 'operator' },
  { route: '/shelters', person: null },
  { route: '/shelters/welfare', person: 'secretariat' },
  {
    route: '/shelters/welfare/$facilityId',
    person: 'director',
    address: async () => `/shelters/welfare/${await facility()}`,
  },
  {
    route: '/readiness/$facilityId',
    person: 'secretariat',
    address: async () => `/readiness/${await preparing()}`,
  },
  { route: '/network/mentoring', person: 'secretariat' },
  { route: '/network/webhooks', person: 'secretariat' },
  { route: '/admin/readiness-items', person: 'operator' },
  { route: '/network', person: 'secretariat' },
  { route: '/network/phone-tree', person: 'secretariat' },
  { route: '/review', person: 'secretariat' },
  {
    route: '/review/merge/$proposalId',
    person: 'operator',
    address: async () => `/review/merge/${await samplePair()}`,
  },
  { route: '/review/merges', person: 'operator' },
  { route: '/mistakes', person: 'secretariat' },
  { route: '/network/facilities', person: 'secretariat' },
  { route: '/network/requests', person: 'secretariat' },
  { route: '/network/changes', person: 'secretariat' },
  {
    route: '/disasters/$eventId/aid',
    person: 'director',
    address: async () => `/disasters/${await drillWithAid()}/aid`,
  },
  {
    route: '/disasters/$eventId/log',
    person: 'secretariat',
    address: async () => `/disasters/${await drillWithAid()}/log`,
  },
  {
    route: '/facilities/$facilityId/stock',
    person: 'director',
    address: async () => `/facilities/${await facility()}/stock`,
  },
  {
    route: '/facilities/$facilityId/inspections',
    person: 'director',
    address: async () => `/facilities/${await facility()}/inspections`,
  },
  {
    route: '/facilities/$facilityId/skills',
    person: 'director',
    address: async () => `/facilities/${await facility()}/skills`,
  },
  ...paperVisits,
  { route: '/network/agreements', person: 'secretariat' },
  { route: '/network/ties', person: 'administrator' },
  { route: '/network/ties/next-stage', person: 'administrator' },
  { route: '/network/ties/new', person: 'administrator' },
  { route: '/network/ties/contracts', person: 'administrator' },
  {
    route: '/network/ties/$tieId',
    person: 'administrator',
    address: async () => `/network/ties/${await contract()}`,
  },
  { route: '/alerts', person: 'secretariat', address: async () => '/alerts?all=true' },
  {
    route: '/alerts/$messageId',
    person: 'secretariat',
    address: async () => `/alerts/${await drillMessage()}`,
  },
  {
    route: '/disasters/$eventId/outputs',
    person: 'secretariat',
    address: async () => `/disasters/${await latestEvent()}/outputs`,
  },
  {
    route: '/disasters/$eventId/outputs/$form',
    person: 'secretariat',
    address: async () => `/disasters/${await latestEvent()}/outputs/DAILY_REPORT`,
  },
  { route: '/network/documents', person: 'secretariat' },
  {
    route: '/network/documents/$documentId',
    person: 'secretariat',
    address: async () => `/network/documents/${await minutes()}`,
  },
  { route: '/network/announcements', person: 'secretariat' },
  {
    route: '/network/announcements/$announcementId',
    person: 'secretariat',
    address: async () => `/network/announcements/${await nightCalls()}`,
  },
  { route: '/network/calendar', person: 'secretariat' },
  {
    route: '/network/calendar/$entryId',
    person: 'secretariat',
    address: async () => `/network/calendar/${await fair()}`,
  },
  { route: '/network/handover-package', person: 'secretariat' },
  { route: '/account/notices', person: 'director' },
  { route: '/network/meetings', person: 'director' },
  { route: '/network/meetings/new', person: 'secretariat' },
  { route: '/network/meetings/series/new', person: 'secretariat' },
  {
    route: '/network/meetings/series/$seriesId',
    person: 'secretariat',
    address: async () => `/network/meetings/series/${await series()}`,
  },
  {
    route: '/network/meetings/$meetingId',
    person: 'director',
    address: async () => `/network/meetings/${await meeting('ASSEMBLY')()}`,
  },
  {
    route: '/network/meetings/$meetingId/edit',
    person: 'secretariat',
    address: async () => `/network/meetings/${await meeting('ASSEMBLY')()}/edit`,
  },
  {
    route: '/network/meetings/$meetingId/papers',
    person: 'secretariat',
    address: async () => `/network/meetings/${await meeting('ASSEMBLY')()}/papers`,
  },
  {
    route: '/network/meetings/$meetingId/room',
    person: 'secretariat',
    address: async () => `/network/meetings/${await meeting('ASSEMBLY')()}/room`,
  },
  {
    route: '/network/meetings/$meetingId/vote/$itemId',
    person: 'director',
    address: async () => `/network/meetings/${await meeting('WRITTEN')()}/vote/${await writtenItem()}`,
  },
  { route: '/network/decisions', person: 'director' },
  {
    route: '/network/decisions/$decisionId',
    person: 'secretariat',
    address: async () => `/network/decisions/${(await busContract()).decision}`,
  },
  {
    route: '/network/meetings/$meetingId/minutes',
    person: 'director',
    address: async () => `/network/meetings/${(await busContract()).meeting}/minutes`,
  },
  { route: '/network/rulebook', person: 'secretariat' },
  {
    route: '/network/rulebook/compare',
    person: 'director',
    address: async () =>
      `/network/rulebook/compare?older=${await rulebookVersion(3)}&newer=${await rulebookVersion(4)}`,
  },
  { route: '/network/rulebook/draft', person: 'secretariat' },
  { route: '/network/members', person: 'secretariat' },
  { route: '/network/dues', person: 'secretariat' },
  {
    route: '/network/members/$membershipId',
    person: 'secretariat',
    address: async () => `/network/members/${await membershipOfAoba()}`,
  },
  { route: '/network/invite', person: 'secretariat' },
  { route: '/network/join', person: 'administrator' },
  {
    route: '/network/applications/$applicationId',
    person: 'secretariat',
    address: async () => `/network/applications/${await firstApplication()}`,
  },
  { route: '/network/committees', person: 'secretariat' },
  { route: '/network/profile', person: 'secretariat' },
  { route: '/network/new', person: 'operator' },
  { route: '/imports', person: 'operator' },
  { route: '/imports/$runId', person: 'operator', address: async () => `/imports/${await newestImport()}` },
  { route: '/admin/services', person: 'operator' },
  { route: '/admin/facts', person: 'operator' },
  { route: '/admin/retention', person: 'operator' },
  { route: '/audit', person: 'administrator' },
  { route: '/login', person: null },
  { route: '/forgot', person: null },
  { route: '/reset', person: null },
  { route: '/invite', person: null },
  { route: '/meeting-guest', person: null },
  { route: '/choose-acting', person: 'directorAndChair' },
  { route: '/account', person: 'administrator' },
  { route: '/tokens', person: 'administrator' },
  { route: '/people', person: 'administrator' },
  { route: '/people/invite', person: 'administrator' },
  { route: '/people/handover', person: 'administrator' },
  { route: '/dev/mailbox', person: 'operator' },
  { route: '/help', person: null },
  { route: '/help/tour/$reader', person: null, address: async () => '/help/tour/director' },
  { route: '/accessibility', person: null },
  { route: '/credits', person: null },
  { route: '/disasters/$eventId/intake/$openingId', person: 'staff', address: intake() },
  {
    route: '/disasters/$eventId/intake/$openingId/people/$personId',
    person: 'staff',
    address: intake('/people/new'),
  },
  { route: '/disasters/$eventId/intake/$openingId/sheets', person: 'staff', address: intake('/sheets') },
  { route: '/disasters/$eventId/intake/$openingId/search', person: 'staff', address: intake('/search') },
  { route: '/intake-sheet', person: null },
]

test('every page of the portal is visited below', () => {
  const app = path.join(projectRoot, 'web/src/app')
  const declared = fs
    .readdirSync(app)
    .filter((name) => name.endsWith('routes.tsx'))
    .map((name) => fs.readFileSync(path.join(app, name), 'utf8'))
    .join('\n')
  const routes = [...declared.matchAll(/\bpath: '([^']+)'/g)].map(([, route = '']) => route)
  expect(visits.map(({ route }) => route).toSorted()).toEqual(routes.toSorted())
})

const A4 = { width: 794, height: 1123 }

for (const { route, person, address } of visits) {
  test.describe(`${route} for ${person ?? 'everybody'}`, () => {
    test.use({ person })

    test('can be read by everybody, on every screen, on paper and in English', async ({ page }) => {
      await page.goto((await address?.()) ?? route)
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toBeVisible()
      await expect(page.getByRole('main').getByText('読み込んでいます。')).toHaveCount(0)
      const name = route === '/' ? 'home' : route.slice(1).replaceAll(/\W+/g, '-')

      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        await expectNoSidewaysScroll(page)
        await keepScreen(page, `${name}-${size}`)
      }
      for (const size of [sizes.pc, sizes.phone]) {
        await page.setViewportSize(size)
        await expectAccessible(page)
      }

      await page.setViewportSize(A4)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('navigation', { name: '主な案内' })).toBeHidden()
      await expectNoSidewaysScroll(page)
      await keepScreen(page, `${name}-print`)
      await page.emulateMedia({ media: 'screen' })

      await page.evaluate(() => localStorage.setItem('yui.language', 'en'))
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expect(heading).toBeVisible()
      await expectNoSidewaysScroll(page)
    })
  })
}
