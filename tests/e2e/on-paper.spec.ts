import { globalId } from '../../api/src/kernel/ids.ts'
import { drillWithAid, facility, preparing } from './support/addresses.ts'
import { ask } from './support/database.ts'
import type { Person } from './support/people.ts'
import { expect, keepFile, keepScreen, test } from './support/test.ts'

// What is printed is the whole of it: lists of more rows than any screen loads at once come out on several sheets A4, the
// last row too. The rows are put into the sample network for the test and taken out again, for it is everybody's.

const ROWS = 130
const DRILL_WITH_CASE = `select c.id from assignment_case c join disaster_event e on e.id = c.event_id
  where e.drill and e.closed_at is null limit 1`

/** Rows appear and go without what else happens when somebody writes them. */
const quietly = (sql: string) => ask(`set session_replication_role = replica; ${sql}`)

const assignmentEvent = async () => {
  const [row] = await ask<{ id: string }>(
    `select event_id as id from assignment_case where id = (${DRILL_WITH_CASE})`,
  )
  return globalId('DisasterEvent', row?.id ?? '')
}
const AOBA = `(select id from facility where sample and name like '%見本あおば荘' limit 1)`
const DRILL_WITH_AID = `(select e.id from disaster_event e join platform p on p.id = e.platform_id
  where p.sample and exists (select from aid_request r where r.event_id = e.id) limit 1)`
const MENTORSHIP = `(select id from mentorship order by started_on limit 1)`
const PREPARING = `(select mentee_facility_id from mentorship order by started_on limit 1)`
const rows = `generate_series(1, ${ROWS}) n`
const named = `'印刷見本' || lpad(n::text, 3, '0')`
const tagged = (column: string) => `${column} like '印刷見本%'`

interface Printed {
  readonly name: string
  readonly person: Person
  /** Where the list is, and the link to its paper. */
  readonly address: () => Promise<string>
  readonly fill: string
  readonly clear: string
  /** It is of a drill, and says so. */
  readonly drill?: boolean
  /** How the last row is found; its tag if nothing is said. */
  readonly last?: string
}

