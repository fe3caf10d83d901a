import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// The secretariat opens a drill for a part of its network and from an earlier moment, looks at the board as a map on a
// phone, prints the paper, and hands over what is not done when it ends the drill.

test.use({ person: 'secretariat', viewport: { width: 390, height: 844 } })
test.setTimeout(120_000)

test('an event is opened for chosen places and from a time, and ended with what is handed over', async ({
  page,
}) => {
  await page.goto('/disasters/new')
  await expect(page.getByText(/報告をお願いする施設　\d+か所/)).toBeVisible()
  await page.getByLabel('名前').fill('見本の短い訓練')
  await page.getByLabel('時刻を入れる').check()
  await expect(page.getByLabel('起きた時刻')).toBeVisible()
  await keepScreen(page, 'event-start')
  await expectAccessible(page)
  await page.getByLabel('いま', { exact: true }).check()
  const places = page.getByRole('group', { name: /呼ぶ地域/ }).getByRole('checkbox')
  if ((await places.count()) > 0) await places.first().check()
  const said = await page.getByText(/報告をお願いする施設/).textContent()
  await page.getByRole('button', { name: '始めて、施設に知らせる' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/【訓練】福祉避難所 開設状況/)
  const called = /(\d+)か所/.exec(said ?? '')?.[1] ?? ''
  await expect(page.getByRole('heading', { name: new RegExp(called) }).first()).toBeVisible()

  await page.getByRole('button', { name: /終え/ }).click()
  await page.getByLabel('引き継ぐこと').fill('次は無線の点検もする')
  await keepScreen(page, 'event-end')
  await page.getByRole('dialog').getByRole('button', { name: /終え/ }).first().click()
  await expect(page.getByText(/に終わりました/).first()).toBeVisible()
  await page
    .getByRole('link', { name: /ふりかえり|振り返り|報告書/ })
    .first()
    .click()
  await expect(page.getByText('次は無線の点検もする')).toBeVisible()
  await expect(page.getByRole('heading', { name: '呼んだ地域' })).toBeVisible()
})

test('the board as a map, and the paper, on a phone', async ({ page }) => {
  const [row] = await ask<{ event: string }>(
    `select e.id as event from disaster_event e join platform p on p.id = e.platform_id
      where p.sample and e.closed_at is null order by e.opened_at limit 1`,
  )
  const event = globalId('DisasterEvent', row?.event ?? '')
  await page.goto(`/disasters/${event}`)
  await expect(page.getByText('人数が古い').first()).toBeAttached()
  await page.getByRole('link', { name: '地図', exact: true }).click()
  await expect(page).toHaveURL(/view=map/)
  await expect(page.getByLabel(/呼んだ施設の地図/)).toBeVisible()
  // The facilities of the sample stand nowhere: they are put around the middle of their municipality, not on a house.
  await expect(
    page.getByText(/登録されていない\d+か所は、市町村のまん中のまわりに並べています/),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /^\d+ .*見本あおば荘 / })).toBeVisible()
  await keepScreen(page, 'board-map')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await keepScreen(page, 'board-map-wide')
  await page.goto(`/disasters/paper?event=${event}`)
  await expect(page.getByRole('heading', { name: /【訓練】状況報告の用紙/ }).first()).toBeVisible()
  await keepScreen(page, 'report-paper')
  await expectAccessible(page)
})
