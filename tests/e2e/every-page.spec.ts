import fs from 'node:fs'
import path from 'node:path'
import { globalId, type ModelName } from '../../api/src/kernel/ids.ts'
import { projectRoot } from '../../scripts/project.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import type { Person } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// What must hold of every page: no barrier, nothing sticking out from a phone to a wall, fit for A4, also in English,
// and nothing on the browser's console (support/browser.ts fails the test otherwise: CSP, errors, missing files).

interface Visit {
  /** As the route is declared in web/src/app: routes.tsx and its parts. */
  readonly route: string
  readonly person: Person | null
  /** For routes with a parameter. */
  readonly address?: () => Promise<string>
}

const idOf = (model: ModelName, table: string, name: string) => async () => {
  const [row] = await ask<{ id: string }>(`select id from ${table} where name like $1 and sample`, [
    `%${name}`,
  ])
  return globalId(model, row?.id ?? '')
}
const facility = idOf('Facility', 'facility', '見本あおば荘')
const corporation = idOf('Corporation', 'corporation', '見本あおば会')

/** The facility that 見本あおば荘 guides to its designation. */
const preparing = async () => {
  const [row] = await ask<{ id: string }>(
    `select mentee_facility_id as id from mentorship order by started_on limit 1`,
  )
  return globalId('Facility', row?.id ?? '')
}

const contract = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from collaboration_tie where subject = '給食の共同調理' and status = 'STANDING'`,
  )
  return globalId('CollaborationTie', row?.id ?? '')
}
/** The first of the sample network's records of a kind. */
const ofNetwork = (model: ModelName, table: string, title: string) => async () => {
  const [row] = await ask<{ id: string }>(
    `select t.id from ${table} t join platform p on p.id = t.platform_id where p.sample and t.title like $1 order by t.id limit 1`,
    [`%${title}%`],
  )
  return globalId(model, row?.id ?? '')
}
const minutes = ofNetwork('Document', 'document', '議事録')
const nightCalls = ofNetwork('Announcement', 'announcement', '夜間の連絡先')
const series = ofNetwork('MeetingSeries', 'meeting_series', '定例会')
const fair = ofNetwork('CalendarEntry', 'calendar_entry', '施設長連絡会')

const samplePair = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from match_proposal where sample and kind = 'FACILITY_FACILITY' limit 1`,
  )
  return globalId('MatchProposal', row?.id ?? '')
}

/** What 見本こぶし会 entrusts 見本あおば会 with: it may be given back. */
const heldMandate = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from mandate where permission = 'CONFIRM_FACTS' and ended_at is null order by created_at limit 1`,
  )
  return globalId('Mandate', row?.id ?? '')
}

/** The drill of the sample network in which help was asked for. */
const drillWithAid = async () => {
  const [row] = await ask<{ id: string }>(
    `select e.id from disaster_event e join platform p on p.id = e.platform_id
      where p.sample and exists (select from aid_request r where r.event_id = e.id) limit 1`,
  )
  return globalId('DisasterEvent', row?.id ?? '')
}

/** A version of the sample network's rulebook. */
const rulebookVersion = async (number: number) => {
  const [row] = await ask<{ id: string }>(
    `select v.id from rulebook_version v join platform p on p.id = v.platform_id where p.sample and v.number = $1`,
    [String(number)],
  )
  return globalId('RulebookVersion', row?.id ?? '')
}

/** The sample network's own files came in as imports. */
const newestImport = async () => {
  const [row] = await ask<{ id: string }>(`select id from import_run order by started_at desc limit 1`)
  return globalId('ImportRun', row?.id ?? '')
}

/** What is ahead of the sample network (modules/meetings/fixtures/ahead.ts). */
const meeting = (form: 'ASSEMBLY' | 'WRITTEN') => async () => {
  const [row] = await ask<{ id: string }>(
    `select m.id from meeting m join platform p on p.id = m.platform_id
      where p.sample and m.organ = 'GENERAL_MEETING' and m.form = $1::meeting_form and m.state in ('NOTICED', 'OPEN') order by m.starts_at limit 1`,
    [form],
  )
  return globalId('Meeting', row?.id ?? '')
}
const writtenItem = async () => {
  const [row] = await ask<{ id: string }>(
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id join platform p on p.id = m.platform_id
      where p.sample and m.form = 'WRITTEN' and i.state = 'VOTING' limit 1`,
  )
  return globalId('AgendaItem', row?.id ?? '')
}

/** The contract for the bus, and the meeting that decided on it (modules/meetings/fixtures.ts). */
const busContract = async () => {
  const [row] = await ask<{ id: string; meeting: string }>(
    `select d.id, d.meeting_id as meeting from decision d join platform p on p.id = d.platform_id
      where p.sample and d.title like '%福祉バス%' limit 1`,
  )
  return { decision: globalId('Decision', row?.id ?? ''), meeting: globalId('Meeting', row?.meeting ?? '') }
}
const membershipOfAoba = async () => {
  const [row] = await ask<{ id: string }>(
    `select m.id from platform_membership m join corporation c on c.id = m.corporation_id
     join platform p on p.id = m.platform_id where c.name like '%見本あおば会' and p.name like '%連絡協議会' limit 1`,
  )
  return globalId('PlatformMembership', row?.id ?? '')
}
const firstApplication = async () => {
  const [row] = await ask<{ id: string }>(`select id from membership_application order by created_at limit 1`)
  return globalId('MembershipApplication', row?.id ?? '')
}

/** The drill of the sample network that is on, or the one that is over. */
const drill = async (over = false) => {
  const [row] = await ask<{ id: string; called: string }>(
    `select e.id, c.id as called from disaster_event e join platform p on p.id = e.platform_id
      join called_facility c on c.event_id = e.id join facility f on f.id = c.facility_id
      where p.sample and (e.closed_at is not null) = $1 and f.name like '%見本あおば荘' limit 1`,
    [String(over)],
  )
  return {
    event: globalId('DisasterEvent', row?.id ?? ''),
    called: globalId('CalledFacility', row?.called ?? ''),
  }
}
/** The sample shelter of a drill (modules/intake/fixtures.ts). */
const intake =
  (part = '') =>
  async () => {
    const [row] = await ask<{ event: string; opening: string }>(
      `select o.event_id as event, o.id as opening from intake_book b join shelter_opening o on o.id = b.opening_id
       join facility f on f.id = o.facility_id where f.sample order by b.id limit 1`,
    )
    const event = globalId('DisasterEvent', row?.event ?? '')
    return `/disasters/${event}/intake/${globalId('ShelterOpening', row?.opening ?? '')}${part}`
  }
/** A drill of a tsunami, as the 気象庁 sends it. */
const drillMessage = async () => {
  const [row] = await ask<{ id: string }>(`select id from alert_message where status = 'DRILL' limit 1`)
  return globalId('AlertMessage', row?.id ?? '')
}
/** The latest event or drill there is; without one, the page says that there is none to see. */
const latestEvent = async () => {
  const [row] = await ask<{ id: string }>(
    `select e.id from disaster_event e join platform p on p.id = e.platform_id where p.sample order by opened_at desc limit 1`,
  )
  return globalId('DisasterEvent', row?.id ?? '00000000-0000-7000-8000-000000000000')
}

const visits: readonly Visit[] = [
  { route: '/disasters', person: 'secretariat' },
  { route: '/disasters/new', person: 'secretariat' },
  { route: '/disasters/devices', person: 'director' },
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