const papers: readonly Printed[] = [
  {
    name: 'register',
    person: 'secretariat',
    address: async () => '/shelters/welfare',
    fill: `insert into shelter_fact (facility_id, kind, at, source, source_text, recorded_at)
      select id, 'DESIGNATED', now() - interval '1 day', 'PUBLISHED_DATA', '印刷見本' || lpad(row_number() over (order by municipality_code, kana, id)::text, 3, '0'), now()
      from (select * from facility where status = 'ACTIVE' and not exists (select from shelter_fact s where s.facility_id = facility.id)
        order by municipality_code, kana, id limit ${ROWS}) as f`,
    clear: `delete from shelter_fact where ${tagged('source_text')}`,
  },
  {
    name: 'aid',
    person: 'secretariat',
    address: async () => `/disasters/${await drillWithAid()}/aid`,
    drill: true,
    fill: `insert into aid_request (event_id, kind, skill, detail, quantity, promised, needed_by, starts_at, ends_at, requested_at, updated_at)
      select ${DRILL_WITH_AID}, 'STAFF', 'CARE_WORKER', ${named}, 3, n % 4, now() + make_interval(hours => n), now(), now() + interval '9 days', now(), now() from ${rows};
      insert into aid_cost (offer_id, kind, category_id, on_date, what, yen, noted_at)
      select (select o.id from aid_offer o join aid_request r on r.id = o.request_id where r.event_id = ${DRILL_WITH_AID} limit 1),
        'TRAVEL', (select id from relief_category order by position limit 1), current_date, ${named}, 1200, now() from ${rows}`,
    clear: `delete from aid_cost where ${tagged('what')}; delete from aid_request where ${tagged('detail')}`,
  },
  {
    name: 'log',
    person: 'secretariat',
    address: async () => `/disasters/${await drillWithAid()}/log`,
    drill: true,
    fill: `insert into situation_line (event_id, at, recorded_at, text, acting_name)
      select ${DRILL_WITH_AID}, now() - make_interval(mins => n), now() - make_interval(mins => n), ${named}, '見本の事務局' from ${rows}`,
    clear: `delete from situation_line where ${tagged('text')}`,
  },
  {
    name: 'assignment',
    person: 'secretariat',
    address: async () => `/disasters/${await assignmentEvent()}/assignment`,
    drill: true,
    fill: `insert into assignment_group (case_id, reference, municipality_code, barred_facility_ids, entered_at, updated_at)
      select (${DRILL_WITH_CASE}), ${named}, '062014', '{}', now(), now() from ${rows};
      insert into assignment_member (group_id, position, persons, needs, equipment)
      select id, 0, 1, '{OLDER_PERSON}', '{}' from assignment_group where ${tagged('reference')}`,
    clear: `delete from assignment_member where group_id in (select id from assignment_group where ${tagged('reference')});
      delete from assignment_group where ${tagged('reference')}`,
  },
  {
    name: 'stock',
    person: 'director',
    address: async () => `/facilities/${await facility()}/stock`,
    fill: `insert into stock_lot (facility_id, item_id, quantity, place, counted_at, updated_at)
      select ${AOBA}, (select id from stock_item order by position limit 1), n, ${named}, now(), now() from ${rows}`,
    clear: `delete from stock_lot where ${tagged('place')}`,
  },
  {
    name: 'inspections',
    person: 'director',
    address: async () => `/facilities/${await facility()}/inspections`,
    fill: `insert into inspection (facility_id, subject, inspected_on, inspected_by, recorded_at)
      select ${AOBA}, 'BUILDING', current_date - n, ${named}, now() from ${rows};
      insert into inspection_defect (inspection_id, facility_id, what, due_on, updated_at)
      select id, facility_id, inspected_by || 'の直すこと', current_date + 90, now() from inspection where ${tagged('inspected_by')}`,
    clear: `delete from inspection_defect where ${tagged('what')}; delete from inspection where ${tagged('inspected_by')}`,
    last: `印刷見本${ROWS}の直すこと`,
  },
  {
    name: 'skills',
    person: 'director',
    address: async () => `/facilities/${await facility()}/skills`,
    fill: `insert into aid_resource (facility_id, kind, label, units, updated_at)
      select ${AOBA}, 'BEDS', ${named}, 2, now() from ${rows}`,
    clear: `delete from aid_resource where ${tagged('label')}`,
  },
  {
    name: 'readiness',
    person: 'secretariat',
    address: async () => `/readiness/${await preparing()}`,
    fill: `insert into mentoring_visit (mentorship_id, on_day, held, note)
      select ${MENTORSHIP}, current_date - 1000 - n, true, ${named} from ${rows};
      insert into readiness_comment (facility_id, item_id, text, at, acting_name)
      select ${PREPARING}, (select id from readiness_item order by position limit 1), ${named} || 'の助言', now() - make_interval(hours => n), '見本の事務局' from ${rows}`,
    clear: `delete from mentoring_visit where ${tagged('note')}; delete from readiness_comment where ${tagged('text')}`,
    last: `印刷見本${ROWS}の助言`,
  },
]

/** Sheets in a PDF of Chromium's. */
const sheetsIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

for (const { name, person, address, fill, clear, drill = false, last } of papers)
  test.describe(`the paper of ${name}`, () => {
    test.use({ person })
    test.setTimeout(120_000)

    test.beforeEach(() => quietly(`${clear}; ${fill}`))
    test.afterEach(() => quietly(clear))

    test('has every row, the last one too, on several sheets that say of what they are', async ({ page }) => {
      await page.goto(await address())
      await page.getByRole('link', { name: '印刷用の一覧（A4）' }).click()
      await page.waitForURL(/\/print(\?|$)/)
      const heading = page.getByRole('heading', { level: 1 })
      await expect(page.getByRole('button', { name: 'A4で印刷する' })).toBeVisible({ timeout: 30_000 })
      await expect(heading).toHaveText(drill ? /^【訓練】/ : /^(?!【訓練】)/)
      const main = page.getByRole('main')
      for (const n of [1, ROWS])
        await expect(
          main
            .getByText((last ?? `印刷見本${ROWS}`).replace(String(ROWS), String(n).padStart(3, '0')))
            .first(),
        ).toBeVisible()
      await keepScreen(page, `paper-${name}`)
      await page.emulateMedia({ media: 'print' })
      await expect(main.getByText(last ?? `印刷見本${ROWS}`).first()).toBeVisible()
      const pdf = await page.pdf({ preferCSSPageSize: true })
      keepFile(`paper-${name}.pdf`, pdf)
      expect(sheetsIn(pdf)).toBeGreaterThan(2)
    })
  })
