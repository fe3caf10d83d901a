import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A drill is on, and then it happens. The facility's device says which of the two a report is about, the real one first.

const NAME = '見本 実際の地震（端末の試し）'
const AOBA = `(select id from facility where sample and name like '%見本あおば荘' limit 1)`
const quietly = (sql: string) => ask(`set session_replication_role = replica; ${sql}`)
const GONE = `delete from called_facility where event_id in (select id from disaster_event where name = '${NAME}');
  delete from disaster_event where name = '${NAME}'`

test.use({ person: 'director', viewport: { width: 390, height: 844 } })

test.beforeEach(() =>
  quietly(`${GONE};
    insert into disaster_event (platform_id, name, hazard, drill, started_at, areas, first_report_minutes, report_every_minutes,
      presumed_serious_minutes, buddy_minutes, council_minutes, opened_at, updated_at)
    select e.platform_id, '${NAME}', 'EARTHQUAKE', false, now(), '{}', 30, 120, 60, 20, 30, now() - interval '1 day', now()
    from disaster_event e join called_facility c on c.event_id = e.id
    where c.facility_id = ${AOBA} and e.drill and e.closed_at is null limit 1;
    insert into called_facility (event_id, facility_id, called_at, updated_at)
    select id, ${AOBA}, now(), now() from disaster_event where name = '${NAME}'`),
)
test.afterEach(() => quietly(GONE))

test('with a drill and a real disaster at once, one says which is meant and a drill is unmistakable', async ({
  page,
}) => {
  await page.goto('/disasters/devices')
  await page.getByLabel(/^端末の名前/).fill('見本 二つの災害の端末')
  await page.getByLabel(/^暗証番号/).fill('1357')
  await page.getByRole('button', { name: 'この端末を登録する' }).click()
  await page.getByRole('link', { name: '施設の端末から報告' }).click()
  await expect(page.getByRole('heading', { name: /どれの報告をしますか/ })).toBeVisible()
  const choices = page.getByRole('main').getByRole('list').getByRole('button')
  await expect(choices.first()).toContainText(NAME)
  await expect(choices.first()).toContainText('実際の災害')
  await expect(choices.nth(1)).toContainText('【訓練】')
  await expectAccessible(page)
  await keepScreen(page, 'facility-device-two-events')

  await choices.nth(1).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^【訓練】/)
  await expect(page.getByText('実際の災害も動いています。')).toBeVisible()
  await keepScreen(page, 'facility-device-drill-beside-real')
  await page.getByRole('button', { name: /ほかの災害・訓練を選ぶ/ }).click()
  await choices.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^施設の端末から報告/)
  await expect(page.getByText('【訓練】')).toHaveCount(0)
})
