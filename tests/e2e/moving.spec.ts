import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// Who has to move: a desk marks them on a phone, a coordinator decides, the desk lets them go in one step.

test.use({ person: 'staff', viewport: { width: 390, height: 844 } })
test.setTimeout(180_000)

test('a desk seeks a place, a coordinator finds one without a name, and they leave in one step', async ({
  page,
  browser,
}) => {
  const [row] = await ask<{ event: string; opening: string }>(
    `select o.event_id as event, o.id as opening from intake_book b join shelter_opening o on o.id = b.opening_id
     join facility f on f.id = o.facility_id where f.sample and f.name like '%見本あおば荘' order by b.id limit 1`,
  )
  const event = globalId('DisasterEvent', row?.event ?? '')
  const desk = `/disasters/${event}/intake/${globalId('ShelterOpening', row?.opening ?? '')}`
  await page.goto(desk)
  await page.getByRole('link', { name: '名前のわかる人を入れる' }).click()
  await page.getByLabel(/^氏名/).fill('見本 うつる')
  await page.getByRole('checkbox', { name: '高齢者' }).check()
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('link', { name: '見本 うつる' }).click()
  await page
    .locator('summary')
    .filter({ hasText: /^移る先をさがす$/ })
    .click()
  await page.getByRole('radio', { name: '最優先' }).check()
  await keepScreen(page, 'moving-form')
  await page.getByRole('button', { name: '移る先をさがす' }).click()
  const moving = page.getByRole('region', { name: '移る先をさがす人' })
  const one = moving.getByRole('listitem').filter({ hasText: '見本 うつる' })
  await expect(one).toContainText(/番号 見本あおば荘-\d+　最優先/, { timeout: 20_000 })
  const reference = /見本あおば荘-\d+/.exec(await one.innerText())?.[0] ?? ''
  await expectAccessible(page)
  await keepScreen(page, 'moving-desk')

  const council = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  })
  await bringSession(council, 'secretariat')
  const coordinator = await council.newPage()
  await coordinator.goto(new URL(`/disasters/${event}/assignment`, page.url()).href)
  const waiting = coordinator.getByRole('region', { name: '行き先を待つ人' })
  await expect(waiting.getByRole('row', { name: new RegExp(`${reference}(?!\\d)`) })).toContainText(
    '高齢者 1人',
  )
  await expect(coordinator.getByRole('main')).not.toContainText('うつる')
  const proposal = coordinator.getByRole('region', { name: '案', exact: true })
  await proposal.getByRole('button', { name: '案を作り直す' }).click()
  const line = proposal.getByRole('row', { name: new RegExp(`${reference}(?!\\d)`) })
  await expect(line).toBeVisible({ timeout: 60_000 })
  await line.getByRole('button', { name: /この行き先に決める/ }).click()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'この行き先に決める' }).click()
  await expect(line).toContainText('決定：案のとおり')
  await keepScreen(coordinator, 'moving-assignment')

  // The desk hears of it by itself.
  await expect(one).toContainText('移る先が決まりました', { timeout: 30_000 })
  await keepScreen(page, 'moving-decided')

  // One more goes with them: what was decided stands, and a place is asked for the one who was added.
  await one
    .locator('summary')
    .filter({ hasText: /^いっしょに移る人をあとから加える$/ })
    .click()
  const group = one.getByLabel(/移る人（人数だけの人）/)
  await group.selectOption((await group.locator('option').nth(1).getAttribute('value')) ?? '')
  await keepScreen(page, 'moving-add-form')
  await one.getByRole('button', { name: '加える', exact: true }).click()
  const late = waiting.getByRole('row').filter({ hasText: `${reference}にあとから加わった人です` })
  await expect(late).toContainText('まだ決まっていません', { timeout: 30_000 })
  await keepScreen(coordinator, 'moving-added')
  await expect(one).toContainText('移る先が決まりました')
  await keepScreen(page, 'moving-added-desk')
  await one.getByRole('button', { name: '出たことを記録する' }).click()
  await expect(one).toHaveCount(0)
  await expect(moving.getByRole('button', { name: '出たことを記録する' })).toHaveCount(0)
  await expect(late).toBeVisible()
  await page.getByText(/^出た人/).click()
  await expect(page.getByRole('listitem').filter({ hasText: '見本 うつる' })).toContainText('別の避難所')
  await expect(waiting.getByRole('rowheader', { name: reference, exact: true })).toHaveCount(0, {
    timeout: 30_000,
  })
  await council.close()
})
